import { placeWords } from "@/lib/campaign/place-words";
import { UnitNames as Names } from "@/lib/campaign/unit-names";

type Unit = { readonly code: string; readonly name: string };

/** What a written name or code of a unit leads to. `normal` is how it was read. */
export type UnitMatch =
  | { readonly kind: "unit"; readonly code: string; readonly normal: string }
  | { readonly kind: "unknown" | "ambiguous"; readonly normal: string };

/** The units that a block may name. */
export type UnitNames = Names<Unit>;

export function readUnitNames(units: readonly Unit[]): UnitNames {
  return new Names(units);
}

/** The unit that a cell names: by its code, with or without dots, or by its name (`UnitNames`). */
export function matchUnit(written: string, names: UnitNames): UnitMatch {
  const normal = placeWords(written);
  const [coded] = names.ofCode(written);
  if (coded) return { kind: "unit", code: coded.code, normal };
  const found = names.find(written);
  return found.kind === "unit"
    ? { kind: "unit", code: found.unit.code, normal }
    : { kind: found.kind, normal };
}
