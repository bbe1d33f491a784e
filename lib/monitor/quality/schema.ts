import { z } from "zod";

import { calendarDay } from "@/lib/campaign/schema/fields";
import { problem } from "@/lib/base/forms/problem";
import { noteText, storableText } from "@/lib/base/forms/storable-text";
import { readWrittenCount } from "@/lib/base/forms/written-count";
import { limits } from "@/lib/base/limits";
import { maxCount } from "@/lib/report/tally-count";

import { rules } from "./finding";

/** Which finding, as its form names it. */
export const findingKey = z.object({
  kampanye: z.string(),
  rule: z.enum(rules),
  subject: storableText.min(1).max(200),
});

export const explanation = findingKey.extend({
  /** Digest of what the person saw. */
  facts: z.string(),
  note: noteText
    .trim()
    .min(1, { error: problem("required"), abort: true })
    .min(5, problem("tooShort"))
    .max(limits.reasonLetters, problem("reasonTooLong")),
});

export type Explanation = z.infer<typeof explanation>;

/** A total that somebody announced, as its form sends it. */
export const statedTotalInput = z.object({
  kampanye: z.string(),
  /** Code of the kabupaten or of a subdistrict. */
  place: storableText,
  intervention: z.string(),
  day: calendarDay,
  span: z.enum(["cumulative", "day"]),
  doses: z
    .string()
    .trim()
    .min(1, { error: problem("required"), abort: true })
    .transform((text, context) => {
      const read = readWrittenCount(text, { grouping: "dot", most: maxCount * 100 });
      if (read.kind === "count") return read.value;
      context.addIssue({ code: "custom", message: problem("wholeNumber") });
      return z.NEVER;
    }),
  source: noteText
    .trim()
    .min(1, { error: problem("required"), abort: true })
    .max(300, problem("tooLong")),
});

export type StatedTotalInput = z.infer<typeof statedTotalInput>;

/** Whose campaign it is, asked before what is typed is looked at. */
export const namedCampaign = z.object({ kampanye: z.string() });

export const statedTotalKey = z.object({ id: z.guid() });

export const statedTotalRemoval = statedTotalKey.extend({
  reason: noteText.trim().min(1, problem("required")).max(300, problem("tooLong")),
});

/** `import_refusal.detail`: what whoever imports reports writes beside a rejected line. */
export const rejectionDetail = z.object({
  /** The day, when it exists. */
  day: z.iso.date().optional(),
  intervention: z.string().optional(),
  targetGroup: z.string().optional(),
  /** Of a fall: doses up to the day before, and the lower figure that the file gave. */
  before: z.int().optional(),
  value: z.int().optional(),
  /** Of a day that does not exist: the row's figures, by which the mended row is known. */
  figures: z.string().optional(),
});
