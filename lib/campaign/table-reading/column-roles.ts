import { limits } from "@/lib/base/limits";
import { columnLetters } from "@/lib/base/spreadsheet/address";
import { cellText, type SheetCell, type SheetRows } from "@/lib/base/spreadsheet/cell";

import type { Asking } from "./asking";
import { headText, type HeadBlock } from "./head-block";
import type { LeftReason } from "./head-meaning";
import type { Question, QuestionOption } from "./question";
import { notRead, roleOption, type BoxRole, type Vocabulary } from "./vocabulary";

/** One column of a file. Places count from 0. */
export type ReadColumn = {
  readonly columnIndex: number;
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
  readonly sums: readonly { readonly role: string; readonly columnIndexes: readonly number[] }[];
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
export function columnId(scope: string, columnIndex: number): string {
  return `column.${scope}.${String(columnIndex)}`;
}

/** What is known of the columns of a table, and the questions about them. */
export class ColumnRoles {
  readonly #roles = new Map<number, string>();
  readonly #left = new Map<number, LeftReason>();
  /** Roles that a question is about. */
  readonly #asked = new Set<string>();
  readonly #sums: { role: string; columnIndexes: readonly number[] }[] = [];
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
      row.forEach((cell, columnIndex) => {
        if (isNumber(cell)) this.#numbers.add(columnIndex);
      });
    }
  }

  /** Reads a place as a role, unless another is read for it already. */
  take(columnIndex: number, role: string): void {
    if (this.isTaken(role)) this.#left.set(columnIndex, "twice");
    else {
      this.#roles.set(columnIndex, role);
      this.#left.delete(columnIndex);
    }
  }

  isTaken(role: string): boolean {
    return [...this.#roles.values()].includes(role);
  }

  isDecided(columnIndex: number): boolean {
    return this.#roles.has(columnIndex) || this.#left.has(columnIndex);
  }

  #seen(columnIndex: number, most: number): string[] {
    const texts: string[] = [];
    for (const row of this.body) {
      const text = textOf(row[columnIndex]);
      if (text !== "") texts.push(text);
      if (texts.length === most) break;
    }
    return texts;
  }

  hasNumbers(columnIndex: number): boolean {
    return this.#numbers.has(columnIndex);
  }

  leave(columnIndex: number, reason: LeftReason): void {
    this.#left.set(columnIndex, reason);
  }

  isAsked(role: string): boolean {
    return this.#asked.has(role);
  }

  askColumn(columnIndex: number, roles: readonly BoxRole[]): void {
    const { asking, scope, vocabulary } = this.terms;
    const options = [...roles.map(({ role }) => role), notRead];
    for (const role of options) this.#asked.add(role);
    const answer = asking.ask({
      id: columnId(scope, columnIndex),
      kind: "column",
      params: { head: this.#nameOfColumn(columnIndex) },
      examples: this.#seen(columnIndex, 5),
      options: options.map((role) => roleOption(role, vocabulary)),
      suggested: null,
    });
    if (answer !== null && answer !== notRead) this.take(columnIndex, answer);
    else this.#left.set(columnIndex, answer === null ? "asked" : "chosen");
  }

  askWhich(role: string, columnIndexes: readonly number[]): void {
    const option = roleOption(role, this.terms.vocabulary);
    const answer = this.ask("whichColumn", role, {
      about: option,
      options: [
        ...columnIndexes.map((columnIndex) => this.columnOption(columnIndex)),
        { value: notRead, word: "notRead" },
      ],
      params: {},
    });
    for (const columnIndex of columnIndexes) {
      if (answer === String(columnIndex)) this.take(columnIndex, role);
      else if (!this.isDecided(columnIndex))
        this.#left.set(columnIndex, answer === null ? "asked" : "twice");
    }
  }

  askSum(role: string, columnIndexes: readonly number[]): void {
    const option = roleOption(role, this.terms.vocabulary);
    const heads = columnIndexes.map((columnIndex) => this.#nameOfColumn(columnIndex)).join(" + ");
    const answer = this.ask("sum", role, {
      about: option,
      params: { heads },
      options: [
        { value: "add", word: "add" },
        { value: notRead, word: "notRead" },
      ],
    });
    if (answer === "add") this.#sums.push({ role, columnIndexes });
    for (const columnIndex of columnIndexes) {
      if (answer === "add") this.#roles.set(columnIndex, role);
      else this.#left.set(columnIndex, answer === null ? "asked" : "chosen");
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

  columnOption(columnIndex: number): QuestionOption {
    const head = this.#nameOfColumn(columnIndex);
    const seen = this.#seen(columnIndex, 3).join(", ");
    return { value: String(columnIndex), word: "column", params: { head, seen } };
  }

  #nameOfColumn(columnIndex: number): string {
    return headText(this.paths[columnIndex] ?? []) || columnLetters(columnIndex);
  }

  result(): ReadColumns {
    const columns = Array.from({ length: this.width }, (_, columnIndex) => ({
      columnIndex,
      head: headText(this.paths[columnIndex] ?? []),
      role: this.#roles.get(columnIndex) ?? null,
      left: this.#left.get(columnIndex) ?? null,
      seen: this.#seen(columnIndex, 3),
      hasNumbers: this.hasNumbers(columnIndex),
    }));
    return {
      columns: columns.filter(
        ({ head, role, hasNumbers }) => head !== "" || role !== null || hasNumbers,
      ),
      sums: this.#sums,
    };
  }
}

function textOf(cell: SheetCell | undefined): string {
  return cell ? cellText(cell).trim() : "";
}

function isNumber(cell: SheetCell | undefined): boolean {
  return cell?.kind === "number" || (cell?.kind === "text" && /^\d/.test(cell.text));
}
