import { query, rewrite } from "@/tests/support/database";

import type { HasRhythm, Period } from "@/lib/campaign/rhythm";
import type { Campaign } from "@/lib/campaign/campaign";

import { basarang, november, report, selat } from "../monitor/selat-basarang";

/** Who owes a report, said once more: a unit and a day at a time, in TypeScript. */

export const units = [...selat, ...basarang];

/** The round's service days: 3 to 28 November, with sweeping until the 30th. */
export const [first, last, end] = [3, 28, 30] as const;

type Stage = {
  readonly opens: number | null;
  readonly closes: number | null;
  readonly units: readonly string[];
};

/** Everything that decides who owes a report, as random tries choose it. */
export type Facts = HasRhythm & {
  /** "62.03" or a kecamatan, and day of November. */
  readonly closings: readonly (readonly [place: string, day: number])[];
  readonly joinedOn: ReadonlyMap<string, number>;
  /** "unit/day" of November. */
  readonly reported: ReadonlySet<string>;
  readonly stages: readonly Stage[];
  /** Units that the round is held in; null: all. */
  readonly held: readonly string[] | null;
  /** "unit/day" of November on which a session is planned, with whether it was called off. */
  readonly sessions: ReadonlyMap<string, boolean>;
};

export const plain: Facts = {
  rhythm: "daily",
  period: null,
  closings: [],
  joinedOn: new Map(),
  reported: new Set(),
  stages: [],
  held: null,
  sessions: new Map(),
};

export function hasReported({ reported }: Facts, unit: string, day: number): boolean {
  return reported.has(`${unit}/${String(day)}`);
}

export function isHeld({ held }: Facts, unit: string): boolean {
  return held === null || held.includes(unit);
}

function isClosed({ closings }: Facts, unit: string, day: number): boolean {
  return closings.some(([place, on]) => on === day && unit.startsWith(place));
}

/** The days on which a unit may owe one, whatever is closed. */
function daysOf(facts: Facts, unit: string): number[] {
  if (!isHeld(facts, unit)) return [];
  const stage = facts.stages.find((each) => each.units.includes(unit));
  const from = Math.max(first, facts.joinedOn.get(unit) ?? 0, stage?.opens ?? 0);
  const until = Math.min(last, stage?.closes ?? last);
  return Array.from({ length: 31 }, (_, day) => day).filter((day) => day >= from && day <= until);
}

/** The last open day of each period that the unit is in, unless it reported in that period. */
function plannedInPeriods(facts: Facts & { readonly period: Period }, unit: string): number[] {
  // All of it lies in November: one month, one quarter, one half-year.
  const days = daysOf(facts, unit);
  const isReported = days.some((day) => hasReported(facts, unit, day));
  const open = days.filter((day) => !isClosed(facts, unit, day));
  return isReported ? [] : open.slice(-1);
}

/** Planned, or reported all the same. */
export function isDue(facts: Facts, unit: string, day: number): boolean {
  if (day < first || day > last) return false;
  if (hasReported(facts, unit, day)) return true;
  const { rhythm, period } = facts;
  const isOwed = daysOf(facts, unit).includes(day) && !isClosed(facts, unit, day);
  if (rhythm === "sessions") {
    return isOwed && facts.sessions.get(`${unit}/${String(day)}`) === false;
  }
  if (period !== null) return plannedInPeriods({ ...facts, period }, unit).includes(day);
  return isOwed;
}

/** The units that owe a report of the day and sent none. */
export function awaited(facts: Facts, day: number): string[] {
  return units.filter((unit) => isDue(facts, unit, day) && !hasReported(facts, unit, day));
}

