import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { reasonCodes } from "@/lib/report/part/part";

/** Why somebody was not reached: as daily reports say it. */
export type UnreachedReason = (typeof reasonCodes)[number];

/** One house that was visited. */
export type House = {
  /** From 1. */
  readonly number: number;
  /** People in it whom the campaign means. */
  readonly people: number;
  /** Of them: those who were reached. */
  readonly reached: number;
  /** Why not all were; null: all were, or nobody could say. */
  readonly reason: UnreachedReason | null;
};

/** What an assessment must show in a campaign. */
export type PassMark = {
  /** Houses that it takes to say anything. */
  readonly houses: number;
  /** Missed ones of so many houses from which the place is swept again. */
  readonly repeatFrom: number;
};

/**
 * 20 houses, and two missed are too many: 95 % of those looked for are found reached, as the WHO's rapid
 * convenience monitoring has it. A campaign may say otherwise.
 */
export const usualPassMark: PassMark = { houses: 20, repeatFrom: 2 };

/** What was found, added up. */
type HouseCounts = {
  readonly houses: number;
  /** Houses in which somebody was missed. */
  readonly missed: number;
  readonly people: number;
  readonly reached: number;
};

export function houseCounts(houses: readonly House[]): HouseCounts {
  return {
    houses: houses.length,
    missed: houses.filter(isMissed).length,
    people: houses.reduce((sum, { people }) => sum + people, 0),
    reached: houses.reduce((sum, { reached }) => sum + reached, 0),
  };
}

export function isMissed({ people, reached }: Pick<House, "people" | "reached">): boolean {
  return reached < people;
}

/** "pass": enough (Cukup); "repeat": the place is swept again (Ulangi); "incomplete": too few houses. */
export const rapidVerdicts = ["pass", "repeat", "incomplete"] as const;

export type RapidVerdict = (typeof rapidVerdicts)[number];

/**
 * What follows from an assessment. With more houses than the mark asks for, more may be missed in the same
 * proportion: of 20 one, of 40 two.
 */
export function rapidVerdictOf(
  { houses, missed }: Pick<HouseCounts, "houses" | "missed">,
  mark: PassMark,
): RapidVerdict {
  if (houses < mark.houses) return "incomplete";
  return missed * mark.houses <= (mark.repeatFrom - 1) * houses ? "pass" : "repeat";
}

/** Fewest houses without anybody missed with which so many houses pass. */
export function housesToPass(houses: number, { houses: asked, repeatFrom }: PassMark): number {
  return houses - Math.floor(((repeatFrom - 1) * houses) / asked);
}

/** Why people were missed, the commonest first, those without a reason last. */
export function reasonsOf(
  houses: readonly House[],
): { readonly reason: UnreachedReason | null; readonly people: number }[] {
  const counts = new Map<UnreachedReason | null, number>();
  for (const { people, reached, reason } of houses) {
    if (reached < people) counts.set(reason, (counts.get(reason) ?? 0) + people - reached);
  }
  return [...counts]
    .map(([reason, people]) => ({ reason, people }))
    .toSorted(
      (a, b) => Number(a.reason === null) - Number(b.reason === null) || b.people - a.people,
    );
}

/** Houses of a place, visited on a day after it said that it was done. It is never a part of coverage. */
export type RapidAssessment = HouseCounts & {
  readonly id: string;
  readonly version: number;
  readonly unit: string;
  readonly unitName: string;
  readonly subdistrict: string;
  readonly subdistrictName: string;
  readonly day: CalendarDay;
  /** Code of the intervention that is asked about. */
  readonly intervention: string;
  /** Where in the unit: "RW 02". */
  readonly location: string;
  /** Who looked, by role or team. */
  readonly assessor: string;
  /** It is invented. */
  readonly isSample: boolean;
};
