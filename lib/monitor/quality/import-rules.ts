import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { unitFinding, type Finding, type FindingRow, type UnitPlace } from "./finding";

/** A line of an imported file of reports that was refused, and not mended since. */
export type ImportRefusal = {
  readonly id: string;
  readonly kind: "noSuchDay" | "cumulativeFell";
  readonly fileName: string;
  readonly line: number;
  /** As the file wrote it. */
  readonly dayText: string;
  /** null: the file named none that is known. */
  readonly unit: UnitPlace | null;
  /** The day, when it exists. */
  readonly day: CalendarDay | null;
  /** The column and the two cumulative figures, of a fall. */
  readonly fall: {
    readonly intervention: string;
    readonly targetGroup: string;
    readonly before: number;
    readonly value: number;
  } | null;
};

/** `noSuchDay` and `cumulativeFell`, of imported files. One finding a line of the file. */
export function importFindings(refusals: readonly ImportRefusal[]): Finding[] {
  return refusals.map((refusal) => {
    const finding = {
      rule: refusal.kind,
      subject: `import/${refusal.id}`,
      day: refusal.day,
      rows: [rowOf(refusal)],
      remedy: { kind: "tallyImport" },
    } as const;
    return refusal.unit
      ? unitFinding(refusal.unit, finding)
      : { ...finding, place: null, subdistrict: null, resolver: "healthOffice" };
  });
}

function rowOf({ kind, fileName: file, line, dayText, fall }: ImportRefusal): FindingRow {
  if (kind === "noSuchDay") return { kind: "refusedDay", values: { file, line, dayText } };
  return {
    kind: "refusedFall",
    ...(fall && {
      column: { intervention: fall.intervention, targetGroup: fall.targetGroup },
    }),
    values: { file, line, dayText, before: fall?.before ?? 0, after: fall?.value ?? 0 },
  };
}
