import type { UnitKind } from "./unit-kind";

/** What is asked of some kinds of reporting units only; without any named, of every kind. */
export type Asked = { readonly unitKinds?: readonly UnitKind[] | undefined };

/** Whether a column is one of a unit's: what is not asked of it, it neither reports nor has a target for. */
export function isAskedOf({ unitKinds }: Asked, kind: UnitKind): boolean {
  return !unitKinds?.length || unitKinds.includes(kind);
}

/** Whether any is asked of some kinds only: of most campaigns none is, and no unit is looked at. */
export function isAnyRestricted(asked: readonly Asked[]): boolean {
  return asked.some(({ unitKinds }) => unitKinds?.length);
}

/** As it is kept: in the order of all kinds, and none where all of `known` are named. */
export function keptKinds(
  chosen: readonly UnitKind[],
  known: readonly UnitKind[],
): readonly UnitKind[] {
  return known.every((kind) => chosen.includes(kind))
    ? []
    : known.filter((kind) => chosen.includes(kind));
}
