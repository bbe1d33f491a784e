import {
  codeKey,
  isShortened,
  lettersApart,
  placeKey,
  placeWords,
  unlistedWords,
} from "./place-words";

type Named = {
  readonly code: string;
  readonly name: string;
  /** Of its kecamatan, which tells it from its namesakes. */
  readonly subdistrictName?: string;
};

/** What a written name leads to. */
type NameMatch<Unit> =
  | { readonly kind: "unit"; readonly unit: Unit }
  /** Several have the name. */
  | { readonly kind: "ambiguous"; readonly units: readonly Unit[] }
  /** None has it; `near` of `UnitNames` has those that may be meant. */
  | { readonly kind: "unknown" };

/** So many that may be meant are offered. */
const maxNear = 3;

/** One letter of so many may be another before a name is offered. */
const lettersOfSlip = 5;

/**
 * Finds units by their written names: the one matcher of the grid's paste and of all files. Built
 * once for a block or file; what it found once is remembered.
 *
 * A name is read whatever its case, marks, blanks, number in a list, brackets and kind ("Desa", "Kel.",
 * "UPT"), and with the words that people shorten ("P. Telo Br"), where one unit alone is meant so.
 * Another spelling is never read, only offered.
 */
export class UnitNames<Unit extends Named> {
  readonly #byKey = new Map<string, Unit[]>();
  readonly #byCode = new Map<string, Unit[]>();
  readonly #words: readonly { readonly unit: Unit; readonly words: readonly string[] }[];
  readonly #found = new Map<string, NameMatch<Unit>>();

  constructor(units: readonly Unit[]) {
    this.#words = units.map((unit) => ({ unit, words: placeWords(unit.name).split(" ") }));
    for (const unit of units) {
      add(this.#byKey, placeKey(unit.name), unit);
      add(this.#byCode, codeKey(unit.code), unit);
    }
  }

  /** Units of a code, with or without its dots. */
  ofCode(written: string): readonly Unit[] {
    return this.#byCode.get(codeKey(written)) ?? [];
  }

  /** @param subdistrict as written beside the name; "" when the file does not say it. */
  find(written: string, subdistrict = ""): NameMatch<Unit> {
    const key = `${subdistrict}\n${written}`;
    const found = this.#found.get(key) ?? this.#look(written, subdistrict);
    this.#found.set(key, found);
    return found;
  }

  /** Whether a name is that of the unit, in any way in which people write it. */
  names(written: string, unit: Unit): boolean {
    const found = this.find(written);
    if (found.kind === "unit") return found.unit === unit;
    return found.kind === "ambiguous" && found.units.includes(unit);
  }

  #look(written: string, subdistrict: string): NameMatch<Unit> {
    const here = placeKey(subdistrict);
    const isHere = ({ subdistrictName = "" }: Unit) =>
      here === "" || placeKey(subdistrictName) === here;
    const namesakes = this.#namesakes(written);
    const wanted = namesakes.filter(isHere);
    const [unit, ...others] = wanted;
    if (unit && others.length === 0) return { kind: "unit", unit };
    if (unit) return { kind: "ambiguous", units: wanted };
    return { kind: "unknown" };
  }

  /** Units that an unknown name may mean, the likeliest first: of that name elsewhere, or of a near one. */
  near(written: string, subdistrict = ""): readonly Unit[] {
    const here = placeKey(subdistrict);
    const near = [...new Set([...this.#namesakes(written), ...this.#likely(written)])];
    const inPlace = near.filter(
      ({ subdistrictName = "" }) => here === "" || placeKey(subdistrictName) === here,
    );
    return (inPlace.length > 0 ? inPlace : near).slice(0, maxNear);
  }

  /** Units of the name, as it is written, without what lists add, then with words written out. */
  #namesakes(written: string): readonly Unit[] {
    const [plain, unlisted] = [placeWords(written), unlistedWords(written)];
    if (plain === "") return [];
    for (const words of [plain, unlisted]) {
      const found = this.#byKey.get(words.replaceAll(" ", ""));
      if (found) return found;
    }
    for (const words of [plain, unlisted]) {
      const parts = words.split(" ");
      const found = this.#words.filter((each) => isShortened(parts, each.words));
      if (found.length > 0) return found.map(({ unit }) => unit);
    }
    return [];
  }

  #likely(written: string): readonly Unit[] {
    const key = unlistedWords(written).replaceAll(" ", "").slice(0, 60);
    const slips = Math.floor(key.length / lettersOfSlip);
    if (slips === 0) return [];
    return this.#words
      .flatMap(({ unit, words }) => {
        const name = words.join("");
        if (Math.abs(name.length - key.length) > slips) return [];
        const apart = lettersApart(key, name);
        return apart <= slips ? [{ unit, apart }] : [];
      })
      .sort((a, b) => a.apart - b.apart)
      .map(({ unit }) => unit);
  }
}

function add<Unit>(groups: Map<string, Unit[]>, key: string, unit: Unit): void {
  const group = groups.get(key);
  if (group) group.push(unit);
  else groups.set(key, [unit]);
}
