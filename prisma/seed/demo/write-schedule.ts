import { createHash } from "node:crypto";

import type pg from "pg";

import type { SchedulePlan } from "./campaign-plan";
import { insertRows, type CampaignRowKey } from "./insert-rows";

/** Writes how places are reached, who does it and where they go, each as its first version. */
export async function insertSchedule(
  client: pg.Client,
  campaign: CampaignRowKey,
  { strategies, teams, sessions }: SchedulePlan,
): Promise<void> {
  const idOf = (part: string) => uuidOf(`${campaign.join(" ")} ${part}`);
  const teamOf = (name: string | null) => name && idOf(`team ${name}`);
  await insertRows(
    client,
    campaign,
    `insert into strategy (district_code, campaign_id, id, place, target_groups, mode, is_demo)
     select $1, $2, id, place, "targetGroups", mode, true
     from jsonb_to_recordset($3) as row (
       id uuid, place text, "targetGroups" text[], mode text)`,
    strategies.map((each, at) => ({ ...each, id: idOf(`strategy ${String(at)}`) })),
  );
  await insertRows(
    client,
    campaign,
    `insert into team (district_code, campaign_id, id, name, base, people_per_day, is_demo)
     select $1, $2, id, name, base, "peoplePerDay", true
     from jsonb_to_recordset($3) as row (
       id uuid, name text, base text, "peoplePerDay" int)`,
    teams.map((each) => ({ ...each, id: teamOf(each.name) })),
  );
  const stored = sessions.map((each) => ({
    ...each,
    id: idOf(`session ${each.unit} ${each.day} ${each.mode} ${each.targetGroups.join(" ")}`),
    team: teamOf(each.team),
  }));
  await insertRows(
    client,
    campaign,
    `insert into planned_session (district_code, campaign_id, id, unit_code, day, mode,
       target_groups, team_id, planned, called_off, is_demo)
     select $1, $2, id, unit, day, mode, "targetGroups", team, planned, "calledOff", true
     from jsonb_to_recordset($3) as row (
       id uuid, unit text, day date, mode text, "targetGroups" text[], team uuid, planned int,
       "calledOff" text)`,
    stored,
  );
  await insertRows(
    client,
    campaign,
    `insert into record_version (district_code, sent_id, campaign_id, kind, record_id, version,
       body, at, actor_id, actor_name)
     select $1, row.sent, $2, row.kind, row.id, 1, row.body, campaign.starts_on,
            '00000000-0000-4000-8000-000000000000', 'Data contoh'
     from jsonb_to_recordset($3) as row (kind text, id uuid, sent uuid, body jsonb)
     join campaign on campaign.district_code = $1 and campaign.id = $2`,
    [
      ...strategies.map((each, at) =>
        version("strategy", idOf(`strategy ${String(at)}`), { ...each, isWithdrawn: false }),
      ),
      ...teams.map((each) =>
        version("team", teamOf(each.name) ?? "", { ...each, isClosed: false }),
      ),
      ...stored.map(({ id, ...each }) => version("session", id, each)),
    ],
  );
}

function version(kind: string, id: string, body: unknown) {
  return { kind, id, sent: uuidOf(`sent ${id}`), body };
}

/** The same each time. */
function uuidOf(text: string): string {
  const hash = createHash("sha256").update(text).digest("hex");
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`];
  return [...parts, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join("-");
}