/** Random facts of a turn; each third turn has the same rhythm. */
export function randomFacts(random: () => number, turn: number): Facts {
  const day = () => 1 + Math.floor(random() * end);
  const some = (share: number) => random() < share;
  const periods = ["month", "quarter", "halfYear"] as const;
  const rhythm = (["daily", "sessions", "periods"] as const)[turn % 3] ?? "daily";
  const period = rhythm === "periods" ? (periods[Math.floor(random() * 3)] ?? "month") : null;
  const held = some(0.5) ? units.filter(() => some(0.6)) : null;
  const isOpen = (unit: string) => held === null || held.length === 0 || held.includes(unit);
  const staged = units.filter(() => some(0.5));
  return {
    rhythm,
    period,
    closings: [
      ...(some(0.7) ? ([["62.03", day()]] as const) : []),
      ...(some(0.7) ? ([["62.03.01", day()]] as const) : []),
      ["62.03.02", day()],
      // The last day of the round, so that periods end earlier.
      ...(some(0.5) ? ([["62.03", last]] as const) : []),
    ],
    joinedOn: new Map(units.flatMap((unit) => (some(0.3) ? [[unit, day()] as const] : []))),
    reported: new Set(
      units.flatMap((unit) =>
        isOpen(unit) && some(0.6)
          ? Array.from({ length: 2 }, () => `${unit}/${String(first + (day() % 28))}`)
          : [],
      ),
    ),
    stages: some(0.6)
      ? [
          { opens: null, closes: day(), units: staged.slice(0, 2) },
          { opens: day(), closes: null, units: staged.slice(2) },
        ]
      : [],
    held: held?.length === 0 ? null : held,
    // They decide where the rhythm is one of sessions; no other rhythm heeds them.
    sessions: new Map(
      some(0.8)
        ? units.flatMap((unit) =>
            Array.from({ length: 4 }, () => [`${unit}/${String(day())}`, some(0.25)] as const),
          )
        : [],
    ),
  };
}

/** The round that the facts are of, in a campaign of `makeCampaign`. */
export async function storeRound(): Promise<void> {
  await query("update round set starts_on = $1, ends_on = $2, sweeping_ends_on = $3", [
    november(first),
    november(last),
    november(end),
  ]);
}

export async function store(campaign: Campaign, facts: Facts): Promise<void> {
  const key = [campaign.districtCode, campaign.id];
  const dayOf = (day: number | null | undefined) =>
    typeof day === "number" ? november(day) : null;
  await query("update campaign set rhythm = $1, period = $2, version = version + 1", [
    facts.rhythm,
    facts.period,
  ]);
  await query("delete from day_note");
  await query("delete from unit_set");
  await query("delete from round_unit");
  for (const [place, day] of facts.closings) {
    await query(
      `insert into day_note (district_code, campaign_id, place_code, day, kind, note, closes)
       values ($1, $2, $3, $4, 'holiday', 'Libur', true)`,
      [...key, place, november(day)],
    );
  }
  for (const [position, stage] of facts.stages.entries()) {
    const code = `tahap-${String(position)}`;
    await query(
      `insert into unit_set (district_code, campaign_id, kind, code, name, position, opens_on, closes_on)
       values ($1, $2, 'stage', $3, $3, $4, $5, $6)`,
      [...key, code, position, dayOf(stage.opens), dayOf(stage.closes)],
    );
    await query(
      `insert into unit_set_member (district_code, campaign_id, kind, unit_code, set_code)
       select $1, $2, 'stage', unit, $3 from unnest($4::text[]) as unit`,
      [...key, code, stage.units],
    );
  }
  for (const unit of facts.held ?? []) {
    await query(
      `insert into round_unit (district_code, campaign_id, round_number, unit_code)
       values ($1, $2, 1, $3)`,
      [...key, unit],
    );
  }
  for (const unit of units) {
    await query("update reporting_unit set reports_from = $1 where code = $2", [
      dayOf(facts.joinedOn.get(unit)),
      unit,
    ]);
  }
  await query("delete from planned_session");
  for (const [planned, isCalledOff] of facts.sessions) {
    const [unit = "", day = ""] = planned.split("/");
    await query(
      `insert into planned_session (district_code, campaign_id, id, unit_code, day, mode, called_off)
       values ($1, $2, gen_random_uuid(), $3, $4, 'post', $5)`,
      [...key, unit, november(Number(day)), isCalledOff ? "Banjir" : null],
    );
  }
  await rewrite("delete from tally");
  await rewrite("delete from daily_report");
  for (const each of facts.reported) {
    const [unit = "", day = ""] = each.split("/");
    await report(campaign, [unit], [Number(day), Number(day)]);
  }
}
