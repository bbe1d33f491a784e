import { cellText, type SheetRows } from "@/lib/base/spreadsheet/cell";

import { columnId, ColumnRoles, type ColumnTerms, type ReadColumns } from "./column-roles";
import type { HeadBlock } from "./head-block";
import { meaningOf, type LeftReason, type Meaning } from "./head-meaning";
import { notRead, rolesOf, type BoxRole } from "./vocabulary";

/**
 * What each column of a table is: as the person said, else as was confirmed before, else by its head.
 * Where a head fits two columns of the campaign, two columns fit one, or only the person can know, it
 * is asked; until it is answered such a column is not read.
 */
export function readColumns(
  { paths }: HeadBlock,
  body: SheetRows,
  terms: ColumnTerms,
): ReadColumns {
  return new ColumnReading(new ColumnRoles(paths, body, terms), terms).read();
}

type Seen = { readonly columnIndex: number; readonly meaning: Meaning };
type Counted = Seen & { readonly meaning: Extract<Meaning, { kind: "count" }> };

class ColumnReading {
  constructor(
    private readonly known: ColumnRoles,
    private readonly terms: ColumnTerms,
  ) {}

  read(): ReadColumns {
    this.#takeAnswers();
    const seen = this.#undecided();
    this.#takeLabels(seen);
    this.#takeNames(seen);
    this.#takeCounts(seen);
    this.#takeAny(seen);
    for (const { columnIndex, meaning } of seen) {
      if (this.known.isDecided(columnIndex)) continue;
      this.known.leave(columnIndex, meaning.kind === "left" ? meaning.reason : "unknown");
    }
    return this.known.result();
  }

  #takeAnswers(): void {
    const { asking, scope, remembered, vocabulary } = this.terms;
    const known = new Set(rolesOf(vocabulary));
    for (let columnIndex = 0; columnIndex < this.known.width; columnIndex += 1) {
      const said = asking.answers.get(columnId(scope, columnIndex));
      if (said === notRead) this.known.leave(columnIndex, "chosen");
      else if (said !== undefined && known.has(said)) this.known.take(columnIndex, said);
    }
    for (const [columnIndex, role] of remembered ?? []) {
      if (this.known.isDecided(columnIndex) || columnIndex >= this.known.width) continue;
      if (role === notRead) this.known.leave(columnIndex, this.#reasonOf(columnIndex));
      else if (known.has(role)) this.known.take(columnIndex, role);
    }
  }

