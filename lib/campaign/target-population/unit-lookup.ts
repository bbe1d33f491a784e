import { notAUnit, type NotAUnit } from "@/lib/campaign/not-a-unit";
import type { ReportingUnit } from "@/lib/campaign/campaign";
import { codeKey, lettersApart, unlistedWords } from "@/lib/campaign/place-words";
import { UnitNames } from "@/lib/campaign/unit-names";

import type { Rejection } from "./rejection";

/** A unit with the name of its subdistrict, which tells it from its namesakes. */
export type NamedUnit = ReportingUnit & { readonly subdistrictName: string };

/** A unit as it is looked for by its name. */
export type LocatedUnit = Pick<NamedUnit, "code" | "name" | "subdistrictName"> & {
  readonly subdistrictCode: string;
};

/** A place of the register of areas. */
export type NamedRegion = { readonly code: string; readonly name: string };

/** Of places that are no unit: what they are. */
const placeFaults = {
  total: "isTotal",
  district: "isDistrict",
  subdistrict: "isSubdistrict",
  nonResidents: "isNonResidents",
  institution: "isInstitution",
} as const satisfies Record<NotAUnit, Rejection["code"]>;

export type UnitFault = Extract<
  Rejection["code"],
  | "noUnit"
  | "unknownUnit"
  | "unknownName"
  | "ambiguousName"
  | "codeNameDiffer"
  | "isRegion"
  | (typeof placeFaults)[NotAUnit]
>;

/** A line that leads to no unit by itself. */
export type MissedUnit<Unit = NamedUnit> = {
  readonly code: UnitFault;
  readonly params: Rejection["params"];
  /** Units that may be meant, the likeliest first: somebody can say which. */
  readonly choices: readonly Unit[];
};

export type FoundUnit<Unit = NamedUnit> = { readonly unit: Unit } | MissedUnit<Unit>;

/** How a line of a file names its unit. */
export type UnitWords = {
  readonly code: string;
  readonly name: string;
  readonly subdistrict: string;
};

/**
 * Finds reporting units as files and blocks name them: by code, with or without dots, or where the
 * code is empty by name, with the subdistrict's when that is there; a code may stand where a name is
 * expected. Built once for a file.
 */
export class UnitLookup<Unit extends LocatedUnit = NamedUnit> {
  readonly #names: UnitNames<Unit>;
  readonly #regions: ReadonlyMap<string, NamedRegion>;
  readonly #subdistrictNames: readonly string[];
  /** The villages of each subdistrict by its bare code. */
  readonly #villages = new Map<string, Unit[]>();

  /** @param regions the kabupaten's areas, so that one that reports nothing here is named as what it is. */
  constructor(
    units: readonly Unit[],
    private readonly districtName: string,
    regions: readonly NamedRegion[] = [],
  ) {
    this.#names = new UnitNames(units);
    const above = units.map(({ subdistrictCode, subdistrictName }) => ({
      code: subdistrictCode,
      name: subdistrictName,
    }));
    this.#regions = new Map([...above, ...regions].map((each) => [codeKey(each.code), each]));
    const subdistricts = [...this.#regions].filter(([code]) => code.length === 6);
    this.#subdistrictNames = subdistricts.map(([, { name }]) => name);
    for (const unit of units.filter(({ code }) => codeKey(code).length === 10)) {
      const subdistrict = codeKey(unit.subdistrictCode);
      const known = this.#villages.get(subdistrict);
      if (known) known.push(unit);
      else this.#villages.set(subdistrict, [unit]);
    }
  }

  /** The one unit that is meant, or why it is not known which. */
  find({ code, name: written, subdistrict }: UnitWords): FoundUnit<Unit> {
    // What stands in brackets beside a name is a remark.
    const name = written.replace(/\([^)]*\)?/g, " ").trim() || written;
    if (code !== "") return this.#findByCode(code, name);
    if (name === "") return missed("noUnit");
    const coded = this.#coded(name);
    if (coded) return { unit: coded };

    const found = this.#names.find(name, subdistrict);
    if (found.kind === "unit") return { unit: found.unit };
    if (found.kind === "ambiguous") {
      const places = found.units.map((unit) => unit.subdistrictName).join(" / ");
      return missed("ambiguousName", { places }, found.units);
    }
    const is = this.#notAUnit(name);
    return is === null
      ? missed("unknownName", {}, this.#names.near(name, subdistrict))
      : missed(placeFaults[is], { name });
  }

  /** The unit that a text names, by its code or name; null: none. Cheaper than `find`. */
  match(written: string): Unit | "ambiguous" | null {
    if (written.trim() === "") return null;
    const coded = this.#coded(written);
    if (coded) return coded;
    const found = this.#names.find(written);
    return found.kind === "unit" ? found.unit : found.kind === "ambiguous" ? "ambiguous" : null;
  }

  /** The kecamatan or kabupaten that a code names, where no unit has it; null: none. */
  largerPlace(code: string): NamedRegion | null {
    const key = codeKey(code);
    if (key.length !== 4 && key.length !== 6) return null;
    return this.#coded(code) ? null : (this.#regions.get(key) ?? null);
  }

  #coded(written: string): Unit | undefined {
    const [unit, ...others] = this.#names.ofCode(written);
    return others.length === 0 ? unit : undefined;
  }

