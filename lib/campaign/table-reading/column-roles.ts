import { limits } from "@/lib/base/limits";
import { columnLetters } from "@/lib/base/spreadsheet/address";
import { cellText, type Cell, type SheetRows } from "@/lib/base/spreadsheet/cell";

import type { Asking } from "./asking";
import { headText, type HeadBlock } from "./head-block";
import type { LeftReason } from "./head-meaning";
import type { Question, QuestionOption } from "./question";
import { notRead, roleOption, type BoxRole, type Vocabulary } from "./vocabulary";

/** One column of a file. Places count from 0. */
export type ReadColumn = {
  readonly place: number;
  /** What stands over it; "" for nothing. */
  readonly head: string;
  /** What it is read as; null: it is left out, for `left`. */
  readonly role: string | null;
  readonly left: LeftReason | null;
  /** Its first filled cells. */
  readonly seen: readonly string[];
  readonly hasNumbers: boolean;
};

export type ReadColumns = {
  readonly columns: readonly ReadColumn[];
  /** Columns that were added up, as the person chose: the parts of a count, by sex. */
  readonly sums: readonly { readonly role: string; readonly places: readonly number[] }[];
};

/** What a mapping that was confirmed before says: the role of each place. */
export type RememberedRoles = ReadonlyMap<number, string>;

export type ColumnTerms = {
  readonly vocabulary: Vocabulary;
  readonly asking: Asking;
  /** Names the table in the ids of questions. */
  readonly scope: string;
  readonly remembered: RememberedRoles | null;
};

/** Where the answer about a column comes back. */
export function columnId(scope: string, place: number): string {
  return `column.${scope}.${String(place)}`;
}

/** What is known of the columns of a table, and the questions about them. */
export class ColumnRoles {
  readonly #roles = new Map<number, string>();
  readonly #left = new Map<number, LeftReason>();
  /** Roles that a question is about. */
  readonly #asked = new Set<string>();
  readonly #sums: { role: string; places: readonly number[] }[] = [];
  /** Places with a number below the heads. */
  readonly #numbers = new Set<number>();
  readonly width: number;

  constructor(
    readonly paths: HeadBlock["paths"],
    readonly body: SheetRows,
    private readonly terms: ColumnTerms,
  ) {
    const widest = body.reduce((most, row) => Math.max(most, row.length), paths.length);
    this.width = Math.min(widest, limits.tableHeads);
    for (const row of body) {
      row.forEach((cell, place) => {
        if (isNumber(cell)) this.#numbers.add(place);
      });
    }
  }

  /** Reads a place as a role, unless another is read for it already. */
  take(place: number, role: string): void {
    if (this.isTaken(role)) this.#left.set(place, "twice");
    else {
      this.#roles.set(place, role);
      this.#left.delete(place);
    }
  }

  isTaken(role: string): boolean {
    return [...this.#roles.values()].includes(role);
  }

  isDecided(place: number): boolean {
    return this.#roles.has(place) || this.#left.has(place);
  }

  #seen(place: number, most: number): string[] {
    const texts: string[] = [];
    for (const row of this.body) {
      const text = textOf(row[place]);
      if (text !== "") texts.push(text);
      if (texts.length === most) break;
    }
    return texts;
  }

  hasNumbers(place: number): boolean {
    return this.#numbers.has(place);
  }

  leave(place: number, reason: LeftReason): void {
    this.#left.set(place, reason);
  }

  isAsked(role: string): boolean {
    return this.#asked.has(role);
  }

  askColumn(place: number, roles: readonly BoxRole[]): void {
    const { asking, scope, vocabulary } = this.terms;
    const options = [...roles.map(({ role }) => role), notRead];
    for (const role of options) this.#asked.add(role);
    const answer = asking.ask({
      id: columnId(scope, place),
      kind: "column",
      params: { head: this.#nameOfColumn(place) },
      examples: this.#seen(place, 5),
      options: options.map((role) => roleOption(role, vocabulary)),
      suggested: null,
    });
    if (answer !== null && answer !== notRead) this.take(place, answer);
    else this.#left.set(place, answer === null ? "asked" : "chosen");
  }

  askWhich(role: string, places: readonly number[]): void {
    const option = roleOption(role, this.terms.vocabulary);
    const answer = this.ask("whichColumn", role, {
      about: option,
      options: [
        ...places.map((place) => this.placeOption(place)),
        { value: notRead, word: "notRead" },
      ],
      params: {},
    });
    for (const place of places) {
      if (answer === String(place)) this.take(place, role);
      else if (!this.isDecided(place)) this.#left.set(place, answer === null ? "asked" : "twice");
    }
  }

  askSum(role: string, places: readonly number[]): void {
    const option = roleOption(role, this.terms.vocabulary);
    const heads = places.map((place) => this.#nameOfColumn(place)).join(" + ");
    const answer = this.ask("sum", role, {
      about: option,
      params: { heads },
      options: [
        { value: "add", word: "add" },
        { value: notRead, word: "notRead" },
      ],
    });
    if (answer === "add") this.#sums.push({ role, places });
    for (const place of places) {
      if (answer === "add") this.#roles.set(place, role);
      else this.#left.set(place, answer === null ? "asked" : "chosen");
    }
  }

  ask(
    kind: "whichName" | "whichColumn" | "sum",
    role: string,
    question: Pick<Question, "params" | "options"> & { readonly about?: QuestionOption },
  ): string | null {
    const { asking, scope } = this.terms;
    this.#asked.add(role);
    const id = `${kind}.${scope}.${role}`;
    return asking.ask({ id, kind, examples: [], suggested: null, ...question });
  }

  placeOption(place: number): QuestionOption {
    const head = this.#nameOfColumn(place);
    const seen = this.#seen(place, 3).join(", ");
    return { value: String(place), word: "column", params: { head, seen } };
  }

  #nameOfColumn(place: number): string {
    return headText(this.paths[place] ?? []) || columnLetters(place);
  }

  result(): ReadColumns {
    const columns = Array.from({ length: this.width }, (_, place) => ({
      place,
      head: headText(this.paths[place] ?? []),
      role: this.#roles.get(place) ?? null,
      left: this.#left.get(place) ?? null,
      seen: this.#seen(place, 3),
      hasNumbers: this.hasNumbers(place),
    }));
    return {
      columns: columns.filter(
        ({ head, role, hasNumbers }) => head !== "" || role !== null || hasNumbers,
      ),
      sums: this.#sums,
    };
  }
}

function textOf(cell: Cell | undefined): string {
  return cell ? cellText(cell).trim() : "";
}

function isNumber(cell: Cell | undefined): boolean {
  return cell?.kind === "number" || (cell?.kind === "text" && /^\d/.test(cell.text));
}
