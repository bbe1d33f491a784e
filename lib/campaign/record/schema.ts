import { z } from "zod";

/** Fields that the body of every record begins with: see `RecordSent`. */
export const recordSent = {
  sent: z.uuid().describe("Made by who sends it: the same thing sent twice is stored once."),
  version: z.coerce
    .number()
    .pipe(z.int().min(0))
    .describe("Version of the record that was changed; 0: it is a new one."),
};
