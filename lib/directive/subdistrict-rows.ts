import type { RegionCode } from "@/lib/base/region/code";

import type { Order } from "./directive";
import { progressOf, type Progress, type ProgressPart } from "./progress";

/** Follow-ups of an order in a kecamatan that stand alike; null: of offices and classes, which lie in none. */
export type SubdistrictCount = {
  readonly subdistrict: RegionCode | null;
  readonly name: string;
  readonly order: number;
  readonly part: ProgressPart;
  readonly count: number;
};

export type SubdistrictRow = {
  readonly subdistrict: RegionCode | null;
  readonly name: string;
  /** Of each order; null: it is asked of nobody there. */
  readonly cells: readonly (Progress | null)[];
  readonly all: Progress;
};

/** A row for each kecamatan, the one with most that is late first, and offices and classes together last. */
export function subdistrictRows(
  orders: readonly Pick<Order, "position">[],
  counts: readonly SubdistrictCount[],
): readonly SubdistrictRow[] {
  const codes = [...new Set(counts.map(({ subdistrict }) => subdistrict))];
  return codes
    .map((subdistrict) => {
      const own = counts.filter((each) => each.subdistrict === subdistrict);
      return {
        subdistrict,
        name: own[0]?.name ?? "",
        cells: orders.map(({ position }) => {
          const found = own.filter(({ order }) => order === position);
          return found.length === 0 ? null : progressOf(found);
        }),
        all: progressOf(own),
      };
    })
    .toSorted(
      (a, b) =>
        Number(a.subdistrict === null) - Number(b.subdistrict === null) ||
        b.all.late - a.all.late ||
        a.name.localeCompare(b.name, "id"),
    );
}
