import { z } from "zod";

import { problem } from "@/lib/base/forms/problem";
import { storableText } from "@/lib/base/forms/storable-text";
import { limits } from "@/lib/base/limits";
import { changeReasons, entryFigures } from "@/lib/report/schema";

/** What is asked of a file before it is read. */
export const importForm = z.object({
  kampanye: z.string(),
  figures: z.enum(entryFigures),
  /** A block from a spreadsheet, in place of a file. */
  pasted: z.string().default(""),
});

/** What is chosen when it is stored. */
export const storeForm = importForm
  .extend({
    /** When the file was checked: versions received later were not seen. */
    checkedAt: z.iso.datetime(),
    overwrite: z.string().optional(),
    reason: z.enum(changeReasons).default("lateData"),
    note: storableText.trim().max(limits.reasonLetters, problem("reasonTooLong")).default(""),
  })
  .refine(({ overwrite, reason, note }) => !overwrite || reason !== "other" || note !== "", {
    message: problem("required"),
    path: ["note"],
  });
