import type { Assessment } from "@/lib/monitor/assessment";

import { seriesOf } from "./served";
import type { PlaceLoad } from "./what-if";

type Given = Parameters<typeof seriesOf>[1];

/** What of an assessment says how many people a place has still to serve. */
type Judged = Pick<
  Assessment,
  | "code"
  | "name"
  | "intervention"
  | "targetGroup"
  | "targetPopulation"
  | "dosesAdministered"
  | "required"
  | "base"
>;

/**
 * What each place needs a day: of the series of interventions that asks for most people, since those of one
 * series come on days of their own and all others at the same visit (`servedOf`).
 */
export function placeLoads(rows: readonly Judged[], interventions: Given): PlaceLoad[] {
  const places = new Map<string, Judged[]>();
  for (const row of rows) places.set(row.code, [...(places.get(row.code) ?? []), row]);
  return [...places.values()].flatMap((ofPlace) => loadOf(ofPlace, interventions) ?? []);
}

function loadOf(rows: readonly Judged[], interventions: Given): PlaceLoad | null {
  const [first] = rows;
  if (!first) return null;
  const series = new Map<string, Judged[]>();
  for (const row of rows) {
    const key = seriesOf(row.intervention, interventions);
    series.set(key, [...(series.get(key) ?? []), row]);
  }
  const loads = [...series.values()].map((each) => ({
    need: sumOf(each.map(({ required }) => needOf(required))),
    served: each.reduce((sum, { dosesAdministered }) => sum + dosesAdministered, 0),
    target: sumOf(each.map(({ targetPopulation }) => targetPopulation)),
  }));
  const most = loads.toSorted((one, other) => (other.need ?? -1) - (one.need ?? -1))[0];
  return {
    code: first.code,
    name: first.name,
    need: most?.need ?? null,
    served: most?.served ?? 0,
    target: most?.target ?? null,
    daysLeft: first.base.daysLeft,
  };
}

function needOf(required: Assessment["required"]): number | null {
  if (required.kind === "perDay") return required.perDay;
  return required.kind === "nothingNeeded" ? 0 : null;
}

/** Of those that are known; null: none is. */
function sumOf(counts: readonly (number | null)[]): number | null {
  const known = counts.flatMap((count) => count ?? []);
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0);
}