  #reasonOf(columnIndex: number): LeftReason {
    const meaning = meaningOf(this.known.paths[columnIndex] ?? [], this.terms.vocabulary);
    return meaning.kind === "left" ? meaning.reason : "chosen";
  }

  #undecided(): Seen[] {
    return Array.from({ length: this.known.width }, (_, columnIndex) => columnIndex)
      .filter((columnIndex) => !this.known.isDecided(columnIndex))
      .map((columnIndex) => ({
        columnIndex,
        meaning: meaningOf(this.known.paths[columnIndex] ?? [], this.terms.vocabulary),
      }));
  }

  #takeLabels(seen: readonly Seen[]): void {
    const labels = seen.flatMap(({ columnIndex, meaning }) =>
      meaning.kind === "label" ? [{ columnIndex, role: meaning.role, rank: meaning.rank }] : [],
    );
    for (const { columnIndex, role } of labels.sort((a, b) => a.rank - b.rank))
      this.known.take(columnIndex, role);
    for (const { columnIndex, meaning } of seen)
      if (meaning.kind === "named") this.known.take(columnIndex, meaning.role);
  }

  /** The village before its puskesmas, and never a kind of unit that the campaign does not have. */
  #takeNames(seen: readonly Seen[]): void {
    const { unitKinds } = this.terms.vocabulary;
    const named = seen
      .flatMap(({ columnIndex, meaning }) =>
        meaning.kind === "name" ? [{ columnIndex, ...meaning }] : [],
      )
      .sort((a, b) => a.rank - b.rank);
    const columnIndexes = named.filter(({ unitKind }) => unitKind === "subdistrict");
    const fits = named.filter(({ unitKind }) => unitKind === "" || unitKinds.has(unitKind));
    const chosen = this.known.isTaken("name") ? undefined : this.#nameOf(named, fits);
    if (chosen !== undefined) this.known.take(chosen, "name");
    if (!this.known.isTaken("name") && !this.known.isTaken("code")) this.#takeUnheadedName(seen);
    const [columnIndex] = columnIndexes.filter((each) => each.columnIndex !== chosen);
    if (columnIndex) this.known.take(columnIndex.columnIndex, "subdistrict");
    for (const each of named)
      if (!this.known.isDecided(each.columnIndex)) this.known.leave(each.columnIndex, "twice");
  }

  /** Names that have no head of their own; in a block for a grid, words that come before its counts. */
  #takeUnheadedName(seen: readonly Seen[]): void {
    const { isGrid, isUnitName } = this.terms.vocabulary;
    const plain = seen.filter(
      ({ meaning }) =>
        meaning.kind === "left" &&
        (meaning.reason === "headless" || (isGrid && meaning.reason === "unknown")),
    );
    const share = (columnIndex: number, fits: (text: string) => boolean) => {
      const texts = this.known.body.flatMap((row) => textOf(row[columnIndex]) || []).slice(0, 500);
      return texts.length > 0 && texts.filter(fits).length * 2 >= texts.length;
    };
    const firstCount =
      seen.find(({ meaning }) => meaning.kind === "count")?.columnIndex ?? Infinity;
    const naming = plain.filter(({ columnIndex }) => share(columnIndex, isUnitName));
    const coding = naming.find(({ columnIndex }) => share(columnIndex, isLongCode));
    if (naming.length > 1 && !coding) {
      const columnIndexes = naming.map(({ columnIndex }) => columnIndex);
      const answer = this.#askName(columnIndexes);
      if (answer !== null) this.known.take(answer, "name");
      return;
    }
    const found =
      coding ??
      naming[0] ??
      plain.find(
        ({ columnIndex }) =>
          isGrid &&
          columnIndex < firstCount &&
          share(columnIndex, (text) => /^\p{L}{2}/u.test(text)),
      );
    if (found) this.known.take(found.columnIndex, "name");
  }

  #nameOf(
    named: readonly { readonly columnIndex: number; readonly unitKind: string }[],
    fits: readonly { readonly columnIndex: number; readonly unitKind: string }[],
  ): number | undefined {
    const [first] = fits;
    if (this.known.isTaken("code")) return first?.columnIndex;
    const naming = (each: { readonly columnIndex: number }) => this.#namesUnits(each.columnIndex);
    const kinds = new Set(fits.filter(naming).map(({ unitKind }) => unitKind));
    if (first && kinds.size < 2) return (fits.find(naming) ?? first).columnIndex;
    const offered = first ? fits.filter(naming) : named.filter(naming);
    const [only = named.find(({ unitKind }) => unitKind !== "subdistrict") ?? named[0]] = offered;
    if (offered.length === 0) return only?.columnIndex;
    return this.#askName(offered.map(({ columnIndex }) => columnIndex)) ?? undefined;
  }

  #askName(columnIndexes: readonly number[]): number | null {
    const options = columnIndexes.map((columnIndex) => this.known.columnOption(columnIndex));
    const answer = this.known.ask("whichName", "name", { params: {}, options });
    return answer === null ? null : Number(answer);
  }

  #namesUnits(columnIndex: number): boolean {
    return this.known.body
      .slice(0, 500)
      .some((row) => this.terms.vocabulary.isUnitName(textOf(row[columnIndex])));
  }

  #takeCounts(seen: readonly Seen[]): void {
    const counted = seen.filter((each): each is Counted => each.meaning.kind === "count");
    const byRole = new Map<string, Counted[]>();
    const unsure: {
      readonly columnIndex: number;
      readonly roles: readonly BoxRole[];
      isSum: boolean;
    }[] = [];
    for (const each of counted) {
      const roles = this.#rolesOf(each.meaning);
      const [only, ...others] = roles;
      const { isSum, isPart, isUnsure, measure } = each.meaning;
      if (!only && measure !== "residents") this.known.leave(each.columnIndex, "otherCount");
      if (only && (others.length > 0 || isUnsure)) {
        unsure.push({ columnIndex: each.columnIndex, roles, isSum: isSum || isPart });
      } else if (only) byRole.set(only.role, [...(byRole.get(only.role) ?? []), each]);
    }
    for (const [role, columns] of byRole) this.#takeRole(role, columns, seen);
    for (const { columnIndex, roles, isSum } of unsure) {
      const areCounted = roles.every(({ role }) => byRole.has(role));
      if (areCounted || (isSum && byRole.size > 0)) this.known.leave(columnIndex, "sum");
      else this.known.askColumn(columnIndex, roles);
    }
  }

  /** The columns of one role: the one that is whole, or which, or its parts together. */
  #takeRole(role: string, columns: readonly Counted[], seen: readonly Seen[]): void {
    if (this.known.isTaken(role)) {
      for (const { columnIndex } of columns) this.known.leave(columnIndex, "twice");
      return;
    }
    const whole = columns.filter(({ meaning }) => !meaning.isPart);
    const parts = columns.filter(({ meaning }) => meaning.isPart);
    // "mr_LP" beside "sasaran": in a table of targets it may count the doses.
    const rivals = whole.some(({ meaning }) => meaning.isSaid)
      ? []
      : seen.filter(
          ({ columnIndex, meaning }) => isSureAny(meaning) && this.known.hasNumbers(columnIndex),
        );
    const offered = [...whole, ...rivals].map(({ columnIndex }) => columnIndex);
    const [only, ...others] = offered;
    if (only === undefined && parts.length > 1)
      this.known.askSum(
        role,
        parts.map(({ columnIndex }) => columnIndex),
      );
    else if (only === undefined) {
      for (const { columnIndex } of parts) this.known.askColumn(columnIndex, this.#boxesOf([role]));
    } else if (others.length === 0) this.known.take(only, role);
    else this.known.askWhich(role, offered);
    for (const { columnIndex } of parts)
      if (!this.known.isDecided(columnIndex)) this.known.leave(columnIndex, "part");
    for (const { columnIndex } of whole)
      if (!this.known.isDecided(columnIndex)) this.known.leave(columnIndex, "twice");
  }

  /** Columns that say "sasaran" or "jumlah" and not of what. */
  #takeAny(seen: readonly Seen[]): void {
    const { boxes } = this.terms.vocabulary;
    const undecided = seen.filter(({ columnIndex }) => !this.known.isDecided(columnIndex));
    const open = undecided.filter(({ columnIndex }) => this.known.hasNumbers(columnIndex));
    const sure = undecided.filter(({ meaning }) => isSureAny(meaning));
    const weak = open.filter(({ meaning }) => meaning.kind === "any" && !meaning.isSure);
    const unknown = open.filter(
      ({ meaning }) =>
        meaning.kind === "count" ||
        (meaning.kind === "left" && ["unknown", "headless"].includes(meaning.reason)),
    );
    const [likely = []] = [sure, weak, unknown].filter((each) => each.length > 0);
    // "Total" beside "dosis 1" and "dosis 2": which is meant only the person knows.
    const rivals = open.filter(({ meaning }) => meaning.kind === "left" && meaning.isSaid);
    const isSure = sure.length === 1 && rivals.length === 0;
    const columnIndexes = [...likely, ...(likely === sure ? rivals : [])].map(
      ({ columnIndex }) => columnIndex,
    );
    const plain = boxes.filter(({ measure, round }) => measure === "residents" && round === 0);
    const isCounted = boxes.some(
      ({ role }) => this.known.isTaken(role) || this.known.isAsked(role),
    );
    if (this.known.isTaken("intervention")) {
      if (!this.known.isTaken("people")) this.#takeOneOf("people", columnIndexes, isSure);
    } else if (!isCounted && columnIndexes.length > 0) {
      const [only] = plain;
      if (only && plain.length === 1) this.#takeOneOf(only.role, columnIndexes, isSure);
      else if (columnIndexes.length < plain.length || isSure) {
        for (const columnIndex of columnIndexes.slice(0, maxAsked))
          this.known.askColumn(columnIndex, plain);
      } else
        for (const { role } of plain.slice(0, maxAsked)) this.known.askWhich(role, columnIndexes);
    }
    for (const { columnIndex, meaning } of [...sure, ...weak]) {
      if (!this.known.isDecided(columnIndex) && meaning.kind === "any")
        this.known.leave(columnIndex, "sum");
    }
  }

  #takeOneOf(role: string, columnIndexes: readonly number[], isSure: boolean): void {
    const [first] = columnIndexes;
    if (first !== undefined && isSure) this.known.take(first, role);
    else if (first !== undefined) this.known.askWhich(role, columnIndexes);
  }

  #rolesOf({ keys, round, measure }: Counted["meaning"]): BoxRole[] {
    return this.terms.vocabulary.boxes.filter(
      (box) => keys.includes(box.key) && box.round === round && box.measure === measure,
    );
  }

  #boxesOf(roles: readonly string[]): BoxRole[] {
    return this.terms.vocabulary.boxes.filter(({ role }) => roles.includes(role));
  }
}

/** A code of a village, which is no name. */
export function isLongCode(text: string): boolean {
  return /^\d[\d.\s]{7,}$/.test(text);
}

function textOf(cell: SheetRows[number][number] | undefined): string {
  return cell ? cellText(cell).trim() : "";
}

/** As many columns as are asked about one by one. */
const maxAsked = 6;

function isSureAny(meaning: Meaning): boolean {
  return meaning.kind === "any" && meaning.isSure;
}
