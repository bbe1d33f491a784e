import { z } from "zod";

import type { CampaignDefinition } from "@/lib/campaign/definition";
import { campaignDefinition } from "@/lib/campaign/schema";
import { statusWords } from "@/lib/monitor/assessment";
import { changedFigures } from "@/lib/monitor/change-list";

import { rhythmFields } from "./day-notes";
import { count, day } from "./fields";

/** It is answered as a body says it: what such a body is read as has more in it. */
export const definitionAnswer = z.fromJSONSchema(
  z.toJSONSchema(campaignDefinition, { io: "input", unrepresentable: "any" }),
) as z.ZodType<CampaignDefinition>;

const changedStatus = z.object({
  intervention: z.string(),
  code: z.string().describe("Of the place; empty: the whole campaign."),
  name: z.string(),
  counts: z.object({ dosesAdministered: z.int(), targetPopulation: count.nullable() }),
  before: z.enum(statusWords),
  after: z.enum(statusWords),
});

/** What a change would lead to, told instead of stored. */
export const changeListAnswer = z.object({
  reports: count.describe("Reports that there are: with any, the change needs a reason."),
  counts: z
    .array(
      z.object({
        figure: z.enum(changedFigures),
        of: z.string().describe("The number of a round, or the name of an intervention."),
        before: count.nullable(),
        after: count.nullable(),
      }),
    )
    .readonly(),
  wholes: z.array(changedStatus).readonly(),
  places: z.array(changedStatus).readonly(),
});

export const campaignsAnswer = z.object({
  campaigns: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      districtCode: z.string(),
      districtName: z.string(),
      startsOn: day,
      endsOn: day,
      isSample: z.boolean(),
      ...rhythmFields,
      isArchived: z.boolean().describe("Put away: it stands apart in lists."),
    }),
  ),
});
