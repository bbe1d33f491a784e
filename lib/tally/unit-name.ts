import { placeWords } from "@/lib/campaign/place-words";
import { UnitNames as Names } from "@/lib/campaign/unit-names";

type Unit = { readonly code: string; readonly name: string };

/** What a written name or code of a unit leads to. `normal` is how it was read. */
export type UnitMatch =
  | { readonly kind: "unit"; readonly code: string; readonly normal: string }
  | { readonly kind: "ambiguous"; readonly normal: string }
  /** `near`: units that may be meant, the likeliest first. */
  | { readonly kind: "unknown"; readonly normal: string; readonly near: readonly Unit[] };

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
  switch (found.kind) {
    case "unit":
      return { kind: "unit", code: found.unit.code, normal };
    case "ambiguous":
      return { kind: "ambiguous", normal };
    case "unknown":
      return {
        kind: "unknown",
        normal,
        get near() {
          return found.near;
        },
      };
  }
}
