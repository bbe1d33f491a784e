import type { PlaceNoun, UnitKind } from "@/lib/campaign/unit-kind";
import { readSetPlace, setNoun, type SetGrouping } from "@/lib/campaign/unit-set/unit-set";
import { unplacedCode } from "@/lib/campaign/unplaced";
import { isWithin, regionCode, regionLevel, type RegionCode } from "@/lib/base/region/code";

/** A reporting unit with the kecamatan that it lies in, as far as someone may read it. */
export type PlacedUnit = {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly regionCode: RegionCode;
  readonly regionName: string;
  /** `unplacedCode` where it lies in none. */
  readonly subdistrictCode: string;
  readonly subdistrictName: string;
  /** Cell of the tile map of its kecamatan. */
  readonly gridRow: number | null;
  readonly gridColumn: number | null;
  /** The set of the asked kind that it is in; the last group for one that is in none. null: no kind is asked. */
  readonly set: { readonly code: string; readonly name: string } | null;
};

/** What a coverage screen is about. */
export type Root = {
  readonly kind: "district" | "subdistrict" | "village" | "set" | "office" | "unit";
  readonly code: string;
  readonly name: string;
  /** Its reporting units, in the order of their codes. */
  readonly units: readonly PlacedUnit[];
  /** What its rows are: kecamatan or sets, or reporting units where there are none between. */
  readonly parts: "subdistrict" | "set" | "unit";
  /** Of which kind the sets are, its own or its rows'; null: there are none. */
  readonly sets: SetGrouping | null;
};

/** The code that a place lies under, for queries; undefined: it is all that its reader may read. */
export function placeWithin({ kind, code }: Root): string | undefined {
  return kind === "district" || kind === "office" ? undefined : code;
}

type District = { readonly districtCode: RegionCode; readonly districtName: string };

/**
 * The place that an address names, or the whole of what may be read when it names none. Another's
 * kecamatan, village, set or unit is not found, and neither is the whole above one's own part.
 *
 * @param units those that may be read.
 * @param region where the reading is allowed; null: in an office alone.
 * @param officeName what that is called.
 * @param sets how rows are grouped; null: by kecamatan.
 */
export function findRoot(
  units: readonly PlacedUnit[],
  {
    region,
    officeName = "",
    named,
    district,
    sets = null,
  }: {
    region: RegionCode | null;
    officeName?: string | undefined;
    named: string | undefined;
    district: District;
    sets?: SetGrouping | null;
  },
): Root | null {
  const set = readSetPlace(named ?? "");
  if (set) {
    const members = units.filter((each) => each.set?.code === named);
    const name = members[0]?.set?.name;
    return sets?.kind === set.kind && named !== undefined && name !== undefined
      ? { kind: "set", code: named, name, units: members, parts: "unit", sets }
      : null;
  }
  if (region === null) return findInOffice(units, officeName, named);
  const root = findArea(units, { region, named, district });
  return root !== null && sets !== null && (root.kind === "district" || root.kind === "subdistrict")
    ? { ...root, parts: "set", sets }
    : root;
}

function findArea(
  units: readonly PlacedUnit[],
  {
    region,
    named,
    district,
  }: { region: RegionCode; named: string | undefined; district: District },
): Root | null {
  const code = named ?? region;
  const isDistrict = code === district.districtCode;
  if (isDistrict && isWithin(district.districtCode, region)) return districtRoot(units, district);

  const unit = units.find((each) => each.code === code);
  const inSubdistrict = units.filter((each) => each.subdistrictCode === code);
  const inVillage = units.filter((each) => each.regionCode === code);
  const isMine =
    code === unplacedCode ||
    (regionCode.safeParse(code).success && isWithin(regionCode.parse(code), region));

  // A unit that is a whole kecamatan may have the kecamatan's code: alone there, it is the unit.
  if (inSubdistrict.length > 0 && isMine && !(unit && inSubdistrict.length === 1)) {
    return {
      kind: "subdistrict",
      code,
      name: inSubdistrict[0]?.subdistrictName ?? code,
      units: inSubdistrict,
      parts: "unit",
      sets: null,
    };
  }
  if (unit && (named !== undefined || inVillage.length === 1)) {
    return { kind: "unit", code, name: unit.name, units: [unit], parts: "unit", sets: null };
  }
  const [only] = inVillage;
  if (only && isMine && regionLevel(only.regionCode) === "village") {
    return inVillage.length === 1
      ? { kind: "unit", code: only.code, name: only.name, units: [only], parts: "unit", sets: null }
      : {
          kind: "village",
          code,
          name: only.regionName,
          units: inVillage,
          parts: "unit",
          sets: null,
        };
  }
  // Nothing reports there yet, but it is what this person has.
  return named === undefined
    ? { kind: "village", code, name: code, units: [], parts: "unit", sets: null }
    : null;
}

/** A unit of an office, or all that it has: its one unit, several together, or none yet. */
function findInOffice(
  units: readonly PlacedUnit[],
  name: string,
  named: string | undefined,
): Root | null {
  const all = { kind: "office", code: "", name, units, parts: "unit", sets: null } as const;
  if (named === undefined && units.length !== 1) return all;
  const unit = named === undefined ? units[0] : units.find(({ code }) => code === named);
  return unit ? { ...all, kind: "unit", code: unit.code, name: unit.name, units: [unit] } : null;
}

function districtRoot(units: readonly PlacedUnit[], district: District): Root {
  const { districtCode: code, districtName: name } = district;
  const hasSubdistricts = units.some((unit) => unit.subdistrictCode !== unplacedCode);
  const parts = hasSubdistricts ? "subdistrict" : "unit";
  return { kind: "district", code, name, units, parts, sets: null };
}

/** What a place's rows are called: one kind of unit, or just units where kinds are mixed. */
export function partNoun(root: Pick<Root, "parts" | "units" | "sets">): PlaceNoun {
  if (root.parts === "set" && root.sets !== null) return setNoun(root.sets.kind);
  return root.parts === "subdistrict" ? "subdistrict" : unitNoun(root.units);
}

export function unitNoun(units: readonly Pick<PlacedUnit, "kind">[]): PlaceNoun {
  const [first, ...others] = new Set(units.map(({ kind }) => kind));
  return first === undefined || others.length > 0 ? "unit" : first;
}
