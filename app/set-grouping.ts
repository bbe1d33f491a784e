import { getTranslations } from "next-intl/server";

import { groupedBy, type SetGrouping, type UnitSetKind } from "@/lib/campaign/unit-set/unit-set";

/**
 * How a page groups its rows: by the sets of which its place is one, else by those that were asked for.
 *
 * @param place the code in the address; null: it names none.
 */
export async function groupingOf(
  place: string | null,
  asked: UnitSetKind | null,
): Promise<SetGrouping | null> {
  const kind = groupedBy(place, asked);
  if (kind === null) return null;
  const t = await getTranslations("places.rest");
  return { kind, restName: t(kind) };
}
