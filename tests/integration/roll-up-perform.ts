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
    if (broken === undefined || !expectedRejections.includes(broken)) throw error;
    return false;
  }
}

/** A report on a day that is none of its round's, and a round moved off its reports. */
const expectedRejections = ["report_day_inside_round", "round_holds_its_reports"];

async function run(client: pg.Client, key: Key, what: Operation): Promise<number> {
  switch (what.kind) {
    case "report":
      return sendReports(client, key, what.reports);
    case "correct":
      return changeReports(client, key, (tally) =>
        isAt(tally, what.cell) ? { ...tally, residents: what.residents } : tally,
      );
    case "addToAll":
      return changeReports(client, key, (tally) =>
        isOf(tally, what.column)
          ? { ...tally, residents: tally.residents + what.residents }
          : tally,
      );
    case "removeTally":
      return changeReports(client, key, (tally) => (isAt(tally, what.cell) ? null : tally));
    case "removeReport":
      return withdraw(
        client,
        key,
        ({ unit, day }) => unit === what.place.unit && day === dayOf(what.place),
      );
    case "removeUnitReports":
      return withdraw(client, key, ({ unit }) => unit === what.unit);
    case "settle":
      return settle(client, key, what);
    case "importTargets":
      return importTargets(client, key, what.source, what.rows);
    case "moveRound":
      return moveRound(client, key, what);
  }
}

type Named = { readonly round: number; readonly unit: string; readonly day: string };
type Standing = Named & { readonly version: number; readonly isOnTime: boolean };
type Count = Named & {
  readonly intervention: string;
  readonly targetGroup: string;
  readonly residents: number;
  readonly nonResidents: number;
};

async function sendReports(client: pg.Client, key: Key, reports: readonly Report[]) {
  const standing = await readReports(client, key);
  const sent = reports.map(({ isOnTime, tallies, ...place }) => {
    const named = { round: place.round, unit: place.unit, day: dayOf(place) };
    const before = standing.find((each) => isSame(each, named));
    const counts = tallies.map(({ column, ...count }) => {
      const [intervention, targetGroup] = columnValues(column);
      return { ...named, intervention, targetGroup, ...count };
    });
    return { ...named, version: (before?.version ?? 0) + 1, isOnTime, counts };
  });
  return store(client, key, sent);
}

/** Sends each report again that has a number which becomes another, or goes (null). */
async function changeReports(
  client: pg.Client,
  key: Key,
  change: (tally: Count) => Count | null,
): Promise<number> {
  const { rows } = await client.query<Count>(
    `select round_number as round, unit_code as unit, day::text, intervention_code as intervention,
            target_group_code as "targetGroup", residents, non_residents as "nonResidents"
     from tally where district_code = $1 and campaign_id = $2`,
    [...key],
  );
  const sent = (await readReports(client, key)).flatMap((report) => {
    const before = rows.filter((tally) => isSame(tally, report));
    const counts = before.map(change);
    if (counts.every((count, index) => count === before[index])) return [];
    const kept = counts.filter((count) => count !== null);
    return [{ ...report, version: report.version + 1, counts: kept }];
  });
  return store(client, key, sent);
}

async function store(
  client: pg.Client,
  key: Key,
  sent: readonly (Standing & { readonly counts: readonly Count[] })[],
): Promise<number> {
  if (sent.length === 0) return 0;
  const at = new Date().toISOString();
  const reports = sent.map(({ counts, ...report }) => ({
    ...report,
    id: randomUUID(),
    isZero: counts.length === 0,
    by: null,
    submittedAt: at,
    receivedAt: at,
    digest: "",
    via: "api",
    figures: "daily",
    isConfirmed: false,
  }));
  const tallies = sent.flatMap(({ counts }, index) =>
    counts.map((count) => ({ ...count, id: reports[index]?.id })),
  );
  await client.query("select store_reports($1, $2, $3)", [
    ...key,
    JSON.stringify({ submissions: reports, reports, tallies }),
  ]);
  return sent.length;
}

async function withdraw(
  client: pg.Client,
  key: Key,
  isMeant: (report: Standing) => boolean,
): Promise<number> {
  const reports = (await readReports(client, key)).filter(isMeant);
  if (reports.length === 0) return 0;
  await client.query("select withdraw_reports($1, $2, $3)", [...key, JSON.stringify(reports)]);
  return reports.length;
}

async function settle(
  client: pg.Client,
  key: Key,
  { units, status }: Extract<Operation, { kind: "settle" }>,
): Promise<number> {
  const reason = status === "returned" ? "again" : null;
  const changes = (await readReports(client, key))
    .filter(({ unit }) => units.includes(unit))
    .map((report) => ({ ...report, status, reason, at: null, by: null }));
  if (changes.length === 0) return 0;
  await client.query("select set_report_statuses($1, $2, $3)", [...key, JSON.stringify(changes)]);
  return changes.length;
}

async function readReports(client: pg.Client, key: Key): Promise<readonly Standing[]> {
  const { rows } = await client.query<Standing>(
    `select round_number as round, unit_code as unit, day::text, version, is_on_time as "isOnTime"
     from daily_report where district_code = $1 and campaign_id = $2`,
    [...key],
  );
  return rows;
}

function isSame(one: Named, other: Named): boolean {
  return one.round === other.round && one.unit === other.unit && one.day === other.day;
}

function isAt(tally: Count, cell: Cell): boolean {
  return tally.unit === cell.unit && tally.day === dayOf(cell) && isOf(tally, cell.column);
}

function isOf({ intervention, targetGroup }: Count, column: number): boolean {
  const [code, group] = columnValues(column);
  return intervention === code && targetGroup === group;
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
       insert into target_set (district_code, campaign_id, source, as_of, in_force_from)
       values ($1, $2, $3, '2026-05-01', '2026-05-01') returning id)
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

function columnValues(index: number): readonly [intervention: string, group: string] {
  return columns[index] ?? columns[0];
}

function dayOf({ round, dayOfRound }: Place): string {
  return june((firstDay[round] ?? 1) + dayOfRound);
}

function june(day: number): string {
  return `2026-06-${String(day).padStart(2, "0")}`;
}
