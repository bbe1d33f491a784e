import { z } from "zod";

/** A chain as it was found: how many entries, the last hash, and the first entry that is wrong. */
export const chainState = z.object({
  entries: z.number(),
  lastHash: z.string(),
  brokenId: z.string().nullable(),
  brokenKind: z.string().nullable(),
});

export type ChainState = z.infer<typeof chainState>;
