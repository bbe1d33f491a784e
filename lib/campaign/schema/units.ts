import { z } from "zod";

import { officeCode } from "@/lib/account/office/schema";
import { problem } from "@/lib/base/forms/problem";
import { limits } from "@/lib/base/limits";
import { regionCode } from "@/lib/base/region/code";

import { unitKinds } from "../unit-kind";
import { overlappingUnit } from "../unit-levels";
import { checkCodes, shortText, unitCode, type Reject } from "./fields";

/** How many people of any age live where a unit works; null: not known any more. */
export const inhabitantsInput = z.object({
  code: unitCode,
  people: z
    .int(problem("wholeNumber"))
    .min(0, problem("negative"))
    .max(99_999_999, problem("wholeNumber"))
    .nullable(),
});

export const reportingUnitInput = z.object({
  code: unitCode,
  name: shortText,
  kind: z.enum(unitKinds),
  regionCode: z
    .string()
    .trim()
    .regex(/^\d{2}\.\d{2}[\d.]*$/, problem("unknownRegion"))
    .pipe(regionCode),
  /**
   * Code of the office of the register that holds it; null: none. When absent it stays as it is, and a
   * new office, puskesmas or school is held by the one of its own code.
   */
  office: officeCode.nullish(),
});

export const reportingUnits = z
  .array(reportingUnitInput)
  .min(1, problem("atLeastOne"))
  .max(limits.campaignUnits, problem("tooManyUnits"))
  .optional();

/** What is wrong between units. */
export function checkUnits(
  input: { readonly reportingUnits?: z.infer<typeof reportingUnits> },
  reject: Reject,
): void {
  const units = input.reportingUnits ?? [];
  checkCodes("reportingUnits", units, reject);
  const twice = overlappingUnit(units);
  if (twice !== null) reject(["reportingUnits", twice, "regionCode"], "levelsOverlap");
}
