import { z } from "zod";

import { storableText } from "@/lib/base/forms/storable-text";

import { copyParts } from "./copy";
import { campaignCopied } from "./schema";

/**
 * A campaign that is begun from another one: the body of `POST /api/v1/campaigns` with `copyOf`. What it
 * says itself goes before what is copied.
 */
export const campaignCopyInput = campaignCopied.extend({
  /** Address of the campaign that is copied. */
  copyOf: storableText,
  /** What of it; everything when absent, and of another kabupaten what can be there. */
  parts: z.array(z.enum(copyParts)).optional(),
});

export type CampaignCopyInput = z.infer<typeof campaignCopyInput>;
