import type { Campaign } from "@/lib/campaign/campaign";
import { columnKeyOf, type ColumnKey } from "@/lib/campaign/column-key";

import type { DailyReportSubmission, StoredReport } from "./schema";
import { readTypedCount, type CountRejection } from "./typed-count";

/** A column of the entry grid: one intervention in one target group. */
export type EntryColumn = {
  readonly key: ColumnKey;
  readonly intervention: string;
  readonly targetGroup: string;
  readonly interventionName: string;
  readonly shortName: string;
  readonly groupName: string;
  /** As narrow columns write it: "9–59 bln", "5–<7 th". */
  readonly shortGroupName: string;
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
  /** Name of its kecamatan, or of the kabupaten for a unit that belongs to none. */
  readonly subdistrictName: string;
};

/** A reporting unit on one day. */
export type EntryRow = {
  readonly unit: EntryUnit;
  /** null: it has not reported. */
  readonly standing: StoredReport | null;
  /** In the order of the columns. */
  readonly cells: readonly EntryCell[];
};

/** What stands in the fields of a row, by column key. */
export type TypedFields = Readonly<Record<ColumnKey, string>>;

/** A row's fields: residents, and those from outside the unit's area. */
export type TypedRow = { readonly residents: TypedFields; readonly nonResidents: TypedFields };

export type EntryFieldProblem = {
  readonly key: ColumnKey;
  readonly field: "residents" | "nonResidents";
  /** `residentsMissing`: people from outside were counted and the unit's own were not. */
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
  return campaign.interventions.flatMap(({ code, name, shortName, targetGroups }) =>
    targetGroups.map((group) => {
      const groupName = campaign.targetGroups.find((each) => each.code === group)?.name ?? group;
      return {
        key: columnKeyOf({ intervention: code, targetGroup: group }),
        intervention: code,
        targetGroup: group,
        interventionName: name,
        shortName,
        groupName,
        shortGroupName: groupName.replace(/ bulan\b/, " bln").replace(/ tahun\b/, " th"),
      };
    }),
  );
}

/** The fields as a stored report fills them; a zero report, which has no cells, fills none. */
export function typedOf(
  standing: Pick<StoredReport, "tallies"> | null,
  columns: readonly EntryColumn[],
): TypedRow {
  const residents: Record<ColumnKey, string> = {};
  const nonResidents: Record<ColumnKey, string> = {};
  for (const { key, intervention, targetGroup } of columns) {
    const tally = standing?.tallies.find(
      (each) => each.intervention === intervention && each.targetGroup === targetGroup,
    );
    residents[key] = tally ? String(tally.residents) : "";
    nonResidents[key] = tally && tally.nonResidents > 0 ? String(tally.nonResidents) : "";
  }
  return { residents, nonResidents };
}

export function readTypedRow(typed: TypedRow, columns: readonly EntryColumn[]): RowReading {
  const problems: EntryFieldProblem[] = [];
  const tallies: RowReading["tallies"] = [];
  let filled = 0;
  for (const { key, intervention, targetGroup } of columns) {
    const residents = readTypedCount(typed.residents[key] ?? "");
    const nonResidents = readTypedCount(typed.nonResidents[key] ?? "");
    if (residents.kind !== "empty" || nonResidents.kind !== "empty") filled += 1;
    if (residents.kind === "rejected") {
      problems.push({ key, field: "residents", reason: residents.reason });
    }
    if (nonResidents.kind === "rejected") {
      problems.push({ key, field: "nonResidents", reason: nonResidents.reason });
    }
    if (residents.kind === "count") {
      const beside = nonResidents.kind === "count" ? nonResidents.value : 0;
      tallies.push({
        intervention,
        targetGroup,
        residents: residents.value,
        nonResidents: beside,
      });
    } else if (
      nonResidents.kind === "count" &&
      nonResidents.value > 0 &&
      residents.kind === "empty"
    ) {
      problems.push({ key, field: "residents", reason: "residentsMissing" });
    }
  }
  return { filled, problems, tallies };
}

/** Whether two rows of fields hold the same text. */
export function isSameTyped(a: TypedRow, b: TypedRow, columns: readonly EntryColumn[]): boolean {
  return columns.every(
    ({ key }) =>
      (a.residents[key] ?? "").trim() === (b.residents[key] ?? "").trim() &&
      (a.nonResidents[key] ?? "").trim() === (b.nonResidents[key] ?? "").trim(),
  );
}
