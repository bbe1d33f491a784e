import { unitKindWords, type UnitKind } from "./unit-kind";

/** What a unit stands for: an area of the register, and as what. */
type Placed = { readonly kind: UnitKind; readonly regionCode: string };

/**
 * Whether two levels of one area report: a kecamatan as a unit beside a village of it. Who is counted
 * in the village is counted in the kecamatan again, so the two are never added up. An office, school or
 * puskesmas in the kecamatan is no level of it: it gives what it gives itself.
 *
 * @returns the place in the list of the first kecamatan that stands beside a village, or of the first
 * village beside a kecamatan of the others; null: there is none.
 */
export function overlappingUnit(
  units: readonly Placed[],
  others: readonly Placed[] = [],
): number | null {
  const all = [...units, ...others];
  const [subdistricts, villages] = [all.filter(isOf("subdistrict")), all.filter(isOf("village"))];
  const twice = units.flatMap((unit, index) => {
    const isTwice = isOf("subdistrict")(unit)
      ? villages.some((village) => isIn(village, unit))
      : isOf("village")(unit) && subdistricts.some((subdistrict) => isIn(unit, subdistrict));
    return isTwice ? [{ unit, index }] : [];
  });
  const found = twice.find(({ unit }) => isOf("subdistrict")(unit)) ?? twice[0];
  return found?.index ?? null;
}

function isIn(village: Placed, subdistrict: Placed): boolean {
  return (
    village.regionCode === subdistrict.regionCode ||
    village.regionCode.startsWith(`${subdistrict.regionCode}.`)
  );
}

function isOf(level: "subdistrict" | "village") {
  return ({ kind }: Placed): boolean => unitKindWords[kind].standsFor === level;
}
