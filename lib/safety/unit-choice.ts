/** A unit that a record may be of. */
export type UnitChoice = {
  readonly code: string;
  readonly name: string;
  readonly subdistrict: string;
  readonly subdistrictName: string;
};

/** The kecamatan of units, each once, in their order. */
export function subdistrictChoices(
  units: readonly UnitChoice[],
): { readonly value: string; readonly name: string }[] {
  const names = new Map(units.map((each) => [each.subdistrict, each.subdistrictName]));
  return [...names].map(([value, name]) => ({ value, name }));
}
