import { cellText, type SheetRows } from "@/lib/base/spreadsheet/cell";

import { columnId, ColumnRoles, type ColumnTerms, type ReadColumns } from "./column-roles";
import type { HeadBlock } from "./head-block";
import { meaningOf, type LeftReason, type Meaning } from "./head-meaning";
import { notRead, type BoxRole } from "./vocabulary";

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

type Seen = { readonly place: number; readonly meaning: Meaning };
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
    for (const { place, meaning } of seen) {
      if (this.known.isDecided(place)) continue;
      this.known.leave(place, meaning.kind === "left" ? meaning.reason : "unknown");
    }
    return this.known.result();
  }

  #takeAnswers(): void {
    const { asking, scope, remembered, vocabulary } = this.terms;
    const known = new Set([...vocabulary.labelOrder, ...vocabulary.boxes.map(({ role }) => role)]);
    for (let place = 0; place < this.known.width; place += 1) {
      const said = asking.answers.get(columnId(scope, place));
      if (said === notRead) this.known.leave(place, "chosen");
      else if (said !== undefined && known.has(said)) this.known.take(place, said);
    }
    for (const [place, role] of remembered ?? []) {
      if (this.known.isDecided(place) || place >= this.known.width) continue;
      if (role === notRead) this.known.leave(place, this.#reasonOf(place));
      else if (known.has(role)) this.known.take(place, role);
    }
  }

  #reasonOf(place: number): LeftReason {
    const meaning = meaningOf(this.known.paths[place] ?? [], this.terms.vocabulary);
    return meaning.kind === "left" ? meaning.reason : "chosen";
  }

  #undecided(): Seen[] {
    return Array.from({ length: this.known.width }, (_, place) => place)
      .filter((place) => !this.known.isDecided(place))
      .map((place) => ({
        place,
        meaning: meaningOf(this.known.paths[place] ?? [], this.terms.vocabulary),
      }));
  }

  #takeLabels(seen: readonly Seen[]): void {
    const labels = seen.flatMap(({ place, meaning }) =>
      meaning.kind === "label" ? [{ place, role: meaning.role, rank: meaning.rank }] : [],
    );
    for (const { place, role } of labels.sort((a, b) => a.rank - b.rank))
      this.known.take(place, role);
  }

  /** The village before its puskesmas, and never a kind of unit that the campaign does not have. */
  #takeNames(seen: readonly Seen[]): void {
    const { unitKinds } = this.terms.vocabulary;
    const named = seen
      .flatMap(({ place, meaning }) => (meaning.kind === "name" ? [{ place, ...meaning }] : []))
      .sort((a, b) => a.rank - b.rank);
    const places = named.filter(({ unitKind }) => unitKind === "subdistrict");
    const fits = named.filter(({ unitKind }) => unitKind === "" || unitKinds.has(unitKind));
    const chosen = this.known.isTaken("name") ? undefined : this.#nameOf(named, fits);
    if (chosen !== undefined) this.known.take(chosen, "name");
    if (!this.known.isTaken("name") && !this.known.isTaken("code")) this.#takeUnheadedName(seen);
    const [place] = places.filter((each) => each.place !== chosen);
    if (place) this.known.take(place.place, "subdistrict");
    for (const each of named)
      if (!this.known.isDecided(each.place)) this.known.leave(each.place, "twice");
  }

  /** Names that have no head of their own; in a block for a grid, words that come before its counts. */
  #takeUnheadedName(seen: readonly Seen[]): void {
    const { isGrid, isUnitName } = this.terms.vocabulary;
    const plain = seen.filter(
      ({ meaning }) =>
        meaning.kind === "left" &&
        (meaning.reason === "headless" || (isGrid && meaning.reason === "unknown")),
    );
    const share = (place: number, fits: (text: string) => boolean) => {
      const texts = this.known.body.flatMap((row) => textOf(row[place]) || []).slice(0, 500);
      return texts.length > 0 && texts.filter(fits).length * 2 >= texts.length;
    };
    const firstCount = seen.find(({ meaning }) => meaning.kind === "count")?.place ?? Infinity;
    const naming = plain.filter(({ place }) => share(place, isUnitName));
    const coding = naming.find(({ place }) => share(place, isLongCode));
    if (naming.length > 1 && !coding) {
      const places = naming.map(({ place }) => place);
      const answer = this.#askName(places);
      if (answer !== null) this.known.take(answer, "name");
      return;
    }
    const found =
      coding ??
      naming[0] ??
      plain.find(
        ({ place }) =>
          isGrid && place < firstCount && share(place, (text) => /^\p{L}{2}/u.test(text)),
      );
    if (found) this.known.take(found.place, "name");
  }

  #nameOf(
    named: readonly { readonly place: number; readonly unitKind: string }[],
    fits: readonly { readonly place: number; readonly unitKind: string }[],
  ): number | undefined {
    const [first] = fits;
    if (this.known.isTaken("code")) return first?.place;
    const naming = (each: { readonly place: number }) => this.#namesUnits(each.place);
    const kinds = new Set(fits.filter(naming).map(({ unitKind }) => unitKind));
    if (first && kinds.size < 2) return (fits.find(naming) ?? first).place;
    const offered = first ? fits.filter(naming) : named.filter(naming);
    const [only = named.find(({ unitKind }) => unitKind !== "subdistrict") ?? named[0]] = offered;
    if (offered.length === 0) return only?.place;
    return this.#askName(offered.map(({ place }) => place)) ?? undefined;
  }

  #askName(places: readonly number[]): number | null {
    const options = places.map((place) => this.known.placeOption(place));
    const answer = this.known.ask("whichName", "name", { params: {}, options });
    return answer === null ? null : Number(answer);
  }

  #namesUnits(place: number): boolean {
    return this.known.body
      .slice(0, 500)
      .some((row) => this.terms.vocabulary.isUnitName(textOf(row[place])));
  }

  #takeCounts(seen: readonly Seen[]): void {
    const counted = seen.filter((each): each is Counted => each.meaning.kind === "count");
    const byRole = new Map<string, Counted[]>();
    const unsure: { readonly place: number; readonly roles: readonly BoxRole[]; isSum: boolean }[] =
      [];
    for (const each of counted) {
      const roles = this.#rolesOf(each.meaning);
      const [only, ...others] = roles;
      const { isSum, isPart, isUnsure, isNonResidents } = each.meaning;
      if (!only && isNonResidents) this.known.leave(each.place, "otherCount");
      if (only && (others.length > 0 || isUnsure)) {
        unsure.push({ place: each.place, roles, isSum: isSum || isPart });
      } else if (only) byRole.set(only.role, [...(byRole.get(only.role) ?? []), each]);
    }
    for (const [role, columns] of byRole) this.#takeRole(role, columns, seen);
    for (const { place, roles, isSum } of unsure) {
      const areCounted = roles.every(({ role }) => byRole.has(role));
      if (areCounted || (isSum && byRole.size > 0)) this.known.leave(place, "sum");
      else this.known.askColumn(place, roles);
    }
  }

  /** The columns of one role: the one that is whole, or which, or its parts together. */
  #takeRole(role: string, columns: readonly Counted[], seen: readonly Seen[]): void {
    if (this.known.isTaken(role)) {
      for (const { place } of columns) this.known.leave(place, "twice");
      return;
    }
    const whole = columns.filter(({ meaning }) => !meaning.isPart);
    const parts = columns.filter(({ meaning }) => meaning.isPart);
    // "mr_LP" beside "sasaran": in a table of targets it may count the doses.
    const rivals = whole.some(({ meaning }) => meaning.isSaid)
      ? []
      : seen.filter(({ place, meaning }) => isSureAny(meaning) && this.known.hasNumbers(place));
    const offered = [...whole, ...rivals].map(({ place }) => place);
    const [only, ...others] = offered;
    if (only === undefined && parts.length > 1)
      this.known.askSum(
        role,
        parts.map(({ place }) => place),
      );
    else if (only === undefined) {
      for (const { place } of parts) this.known.askColumn(place, this.#boxesOf([role]));
    } else if (others.length === 0) this.known.take(only, role);
    else this.known.askWhich(role, offered);
    for (const { place } of parts)
      if (!this.known.isDecided(place)) this.known.leave(place, "part");
    for (const { place } of whole)
      if (!this.known.isDecided(place)) this.known.leave(place, "twice");
  }

  /** Columns that say "sasaran" or "jumlah" and not of what. */
  #takeAny(seen: readonly Seen[]): void {
    const { boxes } = this.terms.vocabulary;
    const undecided = seen.filter(({ place }) => !this.known.isDecided(place));
    const open = undecided.filter(({ place }) => this.known.hasNumbers(place));
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
    const places = [...likely, ...(likely === sure ? rivals : [])].map(({ place }) => place);
    const plain = boxes.filter(({ isNonResidents, round }) => !isNonResidents && round === 0);
    const isCounted = boxes.some(
      ({ role }) => this.known.isTaken(role) || this.known.isAsked(role),
    );
    if (this.known.isTaken("intervention")) {
      if (!this.known.isTaken("people")) this.#takeOneOf("people", places, isSure);
    } else if (!isCounted && places.length > 0) {
      const [only] = plain;
      if (only && plain.length === 1) this.#takeOneOf(only.role, places, isSure);
      else if (places.length < plain.length || isSure) {
        for (const place of places.slice(0, maxAsked)) this.known.askColumn(place, plain);
      } else for (const { role } of plain.slice(0, maxAsked)) this.known.askWhich(role, places);
    }
    for (const { place, meaning } of [...sure, ...weak]) {
      if (!this.known.isDecided(place) && meaning.kind === "any") this.known.leave(place, "sum");
    }
  }

  #takeOneOf(role: string, places: readonly number[], isSure: boolean): void {
    const [first] = places;
    if (first !== undefined && isSure) this.known.take(first, role);
    else if (first !== undefined) this.known.askWhich(role, places);
  }

  #rolesOf({ keys, round, isNonResidents }: Counted["meaning"]): BoxRole[] {
    return this.terms.vocabulary.boxes.filter(
      (box) =>
        keys.includes(box.key) && box.round === round && box.isNonResidents === isNonResidents,
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
