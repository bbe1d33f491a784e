import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { Finding, NamedPlace } from "./finding";

/** A total that somebody announced, with what the reports say of the same. */
export type StatedTotal = {
  readonly id: string;
  /** A subdistrict; null: the whole kabupaten. */
  readonly place: NamedPlace | null;
  readonly intervention: string;
  readonly day: CalendarDay;
  /** Up to and including the day, from the round's first; else of the day alone. */
  readonly isCumulative: boolean;
  readonly doses: number;
  /** Who announced it and where. */
  readonly source: string;
  /** Doses by group in the reports. */
  readonly parts: readonly { readonly targetGroup: string; readonly doses: number }[];
};

/** An announced total that was taken away and can be put back. */
export type RemovedTotal = Pick<StatedTotal, "id" | "intervention" | "day" | "doses"> & {
  readonly placeName: string;
};

/** `statedTotal`: the parts do not add up to the total that was announced. A row for each part. */
export function statedTotalFindings(totals: readonly StatedTotal[]): Finding[] {
  return totals.flatMap((total) => {
    const sum = total.parts.reduce((all, { doses }) => all + doses, 0);
    if (sum === total.doses) return [];
    const { intervention, place } = total;
    return [
      {
        rule: "statedTotal",
        subject: total.id,
        place,
        subdistrict: place,
        day: total.day,
        resolver: "healthOffice",
        rows: [
          {
            kind: "stated",
            column: { intervention, targetGroup: null },
            values: {
              stated: total.doses,
              sum,
              difference: sum - total.doses,
              source: total.source,
            },
          },
          ...total.parts.map(({ targetGroup, doses }) => ({
            kind: "part" as const,
            column: { intervention, targetGroup },
            values: { doses },
          })),
        ],
        remedy: { kind: "statedTotals" },
      },
    ];
  });
}
