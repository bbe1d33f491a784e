import { isAnyRestricted, isAskedOf, type Asked } from "@/lib/campaign/asked";
import type { Campaign } from "@/lib/campaign/campaign";
import { whyNotAdded } from "@/lib/campaign/figure";
import { columnKeyOf, type ColumnKey } from "@/lib/campaign/column-key";
import { eachMeasure, hasDoses, measures, type Measure } from "@/lib/campaign/measures";
import type { UnitKind } from "@/lib/campaign/unit-kind";

import type { DailyReportSubmission, StoredReport } from "./schema";
import { readTypedCount, type CountRejection } from "./typed-count";

/** A column of the entry grid: one intervention in one target group. */
export type EntryColumn = Asked & {
  readonly key: ColumnKey;
  readonly intervention: string;
  readonly targetGroup: string;
  readonly interventionName: string;
  readonly shortName: string;
  readonly groupName: string;
  /** As narrow columns write it: "9–59 bln", "5–<7 th". */
  readonly shortGroupName: string;
  /** It stands in no sum with other columns, because the groups of its intervention do not add. */
  readonly isApart?: true;
};

/** What is known of a cell besides today's report. Doses of residents. */
export type EntryCell = {
  /** Doses of the round up to the day before. */
  readonly before: number;
  /** The day before; null: it has no report, or is none of the round's. */
  readonly yesterday: number | null;
  /** People of the deciding source; null: not loaded. */
  readonly target: number | null;
  /** Doses of the last seven days with any, oldest first. */
  readonly usual: readonly number[];
  /** How many deviations from the usual a count may be: the campaign's setting. */
  readonly deviations: number;
};

export type EntryUnit = {
  readonly code: string;
  readonly name: string;
  /** desa or kelurahan for a village; null for another kind of unit. */
  readonly villageKind: "desa" | "kelurahan" | null;
  /** Left out of a village, and where every column is asked of every unit. */
  readonly kind?: UnitKind | undefined;
  /** Name of its kecamatan, or of the kabupaten for a unit that belongs to none. */
  readonly subdistrictName: string;
};

/** A reporting unit on one day. */
export type EntryRow = {
  readonly unit: EntryUnit;
  /** null: it has not reported. */
  readonly standing: StoredReport | null;
  /** It owes the day's report, or sent one all the same; of the others none is awaited. */
  readonly isDue: boolean;
  /** In the order of the columns. */
  readonly cells: readonly EntryCell[];
};

/** What stands in the fields of a row, by column key. */
export type TypedFields = Readonly<Record<ColumnKey, string>>;

/** A row's fields of each measure. */
export type TypedRow = Readonly<Record<Measure, TypedFields>>;

export type EntryFieldProblem = {
  readonly key: ColumnKey;
  readonly field: Measure;
  /** `residentsMissing`: another measure was counted and the unit's own people were not. */
  readonly reason: CountRejection | "residentsMissing";
};

/** What the fields of a row come to. */
export type RowReading = {
  /** Columns with something in them. */
  readonly filled: number;
  readonly problems: readonly EntryFieldProblem[];
  readonly tallies: DailyReportSubmission["tallies"];
};

/** The columns of a campaign, in its order. */
export function entryColumns(campaign: Campaign): EntryColumn[] {
  return campaign.interventions.flatMap((intervention) => {
    const { code, name, shortName, targetGroups } = intervention;
    const isApart = whyNotAdded(intervention) !== null;
    return targetGroups.map((group) => {
      const { name: groupName = group, unitKinds = [] } =
        campaign.targetGroups.find((each) => each.code === group) ?? {};
      return {
        key: columnKeyOf({ intervention: code, targetGroup: group }),
        intervention: code,
        targetGroup: group,
        interventionName: name,
        shortName,
        groupName,
        shortGroupName: groupName.replace(/ bulan\b/, " bln").replace(/ tahun\b/, " th"),
        ...(isApart && { isApart }),
        ...(unitKinds.length > 0 && { unitKinds }),
      };
    });
  });
}

