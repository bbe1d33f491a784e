import { addDays, type CalendarDay } from "@/lib/base/time/calendar-day";

import type { UnitEndInput } from "./schema/unit-ends";

/** What is known of a unit that an end names. */
type EndingUnit = {
  readonly code: string;
  readonly reportsFrom: CalendarDay | null;
  readonly firstReport: CalendarDay | null;
  readonly lastReport: CalendarDay | null;
  /** It is added now, or its first day came from an end that is said anew. */
  readonly isNew: boolean;
};

type SettledEnds = {
  readonly ends: readonly { readonly unit: string; readonly until: CalendarDay }[];
  readonly begins: readonly { readonly unit: string; readonly from: CalendarDay | null }[];
  readonly successions: readonly { readonly unit: string; readonly successor: string }[];
};

type EndProblem = {
  /** Of the body. */
  readonly path: string;
  readonly name: "unknownUnit" | "unitEndDay" | "hasReports" | "successorEnded" | "successorGap";
};

/**
 * What ends come to: who ends when, who begins when, who goes on with whose people. A successor that
 * begins does so on the day after the end, so that no day is without the people and none has them twice;
 * one that was there on the last day goes on as it was.
 *
 * @returns the first problem instead: a unit that there is not; reports after an end or before a
 * beginning; an end before a first day; a successor that had ended itself; days between the end and a successor's first.
 */
export function settleEnds(
  ends: readonly UnitEndInput[],
  units: ReadonlyMap<string, EndingUnit>,
): SettledEnds | EndProblem {
  const begins = new Map<string, CalendarDay | null>();
  const untils = new Map(ends.map(({ unit, until }) => [unit, until]));
  const inOrder = ends
    .map((end, index) => ({ ...end, index }))
    .sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : a.index - b.index));
  for (const { unit: code, until, successors, index } of inOrder) {
    const at = `unitEnds.${String(index)}`;
    const unit = units.get(code);
    if (!unit) return { path: `${at}.unit`, name: "unknownUnit" };
    if (unit.lastReport !== null && unit.lastReport > until) {
      return { path: `${at}.until`, name: "hasReports" };
    }
    const next = addDays(until, 1);
    for (const [place, each] of successors.entries()) {
      const field = `${at}.successors.${String(place)}.unit`;
      const successor = units.get(each.unit);
      if (!successor) return { path: field, name: "unknownUnit" };
      if ((untils.get(each.unit) ?? next) < next) return { path: field, name: "successorEnded" };
      const standing = begins.has(each.unit)
        ? (begins.get(each.unit) ?? null)
        : successor.isNew
          ? "new"
          : successor.reportsFrom;
      const isLater = standing === "new" || (standing !== null && standing > until);
      const from = each.from === undefined ? (isLater ? next : standing) : each.from;
      if (from !== null && from > next) return { path: field, name: "successorGap" };
      if (each.from === null && standing !== "new" && isLater) {
        return { path: field, name: "successorGap" };
      }
      if (from === next && successor.firstReport !== null && successor.firstReport < from) {
        return { path: field, name: "hasReports" };
      }
      begins.set(each.unit, from);
    }
  }
  const early = ends.findIndex(({ unit, until }) => {
    const from = begins.has(unit) ? begins.get(unit) : units.get(unit)?.reportsFrom;
    return from && until < from;
  });
  if (early !== -1) return { path: `unitEnds.${String(early)}.until`, name: "unitEndDay" };
  return {
    ends: ends.map(({ unit, until }) => ({ unit, until })),
    begins: [...begins].map(([unit, from]) => ({ unit, from })),
    successions: ends.flatMap(({ unit, successors }) =>
      successors.map((successor) => ({ unit, successor: successor.unit })),
    ),
  };
}
