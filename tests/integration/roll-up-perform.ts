import { randomUUID } from "node:crypto";

import pg from "pg";

import { columns, firstDay, type Key } from "./roll-up-campaign";
import type { Cell, Operation, Place, Report, TargetRow } from "./roll-up-operations";

/**
 * Runs an operation whole or not at all.
 *
 * @returns whether it wrote anything: it writes nothing when it finds no row or breaks a rule.
 */
export async function perform(client: pg.Client, key: Key, what: Operation): Promise<boolean> {
  await client.query("begin");
  try {
    const rows = await run(client, key, what);
    await client.query("commit");
    return rows > 0;
  } catch (error) {
    await client.query("rollback");
    const broken = error instanceof pg.DatabaseError ? error.constraint : undefined;
    if (broken === undefined || !expectedRefusals.includes(broken)) throw error;
    return false;
  }
}

/** A report on a day that is none of its round's, and a round moved off its reports. */
const expectedRefusals = ["report_day_inside_round", "round_holds_its_reports"];

async function run(client: pg.Client, key: Key, what: Operation): Promise<number> {
  switch (what.kind) {
    case "report":
      return sendReports(client, key, what.reports);
    case "correct":
      return change(client, key, `update tally set residents = $7 where ${atCell}`, [
        ...cellValues(what.cell),
        what.residents,
      ]);
    case "addToAll":
      return change(
        client,
        key,
        `update tally set residents = residents + $5
         where district_code = $1 and campaign_id = $2
           and (intervention_code, target_group_code) = ($3, $4)`,
        [...columnValues(what.column), what.residents],
      );
    case "removeTally":
      return change(client, key, `delete from tally where ${atCell}`, cellValues(what.cell));
    case "removeReport":
      return change(
        client,
        key,
        `delete from daily_report
         where (district_code, campaign_id, unit_code, day) = ($1, $2, $3, $4)`,
        [what.place.unit, dayOf(what.place)],
      );
    case "removeUnitReports":
      return change(
        client,
        key,
        "delete from daily_report where (district_code, campaign_id, unit_code) = ($1, $2, $3)",
        [what.unit],
      );
    case "importTargets":
      return importTargets(client, key, what.source, what.rows);
    case "moveRound":
      return moveRound(client, key, what);
  }
}

async function sendReports(client: pg.Client, key: Key, reports: readonly Report[]) {
  const sent = reports.map((each) => ({ ...each, day: dayOf(each), submission: randomUUID() }));
  await change(
    client,
    key,
    `insert into daily_report (district_code, campaign_id, round_number, unit_code, day,
       submission_id, is_on_time, submitted_at)
     select $1, $2, round, unit, day, submission, "isOnTime", now()
     from jsonb_to_recordset($3) as r (round int, unit text, day date, submission uuid, "isOnTime" boolean)
     on conflict (district_code, campaign_id, round_number, unit_code, day) do update
       set version = daily_report.version + 1, submission_id = excluded.submission_id,
           is_on_time = excluded.is_on_time`,
    [JSON.stringify(sent)],
  );
  await change(
    client,
    key,
    `insert into tally (district_code, campaign_id, round_number, unit_code, day, intervention_code,
       target_group_code, residents, non_residents, submission_id)
     select $1, $2, round, unit, day, intervention, "group", residents, "nonResidents", submission
     from jsonb_to_recordset($3) as r (round int, unit text, day date, intervention text, "group" text,
       residents int, "nonResidents" int, submission uuid)
     on conflict (district_code, campaign_id, round_number, unit_code, day, intervention_code,
       target_group_code) do update
       set residents = excluded.residents, non_residents = excluded.non_residents,
           submission_id = excluded.submission_id`,
    [
      JSON.stringify(
        sent.flatMap(({ tallies, round, unit, day, submission }) =>
          tallies.map((tally) => {
            const [intervention, group] = columnValues(tally.column);
            return { ...tally, round, unit, day, submission, intervention, group };
          }),
        ),
      ),
    ],
  );
  return reports.length;
}

async function importTargets(
  client: pg.Client,
  key: Key,
  source: string,
  rows: readonly TargetRow[],
) {
  const named = rows.map((row) => {
    const [intervention, group] = columnValues(row.column);
    return { ...row, intervention, group };
  });
  await change(
    client,
    key,
    `with imported as (
       insert into target_set (district_code, campaign_id, source, as_of)
       values ($1, $2, $3, '2026-05-01') returning id)
     insert into target_population (district_code, campaign_id, target_set_id, unit_code,
       intervention_code, target_group_code, round_number, people)
     select $1, $2, imported.id, unit, intervention, "group", round, people
     from imported, jsonb_to_recordset($4) as r (
       unit text, intervention text, "group" text, round int, people int)`,
    [source, JSON.stringify(named)],
  );
  await client.query("select refresh_place_target($1, $2)", [...key]);
  return rows.length;
}

async function moveRound(
  client: pg.Client,
  key: Key,
  { round, days, sweeping }: Extract<Operation, { kind: "moveRound" }>,
) {
  const last = (firstDay[round] ?? 1) + days - 1;
  const rows = await change(
    client,
    key,
    `update round set ends_on = $4, sweeping_ends_on = $5
     where (district_code, campaign_id, number) = ($1, $2, $3)`,
    [round, june(last), sweeping > 0 ? june(last + sweeping) : null],
  );
  await client.query("select refresh_place_target($1, $2)", [...key]);
  return rows;
}

async function change(client: pg.Client, key: Key, text: string, values: readonly unknown[]) {
  const { rowCount } = await client.query(text, [...key, ...values]);
  return rowCount ?? 0;
}

const atCell = `(district_code, campaign_id, unit_code, day, intervention_code, target_group_code)
  = ($1, $2, $3, $4, $5, $6)`;

function cellValues(of: Cell): readonly string[] {
  return [of.unit, dayOf(of), ...columnValues(of.column)];
}

function columnValues(index: number): readonly [intervention: string, group: string] {
  return columns[index] ?? columns[0];
}

function dayOf({ round, dayOfRound }: Place): string {
  return june((firstDay[round] ?? 1) + dayOfRound);
}

function june(day: number): string {
  return `2026-06-${String(day).padStart(2, "0")}`;
}
