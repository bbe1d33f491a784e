import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { addDays, type CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import { lastDay } from "@/lib/campaign/calendar";
import { columnKey } from "@/lib/campaign/schema/fields";
import { columnKeySql } from "@/lib/campaign/server/column-key-queries";
import {
  notEnlarged,
  standingSuccessors,
  type StandingSuccessor,
} from "@/lib/campaign/target-population/standing-successor";
import { readRows } from "@/lib/server/db/read";

const people = z.object({
  unit: z.string(),
  day: z.iso.date(),
  column: columnKey,
  people: z.number(),
});

/**
 * Units that go on with another one's people and whose target population does not say so, in the first
 * round that reaches beyond the other's last day. Asks nothing where no unit has ended so.
 */
export async function successorsNotEnlarged(
  _grant: Grant<"target:import"> | Grant<"campaign:manage"> | Grant<"quality:review">,
  campaign: Campaign,
): Promise<StandingSuccessor[]> {
  const ends = campaign.unitEnds.flatMap((end) => {
    const next = addDays(end.until, 1);
    const round = campaign.rounds.find((each) => lastDay(each) >= next);
    return round ? [{ end, round: round.number, days: [end.until, next] }] : [];
  });
  if (standingSuccessors(ends.map(({ end }) => end)).length === 0) return [];
  const asked = ends.flatMap(({ end, round, days }) =>
    days.flatMap((day) =>
      [end.unit, ...end.successors.map(({ code }) => code)].map((unit) => ({ unit, day, round })),
    ),
  );
  const rows = await readRows(people)`
    SELECT target.place_code AS unit, asked.day, target.people::float8 AS people,
           ${columnKeySql} AS column
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
      AS asked (unit text, day text, round smallint)
    JOIN place_target AS target
      ON target.district_code = ${campaign.districtCode}
     AND target.campaign_id = ${campaign.id}::uuid
     AND target.source = ${campaign.decidingTargetSource}
     AND target.round_number = asked.round AND target.place_kind = 'unit'
     AND target.place_code = asked.unit
     AND target.from_day <= asked.day::date AND asked.day::date < target.until_day`;
  const peopleOn = (of: string, on: CalendarDay) =>
    new Map(
      rows
        .filter(({ unit, day }) => unit === of && day === on)
        .map(({ column, people: count }) => [column, count]),
    );
  return notEnlarged(
    ends.map(({ end }) => end),
    peopleOn,
  );
}
