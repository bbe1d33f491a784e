import type pg from "pg";

import type { ReopeningPlan } from "./campaign-plan";
import { insertRows, type CampaignRowKey } from "./insert-rows";

/** Closed days that were asked for, and those that were opened. */
export async function insertReopenings(
  client: pg.Client,
  campaign: CampaignRowKey,
  reopenings: readonly ReopeningPlan[],
) {
  await insertRows(
    client,
    campaign,
    `insert into day_reopening (
       district_code, campaign_id, place_code, day, asked_by, asked_at, ask_reason, decided_by,
       decided_at, decision, opens_until)
     select $1, $2, place, day, "askedBy", "askedAt", reason, "decidedBy", "decidedAt",
            case when "decidedAt" is not null then 'opened' end, "opensUntil"
     from jsonb_to_recordset($3) as r (
       place text, day date, "askedBy" uuid, "askedAt" timestamptz, reason text,
       "decidedBy" uuid, "decidedAt" timestamptz, "opensUntil" timestamptz)`,
    reopenings.map(({ opened, ...asked }) => ({
      ...asked,
      decidedBy: opened?.by ?? null,
      decidedAt: opened?.at ?? null,
      opensUntil: opened?.until ?? null,
    })),
  );
}
