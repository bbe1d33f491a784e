import { z } from "zod";

import { addresseeKinds, directiveKinds } from "@/lib/directive/directive";

import { count, day } from "./fields";

const progress = z
  .object({ done: count, doing: count, late: count, open: count, cannot: count })
  .describe(
    "Follow-ups by where they stand today. late: neither done nor impossible, and its due day is over.",
  );

const toldDirective = z.object({
  id: z.uuid(),
  kind: z.enum(directiveKinds),
  number: z.string().nullable(),
  title: z.string(),
  day,
  issuer: z.string(),
  source: z.string().nullable(),
  reviewOn: day.nullable(),
  isIssued: z.boolean().describe("false: a draft, of which nothing is asked yet."),
  isOfCampaign: z.boolean().describe("false: it is about no campaign."),
  isSample: z.boolean(),
  version: z.int(),
  orders: z.array(
    z.object({
      position: z.int(),
      label: z.string(),
      title: z.string(),
      text: z.string(),
      dueOn: day,
      measure: z
        .string()
        .nullable()
        .describe(
          "coverage:<intervention>, completeness, targets, sessions, stock, set:<kind>; null: only said.",
        ),
      askedOf: z.array(z.int()).describe("Positions of the addressees."),
      progress,
    }),
  ),
  addressees: z.array(
    z.object({
      position: z.int(),
      kind: z.enum(addresseeKinds),
      name: z.string().describe("Empty of subdistricts and villages: each is asked."),
      office: z.string().nullable(),
      progress,
    }),
  ),
  progress,
});

/** What was asked about a campaign, and of its kabupaten about none. */
export const directivesAnswer = z.object({ today: day, directives: z.array(toldDirective) });

/** One of them. */
export const directiveAnswer = z.object({ today: day, directive: toldDirective });
