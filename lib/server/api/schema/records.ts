import { z } from "zod";

import { districtCode } from "@/lib/base/region/code";

/** What is answered to a record that was stored. */
export const recordStoredAnswer = z.object({
  id: z.uuid(),
  version: z.int().describe("Of the record from here on: what the next change of it names."),
  replayed: z.boolean().describe("true: it had been stored already, and nothing was written."),
});

export const inDistrict = z.object({
  district: districtCode.describe("Code of the kabupaten that it is of."),
});

/** What somebody sent, as it is stored. */
export const sentRecordAnswer = z.object({
  body: z.unknown().describe("As it was sent, without sent and version."),
});

/** What a list of records is asked by. */
export const recordsQuery = {
  after: z
    .string()
    .max(200)
    .optional()
    .describe("What the page before named as next. Default: the first page."),
  limit: z.coerce.number().pipe(z.int().min(1).max(200)).default(50).describe("Rows of a page."),
};

/** What follows the rows of a page. */
export const nextPage = z
  .string()
  .nullable()
  .describe("What the next page is asked with as after; null: there is none.");
