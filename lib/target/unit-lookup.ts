import { seenText } from "@/lib/forms/written-count";
import type { ReportingUnit } from "@/lib/campaign/campaign";

import type { Rejection } from "./rejection";

/** A unit with the name of its subdistrict, which tells it from its namesakes. */
export type NamedUnit = ReportingUnit & { readonly subdistrictName: string };

type UnitFault = Extract<
  Rejection["code"],
  "noUnit" | "unknownUnit" | "unknownName" | "ambiguousName" | "codeNameDiffer"
>;

type Found =
  { readonly unit: NamedUnit } | { readonly code: UnitFault; readonly params: Rejection["params"] };

/**
 * Finds reporting units as files name them: by code, with or without dots, or where the code is
 * empty by name, with the subdistrict's when that is there. Built once for a file.
 */
export class UnitLookup {
  private readonly byCode: Map<string, NamedUnit[]>;
  private readonly byName: Map<string, NamedUnit[]>;
  /** The villages of each subdistrict by its bare code. */
  private readonly villages: Map<string, NamedUnit[]>;

  constructor(
    units: readonly NamedUnit[],
    private readonly districtName: string,
  ) {
    this.byCode = grouped(units, ({ code }) => bareCode(code));
    this.byName = grouped(units, ({ name }) => bareName(name));
    const villages = units.filter(({ code }) => bareCode(code).length === 10);
    this.villages = grouped(villages, ({ subdistrictCode }) => bareCode(subdistrictCode));
  }

  /** The one unit that is meant, or why it is not known which. */
  find(code: string, name: string, subdistrict: string): Found {
    if (code !== "") return this.findByCode(code, name);
    if (name === "") return { code: "noUnit", params: {} };

    const namesakes = this.byName.get(bareName(name)) ?? [];
    const here = bareName(subdistrict);
    const wanted =
      here === ""
        ? namesakes
        : namesakes.filter(({ subdistrictName }) => bareName(subdistrictName) === here);
    const [first, ...others] = wanted;
    if (!first) return { code: "unknownName", params: {} };
    if (others.length === 0) return { unit: first };
    return {
      code: "ambiguousName",
      params: { places: wanted.map((unit) => unit.subdistrictName).join(" / ") },
    };
  }

  private findByCode(code: string, name: string): Found {
    const found = this.byCode.get(bareCode(code)) ?? [];
    const unit = found.find((each) => each.code === code) ?? found[0];
    if (!unit || (found.length > 1 && unit.code !== code)) {
      return {
        code: "unknownUnit",
        params: { district: this.districtName, hint: this.hint(code) },
      };
    }
    const named = name === "" ? [] : (this.byName.get(bareName(name)) ?? []);
    // Spellings differ; another unit's name, or one too far from this unit's, is a slip of the code.
    const isOther = named.length > 0 ? !named.includes(unit) : isFarFrom(name, unit.name);
    if (isOther) {
      return { code: "codeNameDiffer", params: { name: unit.name } };
    }
    return { unit };
  }

  /** "Mantangai: 2001–2038. " for a village code that its subdistrict does not have. */
  private hint(code: string): string {
    const bare = bareCode(code);
    const near =
      [...this.villages].find(([subdistrict]) => bare.startsWith(subdistrict))?.[1] ?? [];
    const [first, last] = [near[0], near.at(-1)];
    if (!first || !last) return "";
    return `${first.subdistrictName}: ${first.code.slice(-4)}–${last.code.slice(-4)}. `;
  }
}

/** Whether more than two letters of five would have to change: another name, no other spelling. */
function isFarFrom(written: string, name: string): boolean {
  const [from, to] = [bareName(written).slice(0, 60), bareName(name).slice(0, 60)];
  if (from === "") return false;
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [line, letter] of [...from].entries()) {
    let corner = row[0] ?? 0;
    row = row.reduce<number[]>((next, above, at) => {
      const left = next[at - 1];
      const steps =
        left === undefined
          ? line + 1
          : Math.min(above + 1, left + 1, corner + (letter === to[at - 1] ? 0 : 1));
      corner = above;
      next.push(steps);
      return next;
    }, []);
  }
  return (row.at(-1) ?? 0) * 5 > Math.max(from.length, to.length) * 2;
}

function grouped(
  units: readonly NamedUnit[],
  keyOf: (unit: NamedUnit) => string,
): Map<string, NamedUnit[]> {
  const groups = new Map<string, NamedUnit[]>();
  for (const unit of units) {
    const key = keyOf(unit);
    const group = groups.get(key);
    if (group) group.push(unit);
    else groups.set(key, [unit]);
  }
  return groups;
}

/** "62.03.01.1006" and "6203011006" are one code. */
function bareCode(code: string): string {
  return seenText(code).toUpperCase().replaceAll(/[.\s]/g, "");
}

/** Without the kind that registers put before a name, and without spaces: "Desa Pulau Telo". */
function bareName(name: string): string {
  return seenText(name)
    .toLowerCase()
    .replace(/^(desa|kelurahan|kel\.?|ds\.?|kecamatan|kec\.?|puskesmas|pkm\.?)\s+/, "")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}
