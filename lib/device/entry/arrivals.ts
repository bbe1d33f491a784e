import { isLive, type Mutation } from "@/lib/device/outbox/mutation";

/** A report that the server confirmed after the screen was drawn, so that the screen lacks it. */
type Arrival = {
  /** ISO: when the server received it. */
  readonly at: string;
  readonly isZero: boolean;
};

/**
 * What arrived from this device since a screen was drawn, by unit: until it is drawn anew the screen
 * may not say that it is missing. Both hours are the server's.
 *
 * @param drawnAt ISO: of when the figures of the screen are.
 */
export function arrivalsSince(
  mutations: readonly Mutation[],
  { slug, day, drawnAt }: { readonly slug: string; readonly day: string; readonly drawnAt: string },
): ReadonlyMap<string, Arrival> {
  const since = Date.parse(drawnAt);
  return new Map(
    mutations.flatMap((each) => {
      if (isLive(each) || each.slug !== slug || each.day !== day) return [];
      const { at } = each.state;
      return Date.parse(at) > since ? [[each.unit, { at, isZero: each.isZero }] as const] : [];
    }),
  );
}
