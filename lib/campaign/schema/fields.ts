import { z } from "zod";

import { problem } from "@/lib/base/forms/problem";
import { nameText, noteText } from "@/lib/base/forms/storable-text";
import { limits } from "@/lib/base/limits";
import { isCalendarDay } from "@/lib/base/time/calendar-day";

import { unitCodeShape } from "../code";
import type { ColumnKey } from "../column-key";

/** A day that exists. "2021-06-31" is rejected as what it is, not as a badly written one. */
const dayOr = (missing: "required" | "sinceDayMissing" | "asOfMissing") =>
  z
    .string()
    .trim()
    .min(1, { error: problem(missing), abort: true })
    .refine(isCalendarDay, { error: problem("noSuchDay"), abort: true });

export const calendarDay = dayOr("required");

/** The day from which something holds. */
export const sinceDay = dayOr("sinceDayMissing");

/** The day on which something was counted. */
export const asOfDay = dayOr("asOfMissing");

/** A code of `lib/base/i18n/wording.ts`, or words as they shall stand in sentences. */
export const word = nameText
  .trim()
  .max(limits.campaignWordLength, problem("tooLong"))
  .nullish()
  .transform((text) => text || undefined);

export const shortText = nameText.trim().min(1, problem("required")).max(120, problem("tooLong"));

export const optionalText = noteText
  .trim()
  .max(300, problem("tooLong"))
  .transform((text) => text || undefined)
  .optional();

export const optionalName = nameText
  .trim()
  .max(300, problem("tooLong"))
  .transform((text) => text || undefined)
  .optional();

/** An address of the web: it stands as a link, so it is one of a page and of nothing else. */
export const webAddress = noteText
  .trim()
  .max(500, problem("tooLong"))
  .transform((text) => text || undefined)
  .pipe(
    z
      .url({ protocol: /^https?$/, hostname: z.regexes.domain, error: problem("webAddress") })
      .optional(),
  )
  .optional();

/** A code of an intervention or group: it stands in addresses and files, so it is plain. */
export const code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/, problem("codeFormat"));

/** A key that the database made (`columnKeySql`). */
export const columnKey = z.string<ColumnKey>();

export const unitCode = z.string().trim().regex(unitCodeShape, problem("codeFormat"));

/** Days between something and what comes before it, at least; no number: none are asked. */
export const minGapDays = z
  .int(problem("wholeNumber"))
  .min(1, problem("gapRange"))
  .max(limits.campaignDays, problem("gapRange"))
  .nullish()
  .transform((days) => days ?? undefined);

/** Says that something is wrong at a path of the body. */
export type Reject = (
  path: readonly (string | number)[],
  name: Parameters<typeof problem>[0],
) => void;

/** Rejects each code that stood before in its list. Codes are compared without case. */
export function checkCodes(
  list: string,
  parts: readonly { readonly code: string }[],
  reject: Reject,
): void {
  const codes = parts.map((part) => part.code.toLowerCase());
  codes.forEach((each, index) => {
    if (codes.indexOf(each) < index) reject([list, index, "code"], "codeTwice");
  });
}