  #findByCode(code: string, name: string): FoundUnit<Unit> {
    const found = this.#names.ofCode(code);
    const unit = found.find((each) => each.code === code) ?? found[0];
    if (!unit || (found.length > 1 && unit.code !== code)) return this.#unknownCode(code, name);
    if (name === "" || this.#names.names(name, unit)) return { unit };

    const named = this.#names.find(name);
    const others = (
      named.kind === "unit"
        ? [named.unit]
        : named.kind === "ambiguous"
          ? named.units
          : this.#names.near(name)
    ).filter((each) => each !== unit);
    // Spellings differ; the name of another unit, or one nearer to it or far from both, is a slip.
    const isOther = named.kind !== "unknown" || isNearer(name, others[0], unit);
    return isOther || isFarFrom(name, unit)
      ? missed("codeNameDiffer", { name: unit.name }, [unit, ...others])
      : { unit };
  }

  #unknownCode(code: string, name: string): MissedUnit<Unit> {
    const key = codeKey(code);
    const region = this.#regions.get(key);
    if (region && key.length === 6) return missed("isSubdistrict", { name: region.name });
    if (region && key.length === 4) return missed("isDistrict", { name: region.name });
    if (region) return missed("isRegion", { name: region.name });
    const is = name === "" ? null : this.#notAUnit(name);
    if (is !== null) return missed(placeFaults[is], { name });
    return missed("unknownUnit", { district: this.districtName, hint: this.#hint(key) });
  }

  #notAUnit(name: string): NotAUnit | null {
    const { districtName } = this;
    return notAUnit(name, { districtName, subdistrictNames: this.#subdistrictNames });
  }

  /** "Mantangai: 2001–2038. " for a village code that its subdistrict does not have. */
  #hint(key: string): string {
    const near =
      [...this.#villages].find(([subdistrict]) => key.startsWith(subdistrict))?.[1] ?? [];
    const [first, last] = [near[0], near.at(-1)];
    if (!first || !last) return "";
    return `${first.subdistrictName}: ${first.code.slice(-4)}–${last.code.slice(-4)}. `;
  }
}

function missed<Unit>(
  code: UnitFault,
  params: Rejection["params"] = {},
  choices: readonly Unit[] = [],
): MissedUnit<Unit> {
  return { code, params, choices };
}

/** Whether more than two letters of five would have to change: another name, no other spelling. */
function isFarFrom(written: string, { name }: LocatedUnit): boolean {
  const [from, to] = [bare(written), bare(name)];
  return from !== "" && lettersApart(from, to) * 5 > Math.max(from.length, to.length) * 2;
}

function isNearer(written: string, other: LocatedUnit | undefined, unit: LocatedUnit): boolean {
  const from = bare(written);
  return (
    other !== undefined &&
    lettersApart(from, bare(other.name)) < lettersApart(from, bare(unit.name))
  );
}

function bare(name: string): string {
  return unlistedWords(name).replaceAll(" ", "").slice(0, 60);
}
