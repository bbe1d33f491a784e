import { z } from "zod";

import { problem } from "@/lib/base/forms/problem";
import { nameText } from "@/lib/base/forms/storable-text";
import { limits } from "@/lib/base/limits";
import { districtCode, isWithin, regionCode } from "@/lib/base/region/code";

import { officeKinds } from "./office";

/** A code of an office: it stands in lists and files, as that of a unit does. */
export const officeCode = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/, problem("codeFormat"));

const area = z
  .string()
  .trim()
  .regex(/^\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?$/, problem("unknownRegion"))
  .pipe(regionCode);

const officeInput = z.object({
  code: officeCode,
  name: nameText.trim().min(1, problem("required")).max(120, problem("tooLong")),
  kind: z.enum(officeKinds),
  /** The kabupaten or a part of it; the kabupaten when absent. */
  region: area.nullish().transform((code) => code ?? undefined),
  headTitle: nameText
    .trim()
    .max(80, problem("tooLong"))
    .nullish()
    .transform((text) => text || undefined),
  isClosed: z.boolean().default(false),
});

/** Offices of a kabupaten: those of a code that stands are changed, others are new. */
export const officesInput = z
  .object({
    districtCode: z
      .string()
      .trim()
      .regex(/^\d{2}\.\d{2}$/, problem("unknownRegion"))
      .pipe(districtCode),
    offices: z
      .array(officeInput)
      .min(1, problem("atLeastOne"))
      .max(limits.districtOffices, problem("tooManyOffices")),
  })
  .superRefine((input, context) => {
    const codes = input.offices.map(({ code }) => code.toLowerCase());
    input.offices.forEach(({ region }, index) => {
      const reject = (field: string, name: Parameters<typeof problem>[0]) =>
        context.addIssue({
          code: "custom",
          path: ["offices", index, field],
          message: problem(name),
        });
      if (codes.indexOf(codes[index] ?? "") < index) reject("code", "codeTwice");
      if (region !== undefined && !isWithin(region, input.districtCode)) {
        reject("region", "unknownRegion");
      }
    });
  });

export type OfficesInput = z.infer<typeof officesInput>;
