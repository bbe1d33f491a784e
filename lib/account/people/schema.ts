import { z } from "zod";

import { roles } from "@/lib/account/auth/policy";
import { problem } from "@/lib/base/forms/problem";
import { nameText } from "@/lib/base/forms/storable-text";
import { regionCode } from "@/lib/base/region/code";

import { phoneNumber } from "./phone";

export const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/, problem("usernameFormat"));

/** Empty: no number is known; absent: what is known stays. */
const phone = z
  .string()
  .max(40, problem("phoneFormat"))
  .transform((typed, context) => {
    if (typed.trim() === "") return null;
    const number = phoneNumber(typed);
    if (number === null) context.addIssue({ code: "custom", message: problem("phoneFormat") });
    return number;
  })
  .optional();

/** What may be changed about a person. */
export const personTerms = z.object({
  displayName: nameText.trim().min(1, problem("required")).max(80, problem("tooLong")),
  role: z.enum(roles),
  homeRegion: z
    .string()
    .trim()
    .min(1, { error: problem("required"), abort: true })
    .regex(/^[\d.]+$/, problem("unknownRegion"))
    .pipe(regionCode),
  /** Code of the office that they head, of the kabupaten that is their area: of the role unitHead alone. */
  office: z
    .string()
    .trim()
    .max(32, problem("codeFormat"))
    .transform((code) => code || undefined)
    .optional(),
  phone,
});

export type PersonTerms = z.infer<typeof personTerms>;

export const newPerson = personTerms
  .extend({ username })
  // Nobody else is to be taken for one, in the trail or on the telephone.
  .refine((person) => person.role === "administrator" || !person.username.startsWith("admin"), {
    path: ["username"],
    message: problem("usernameReserved"),
  });

export type NewPerson = z.infer<typeof newPerson>;

const shortest = 10;

/** A change of one's own password: the new one twice. */
export const passwordChange = z
  .object({
    current: z.string().min(1, problem("required")).max(256, problem("tooLong")),
    next: z.string().min(shortest, problem("passwordTooShort")).max(256, problem("tooLong")),
    again: z.string(),
    /** Address to go on to; only ever one of our own. */
    kembali: z.string().max(500).optional(),
  })
  .refine(({ next, again }) => next === again, {
    path: ["again"],
    message: problem("passwordsDiffer"),
  });