/** Whether a column is one of a unit's. */
export function isColumnOf({ kind = "village" }: Pick<EntryUnit, "kind">, column: Asked): boolean {
  return isAskedOf(column, kind);
}

/** The columns of a unit: those that are asked of units of its kind. */
export function columnsOf(
  unit: Pick<EntryUnit, "kind">,
  columns: readonly EntryColumn[],
): readonly EntryColumn[] {
  return isAnyRestricted(columns) ? columns.filter((column) => isColumnOf(unit, column)) : columns;
}

/** A unit as it goes along with a page: its kind only where a column goes by it. */
export function withKindIfAsked<Unit extends { readonly kind: UnitKind }>(
  { kind, ...unit }: Unit,
  columns: readonly Asked[],
): Omit<Unit, "kind"> & Pick<EntryUnit, "kind"> {
  return kind !== "village" && isAnyRestricted(columns) ? { ...unit, kind } : unit;
}

/** Rows with the columns that are asked of any of them: what is asked of none of them is not drawn. */
export function askedPart(
  rows: readonly EntryRow[],
  columns: readonly EntryColumn[],
): { readonly rows: readonly EntryRow[]; readonly columns: readonly EntryColumn[] } {
  if (!isAnyRestricted(columns)) return { rows, columns };
  const isDrawn = columns.map((column) => rows.some(({ unit }) => isColumnOf(unit, column)));
  return {
    rows: rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => isDrawn[index]) })),
    columns: columns.filter((_, index) => isDrawn[index]),
  };
}

/** Whether all columns of a row have a sum together. */
export function hasRowSum(columns: readonly EntryColumn[]): boolean {
  return !columns.some(({ isApart }) => isApart);
}

/** The fields as a stored report fills them; a zero report, which has no cells, fills none. */
export function typedOf(
  standing: Pick<StoredReport, "tallies"> | null,
  columns: readonly EntryColumn[],
): TypedRow {
  const tallies = columns.map(({ key, intervention, targetGroup }) => {
    const tally = standing?.tallies.find(
      (each) => each.intervention === intervention && each.targetGroup === targetGroup,
    );
    return { key, tally };
  });
  return eachMeasure((measure) =>
    Object.fromEntries(
      tallies.map(({ key, tally }) => {
        const isSaid = tally && (measure === "residents" || tally[measure] > 0);
        return [key, isSaid ? String(tally[measure]) : ""];
      }),
    ),
  );
}

export function readTypedRow(typed: TypedRow, columns: readonly EntryColumn[]): RowReading {
  const problems: EntryFieldProblem[] = [];
  const tallies: RowReading["tallies"] = [];
  let filled = 0;
  for (const { key, intervention, targetGroup } of columns) {
    const read = eachMeasure((measure) => readTypedCount(typed[measure][key] ?? ""));
    if (measures.some((measure) => read[measure].kind !== "empty")) filled += 1;
    for (const field of measures) {
      const each = read[field];
      if (each.kind === "rejected") problems.push({ key, field, reason: each.reason });
    }
    const doses = eachMeasure((measure) => {
      const each = read[measure];
      return each.kind === "count" ? each.value : 0;
    });
    if (read.residents.kind === "count") tallies.push({ intervention, targetGroup, ...doses });
    else if (read.residents.kind === "empty" && hasDoses(doses)) {
      problems.push({ key, field: "residents", reason: "residentsMissing" });
    }
  }
  return { filled, problems, tallies };
}

/** Whether two rows of fields hold the same text. */
export function isSameTyped(a: TypedRow, b: TypedRow, columns: readonly EntryColumn[]): boolean {
  return columns.every(({ key }) =>
    measures.every((measure) => (a[measure][key] ?? "").trim() === (b[measure][key] ?? "").trim()),
  );
}
