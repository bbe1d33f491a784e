import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { PlaceNoun } from "../unit-kind";

/** What units are taken together for; in the order in which pages offer them. */
export const unitSetKinds = ["puskesmas", "stage", "lokus", "remote", "own"] as const;

export type UnitSetKind = (typeof unitSetKinds)[number];

/** Units taken together, without their members, of whom there may be hundreds. */
export type UnitSet = {
  readonly kind: UnitSetKind;
  readonly code: string;
  readonly name: string;
  /** Days from and to which the units of a stage owe reports; null: as the campaign's. */
  readonly opensOn: CalendarDay | null;
  readonly closesOn: CalendarDay | null;
};

export type UnitSetKey = Pick<UnitSet, "kind" | "code">;

/** "stage/opd": a set as a form says it. */
export function typedSet({ kind, code }: UnitSetKey): string {
  return `${kind}/${code}`;
}

/** The set that a form says; undefined: none. */
export function setOfTyped(text: string): UnitSetKey | undefined {
  const [word, code] = text.split("/");
  const kind = unitSetKinds.find((each) => each === word);
  return kind && code ? { kind, code } : undefined;
}

/** How rows are grouped by sets of a kind. */
export type SetGrouping = {
  readonly kind: UnitSetKind;
  /** What the last group is called: the units that are in no set of the kind. */
  readonly restName: string;
};

/** The code of that last group; no set can have it. */
export const restCode = "-";

/** How addresses say a kind (`per=tahap`). */
const addressWords: Readonly<Record<UnitSetKind, string>> = {
  puskesmas: "puskesmas",
  stage: "tahap",
  lokus: "lokus",
  remote: "terpencil",
  own: "kelompok",
};

export function wordOfSetKind(kind: UnitSetKind): string {
  return addressWords[kind];
}

/** The kind that an address names; null: none. */
export function setKindOfWord(word: string | undefined): UnitSetKind | null {
  return unitSetKinds.find((kind) => addressWords[kind] === word) ?? null;
}

/** What sets of a kind are called. */
export function setNoun(kind: UnitSetKind): PlaceNoun {
  return kind === "remote" || kind === "own" ? "set" : kind;
}

/** Kinds of which a campaign has sets, in their order. */
export function kindsOfSets(sets: readonly Pick<UnitSet, "kind">[]): UnitSetKind[] {
  return unitSetKinds.filter((kind) => sets.some((each) => each.kind === kind));
}

/** The kind that an address names, where the campaign has sets of it; null: none. */
export function askedSetKind(
  campaign: { readonly unitSets: readonly Pick<UnitSet, "kind">[] },
  word: string | undefined,
): UnitSetKind | null {
  const kind = setKindOfWord(word);
  return campaign.unitSets.some((each) => each.kind === kind) ? kind : null;
}

/** A set as the place that an address names: "tahap~opd". Neither units nor areas have the sign. */
export function setPlaceCode(kind: UnitSetKind, code: string): string {
  return `${addressWords[kind]}~${code}`;
}

/** The kind of set by which rows are grouped: that of the place, or else the one asked for. */
export function groupedBy(place: string | null, asked: UnitSetKind | null): UnitSetKind | null {
  return readSetPlace(place ?? "")?.kind ?? asked;
}

/** The set that a place's code names; null: it names no set. */
export function readSetPlace(
  place: string,
): { readonly kind: UnitSetKind; readonly code: string } | null {
  const [word, code, ...rest] = place.split("~");
  const kind = setKindOfWord(word);
  return kind !== null && code && rest.length === 0 ? { kind, code } : null;
}
