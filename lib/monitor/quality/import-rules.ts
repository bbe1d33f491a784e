import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { unitFinding, type Finding, type FindingRow, type UnitPlace } from "./finding";

/** A line of an imported file of reports that was rejected, and not mended since. */
export type ImportRejection = {
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
export function importFindings(rejections: readonly ImportRejection[]): Finding[] {
  return rejections.map((rejection) => {
    const finding = {
      rule: rejection.kind,
      subject: `import/${rejection.id}`,
      day: rejection.day,
      rows: [rowOf(rejection)],
      remedy: { kind: "tallyImport" },
    } as const;
    return rejection.unit
      ? unitFinding(rejection.unit, finding)
      : { ...finding, place: null, subdistrict: null, resolver: "healthOffice" };
  });
}

function rowOf({ kind, fileName: file, line, dayText, fall }: ImportRejection): FindingRow {
  if (kind === "noSuchDay") return { kind: "rejectedDay", values: { file, line, dayText } };
  return {
    kind: "rejectedFall",
    ...(fall && {
      column: { intervention: fall.intervention, targetGroup: fall.targetGroup },
    }),
    values: { file, line, dayText, before: fall?.before ?? 0, after: fall?.value ?? 0 },
  };
}
