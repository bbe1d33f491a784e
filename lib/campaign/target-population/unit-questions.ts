import { codeKey, placeKey } from "@/lib/campaign/place-words";
import { limits } from "@/lib/base/limits";
import { toldText } from "@/lib/base/spreadsheet/problem-list";
import type { Asking } from "@/lib/campaign/table-reading/asking";

import type { FoundUnit, MissedUnit, LocatedUnit, UnitWords } from "./unit-lookup";

const kinds = {
  unknownName: "name",
  ambiguousName: "namesakes",
  codeNameDiffer: "codeName",
} as const;

/**
 * Asks which unit is meant where a file does not say it by itself, once for all lines that write it
 * so: a name that is nearly one, one of several villages, a code whose name is another's.
 */
export class UnitQuestions {
  readonly #answers = new Map<string, string | null>();

  /** @param asking left out: nobody is asked, and every such line is rejected. */
  constructor(private readonly asking: Asking | undefined) {}

  /**
   * What was found, or the unit that somebody said it is.
   *
   * @param isRepeated the same words stand for two places: one answer cannot tell which is which.
   */
  settle<Unit extends LocatedUnit>(
    found: FoundUnit<Unit>,
    written: UnitWords,
    isRepeated = false,
  ): FoundUnit<Unit> {
    if ("unit" in found || found.choices.length === 0 || !this.asking) return found;
    const kind = kindOf(found);
    if (kind === null || (kind === "namesakes" && isRepeated)) return found;
    const answer = this.#ask(this.asking, kind, found, written);
    const unit = found.choices.find(({ code }) => code === answer);
    return unit ? { unit } : found;
  }

  /** Whether somebody is asked which unit is meant, and has not said it yet. */
  isOpen<Unit extends LocatedUnit>(found: FoundUnit<Unit>, written: UnitWords): boolean {
    const kind = "unit" in found ? null : kindOf(found);
    return kind !== null && this.#answers.get(idOf(kind, written)) === null;
  }

  #ask(
    asking: Asking,
    kind: Kind,
    { choices, params }: MissedUnit<LocatedUnit>,
    written: UnitWords,
  ): string | null {
    const { code, name } = written;
    const id = idOf(kind, written);
    const known = this.#answers.get(id);
    if (known !== undefined) return known;
    if (this.#answers.size >= limits.unitQuestions) return null;
    const [only, ...others] = choices;
    const answer = asking.ask({
      id,
      kind,
      params: { name: toldText(name), code: toldText(code), unit: params["name"] ?? "" },
      examples: [],
      options: [
        ...choices.map((unit) => ({ value: unit.code, text: optionText(unit, kind) })),
        { value: "none", word: "leaveOut" },
      ],
      suggested: kind === "name" && only && others.length === 0 ? only.code : null,
    });
    this.#answers.set(id, answer);
    return answer;
  }
}

type Kind = (typeof kinds)[keyof typeof kinds];

function idOf(kind: Kind, { code, name, subdistrict }: UnitWords): string {
  return [kind, codeKey(code), placeKey(name), placeKey(subdistrict)].join(".").slice(0, 200);
}

function kindOf({ code }: MissedUnit<LocatedUnit>): Kind | null {
  return code === "unknownName" || code === "ambiguousName" || code === "codeNameDiffer"
    ? kinds[code]
    : null;
}

function optionText({ name, subdistrictName, code }: LocatedUnit, kind: string): string {
  return kind === "codeName" ? `${name} (${code})` : `${name} (${subdistrictName})`;
}
