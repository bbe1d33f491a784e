import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { parseFile } from "@/lib/base/spreadsheet/server/parse";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign, Intervention } from "@/lib/campaign/campaign";
import type { UnitKind } from "@/lib/campaign/unit-kind";
import { Asking } from "@/lib/campaign/table-reading/asking";
import { readTable } from "@/lib/campaign/table-reading/read-table";
import { unitsOf, vocabularyOf } from "@/lib/campaign/table-reading/vocabulary";
import { checkTargetSheet as checkTargets } from "@/lib/campaign/target-population/server/sheet-check";
import { targetHead } from "@/lib/campaign/target-population/sheet-head";
import { UnitLookup, type NamedUnit } from "@/lib/campaign/target-population/unit-lookup";
import { goalOf } from "@/tests/support/goals";
import { regionCode } from "@/lib/base/region/code";
import { checkTallySheet as checkTallies } from "@/lib/report/import/server/sheet-check";
import { tallyHead } from "@/lib/report/import/sheet-head";
import { atOnce } from "@/tests/support/at-once";
import { campaign as kapuas } from "@/tests/unit/campaign/target-population/campaign";
import { childrenCounted } from "@/tests/support/wording";

/** A campaign in which each intervention is given to one group. */
export function campaignOf(
  interventions: readonly (readonly [code: string, group: string, name?: string])[],
  from: CalendarDay,
  to: CalendarDay,
): Campaign {
  const groups = [...new Set(interventions.map(([, group]) => group))];
  const codes = [...new Set(interventions.map(([code]) => code))];
  const dates = { plannedStartsOn: from, plannedEndsOn: to, startsOn: from, endsOn: to };
  return {
    ...kapuas,
    startsOn: from,
    endsOn: to,
    rounds: [{ number: 1, sweepingEndsOn: null, ...dates }],
    targetGroups: groups.map((name) => ({ code: groupCode(name), name, ...childrenCounted.group })),
    interventions: codes.map((code): Intervention => {
      const own = interventions.filter(([each]) => each === code);
      return {
        code,
        name: own[0]?.[2] ?? code,
        shortName: code,
        goals: goalOf("0.95"),
        ...childrenCounted.intervention,
        targetGroups: own.map(([, group]) => groupCode(group)),
      };
    }),
  };
}

function groupCode(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}]+/gu, "-");
}

/** Units as "62.03.01.1007 Selat Hilir, Selat". */
export function unitsFrom(kind: UnitKind, lines: readonly string[]): NamedUnit[] {
  return lines.map((line) => {
    const [, code = "", name = "", subdistrictName = ""] = /^(\S+) ([^,]+), (.+)$/.exec(line) ?? [];
    const above = regionCode.parse(/^\d\d\.\d\d\.\d\d/.exec(code)?.[0] ?? "62.03.01");
    return { code, name, kind, regionCode: above, subdistrictCode: above, subdistrictName };
  });
}

type Loaded = {
  /** Kinds of the questions, and what they are about. */
  readonly asked: readonly {
    readonly id: string;
    readonly kind: string;
    readonly options: readonly string[];
  }[];
  /** "Selat Hilir MR 9-59-bulan": 412; with its day in a table of doses. */
  readonly stored: Readonly<Record<string, number>>;
  /** Why rows are rejected, with their row in the file. */
  readonly rejected: readonly string[];
  readonly outcome: "read" | "asked" | "noHead" | "shares";
};

type Terms = {
  readonly kind: "tally" | "target";
  readonly campaign: Campaign;
  readonly units: readonly NamedUnit[];
  readonly today?: CalendarDay;
  readonly days?: readonly CalendarDay[];
  readonly answers?: Readonly<Record<string, string>>;
};

/** Loads a file of `office-tables` as the pages do. */
export async function load(name: string, terms: Terms): Promise<Loaded> {
  const { kind, campaign, units, today = campaign.endsOn, days = [], answers = {} } = terms;
  const bytes = await readFile(join(import.meta.dirname, "office-tables", name));
  const lookup = new UnitLookup(units, campaign.districtName);
  const vocabulary = vocabularyOf(kind, campaign, unitsOf(units, lookup));
  const asking = new Asking(new Map(Object.entries(answers)));
  const workbook = await parseFile(bytes);
  const table = readTable(workbook, { vocabulary, asking, remembered: () => null, days });
  const told = () =>
    asking.asked
      .filter(({ answer }) => answer === null)
      .map(({ id, kind: of, options }) => ({
        id,
        kind: of,
        options: options.map(({ value }) => value),
      }));
  if (table.kind !== "read") {
    return { asked: told(), stored: {}, rejected: [], outcome: table.kind };
  }
  const { rows, overlong } = table;
  const nameOf = (code: string) => units.find((unit) => unit.code === code)?.name ?? code;
  if (kind === "target") {
    const head = targetHead(table, vocabulary);
    const work = checkTargets(rows, head, campaign, lookup, { asOf: today, overlong, asking });
    const { cells, rejected } = atOnce(work);
    return {
      asked: told(),
      stored: Object.fromEntries(
        cells.map((cell) => [`${nameOf(cell.unit)} ${cell.intervention}`, cell.people]),
      ),
      rejected: rejected.map(({ row, code }) => `${String(row)} ${code}`),
      outcome: "read",
    };
  }
  const head = tallyHead(table, vocabulary);
  const names = { unit: "Unit", day: "Tanggal" };
  const work = checkTallies(rows, head, campaign, lookup, { today, names, overlong, asking });
  const { reports, rejected } = atOnce(work);
  return {
    asked: told(),
    stored: Object.fromEntries(
      reports.flatMap(({ unit, day, counts }) =>
        counts.map((count) => [
          `${unit.name} ${day} ${count.intervention} ${count.targetGroup}`,
          count.value,
        ]),
      ),
    ),
    rejected: rejected.map(({ line, code }) => `${String(line)} ${code}`),
    outcome: "read",
  };
}
