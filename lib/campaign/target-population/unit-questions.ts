import { codeKey, placeKey } from "@/lib/campaign/place-words";
import { limits } from "@/lib/base/limits";
import { toldText } from "@/lib/base/spreadsheet/problem-list";
import type { Asking } from "@/lib/campaign/table-reading/asking";

import type { Found, Missed, NamedUnit, UnitWords } from "./unit-lookup";

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

  /** @param asking left out: nobody is asked, and every such line is refused. */
  constructor(private readonly asking: Asking | undefined) {}

  /**
   * What was found, or the unit that somebody said it is.
   *
   * @param isRepeated the same words stand for two places: one answer cannot tell which is which.
   */
  settle(found: Found, written: UnitWords, isRepeated = false): Found {
    if ("unit" in found || found.choices.length === 0 || !this.asking) return found;
    const kind = kindOf(found);
    if (kind === null || (kind === "namesakes" && isRepeated)) return found;
    const answer = this.#ask(this.asking, kind, found, written);
    const unit = found.choices.find(({ code }) => code === answer);
    return unit ? { unit } : found;
  }

  #ask(
    asking: Asking,
    kind: (typeof kinds)[keyof typeof kinds],
    { choices, params }: Missed,
    { code, name, subdistrict }: UnitWords,
  ): string | null {
    const id = [kind, codeKey(code), placeKey(name), placeKey(subdistrict)].join(".").slice(0, 200);
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

function kindOf({ code }: Missed) {
  return code === "unknownName" || code === "ambiguousName" || code === "codeNameDiffer"
    ? kinds[code]
    : null;
}

function optionText({ name, subdistrictName, code }: NamedUnit, kind: string): string {
  return kind === "codeName" ? `${name} (${code})` : `${name} (${subdistrictName})`;
}
