import { routes, withQuery } from "@/lib/base/routes";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Directive } from "@/lib/directive/directive";
import type { FrozenFigures } from "@/lib/directive/frozen";
import { knownOn } from "@/lib/directive/then-now";

/** What the address of a page of what was issued says. */
export type IssuedQuery = {
  /** How its table is laid out. */
  readonly lihat: string | null;
  /** "tinjauan": the figures beside those of then are of the day that it was looked at again. */
  readonly angka: string | null;
};

const atReview = "tinjauan";

export function readIssuedQuery(
  query: Readonly<Record<string, string | string[] | undefined>>,
): IssuedQuery {
  return {
    lihat: query["lihat"]?.toString() ?? null,
    angka: query["angka"]?.toString() === atReview ? atReview : null,
  };
}

/** The page with something of its address changed. */
export function issuedHref(
  slug: string,
  id: string,
  query: IssuedQuery,
  change: { readonly lihat?: string | null; readonly isAtReview?: boolean },
): string {
  const { isAtReview, ...rest } = change;
  const angka = isAtReview === undefined ? query.angka : isAtReview ? atReview : null;
  return withQuery(routes.directive(id), { kampanye: slug, ...query, ...rest, angka });
}

/** What its review knew of, where it is over and something had come since then; null: there is no such day. */
export function reviewedDay(
  { reviewOn }: Pick<Directive, "reviewOn">,
  frozen: Pick<FrozenFigures, "day">,
  today: CalendarDay,
): CalendarDay | null {
  if (reviewOn === null || reviewOn >= today) return null;
  const day = knownOn(reviewOn, today);
  return day > frozen.day ? day : null;
}

/** The day of the figures that stand beside those of then. */
export function shownDay(
  directive: Pick<Directive, "reviewOn">,
  frozen: Pick<FrozenFigures, "day">,
  today: CalendarDay,
  { angka }: IssuedQuery,
): CalendarDay {
  return (angka === atReview && reviewedDay(directive, frozen, today)) || today;
}
