import { countCompleteDays } from "@/lib/monitor/verdicts";
import { groupBy } from "@/lib/base/group-by";

import type { Root } from "./place";
import type { CheckedDay } from "./rows";

/** A row of a coverage screen, with the units that it is the sum of. */
export type Part = {
  readonly code: string;
  readonly name: string;
  readonly unitCodes: ReadonlySet<string>;
  /** Of its days; null for a unit, which says so itself. */
  readonly completeDays: number | null;
};

/** The rows of a place: its kecamatan or sets, or its units where there are none. */
export function partsWithin(root: Root, daysOf: (code: string) => readonly CheckedDay[]): Part[] {
  if (root.parts === "unit") return unitParts(root);
  if (root.parts === "set") return setParts(root, daysOf);
  const bySubdistrict = groupBy(root.units, (unit) => unit.subdistrictCode);
  return [...bySubdistrict].map(([code, units]) => ({
    code,
    name: units[0]?.subdistrictName ?? code,
    unitCodes: new Set(units.map((unit) => unit.code)),
    completeDays: countCompleteDays(daysOf(code)),
  }));
}

/** Sets in the order in which their units come, which is the sets' own; the others' group last. */
function setParts({ units }: Root, daysOf: (code: string) => readonly CheckedDay[]): Part[] {
  return [...groupBy(units, ({ set }) => set?.code ?? "")].map(([code, members]) => ({
    code,
    name: members[0]?.set?.name ?? code,
    unitCodes: new Set(members.map((unit) => unit.code)),
    completeDays: countCompleteDays(daysOf(code)),
  }));
}

/** A row of each unit of the place. */
export function unitParts(root: Root): Part[] {
  return root.units.map(({ code, name }) => ({
    code,
    name,
    unitCodes: new Set([code]),
    completeDays: null,
  }));
}
