import { isCalendarDay, type CalendarDay } from "@/lib/base/time/calendar-day";

import { placeWords } from "../place-words";
import { unitSetKinds, type UnitSet, type UnitSetKey, type UnitSetKind } from "./unit-set";

type NamedUnit = { readonly code: string; readonly name: string };

/** A set with its members, as it is sent. */
type UnitSetInput = {
  readonly kind: UnitSetKind;
  readonly code: string;
  readonly name: string;
  readonly opensOn?: CalendarDay | undefined;
  readonly closesOn?: CalendarDay | undefined;
  /** Codes. */
  readonly units: readonly string[];
};

/** A set with its members, as it is stored. */
export type UnitSetWithUnits = UnitSet & { readonly units: readonly string[] };

/** What is typed of the sets of each kind. */
export type SetLines = Readonly<Record<UnitSetKind, string>>;

export const noSetLines: SetLines = { puskesmas: "", stage: "", lokus: "", remote: "", own: "" };

/**
 * Sets of a kind as they are typed or pasted, a line for each unit: name of the set; the unit's code or
 * name; and of a stage, if it has them, its first and last day. Semicolons or tabs stand between. The
 * days of a stage stand on any of its lines. A set's code follows from its name, or stands behind it in
 * brackets: "Sei Tatas [pkm-07]".
 *
 * @param units those that the campaign has. A name that several have is no name: it takes the code.
 * @returns the sets, in the order in which they are first named, and the numbers of the lines that
 * cannot be read, from 1: an unknown unit, one that stands in a set already, a wrong day.
 */
export function readSetLines(
  text: string,
  kind: UnitSetKind,
  units: readonly NamedUnit[],
): { sets: UnitSetInput[]; unreadable: number[] } {
  const sets = new Map<
    string,
    { name: string; opensOn?: string; closesOn?: string; units: string[] }
  >();
  const unreadable: number[] = [];
  const unitOf = unitFinder(units);
  const taken = new Set<string>();
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === "") return;
    const [title = "", unit = "", ...dates] = line.split(/[;\t]/).map((part) => part.trim());
    const { name, code } = namedSet(title);
    const found = unitOf(unit);
    const days = dates.filter((each) => each !== "").map(typedDay);
    const [opensOn, closesOn] = dates.map((each) => (each === "" ? undefined : typedDay(each)));
    const isDated = days.length > 0;
    const standing = sets.get(code);
    const isOther =
      (opensOn && standing?.opensOn && opensOn !== standing.opensOn) ||
      (closesOn && standing?.closesOn && closesOn !== standing.closesOn);
    if (
      code === "" ||
      !found ||
      taken.has(found) ||
      days.includes(null) ||
      (isDated && kind !== "stage") ||
      isOther
    ) {
      unreadable.push(index + 1);
      return;
    }
    taken.add(found);
    sets.set(code, {
      name: standing?.name ?? name,
      ...dated(standing?.opensOn ?? opensOn, standing?.closesOn ?? closesOn),
      units: [...(standing?.units ?? []), found],
    });
  });
  return { sets: [...sets].map(([code, set]) => ({ kind, code, ...set })), unreadable };
}

/** The sets of all kinds, and the lines of each kind that cannot be read. */
export function readAllSetLines(lines: SetLines, units: readonly NamedUnit[]) {
  const read = unitSetKinds.map((kind) => ({ kind, ...readSetLines(lines[kind], kind, units) }));
  return {
    sets: read.flatMap(({ sets }) => sets),
    unreadable: read.filter(({ unreadable }) => unreadable.length > 0),
  };
}

/** The sets that lines name, whatever their units are: what a gate may ask for. */
export function namedSets(lines: SetLines): (UnitSetKey & { readonly name: string })[] {
  return unitSetKinds.flatMap((kind) => {
    const names = lines[kind].split(/\r?\n/).map((line) => line.split(/[;\t]/)[0]?.trim() ?? "");
    const sets = new Map(names.toReversed().map((name) => [setCode(name), name]));
    sets.delete("");
    return [...sets].toReversed().map(([code, name]) => ({ kind, code, name }));
  });
}

/** Stored sets as lines that {@link readSetLines} reads as the same sets. */
export function setLinesOf(
  sets: readonly UnitSetWithUnits[],
  units: readonly NamedUnit[],
): SetLines {
  const nameOf = unitWriter(units);
  const linesOf = (kind: UnitSetKind) =>
    sets
      .filter((set) => set.kind === kind)
      .flatMap(({ code: own, name, opensOn, closesOn, units: codes }) => {
        const read = namedSet(name);
        const title = read.code === own && read.name === name ? name : `${name} [${own}]`;
        return codes.map((code, index) => {
          const days = index === 0 && (opensOn ?? closesOn) ? [opensOn ?? "", closesOn ?? ""] : [];
          return [title, nameOf(code), ...days].join("; ");
        });
      })
      .join("\n");
  return {
    puskesmas: linesOf("puskesmas"),
    stage: linesOf("stage"),
    lokus: linesOf("lokus"),
    remote: linesOf("remote"),
    own: linesOf("own"),
  };
}

/** A set as it is written, with its own code behind it or with the one that follows from its name. */
function namedSet(title: string): { name: string; code: string } {
  const [, name, code] = /^(.*?)\s*\[([A-Za-z0-9][A-Za-z0-9_-]{0,31})\]$/.exec(title) ?? [];
  return name && code ? { name, code } : { name: title, code: setCode(title) };
}

/** "Sei Tatas" → "sei-tatas": plain, because it stands in addresses and files. */
export function setCode(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 32)
    .replaceAll(/-+$/g, "");
}

function dated(opensOn: string | null | undefined, closesOn: string | null | undefined) {
  return { ...(opensOn ? { opensOn } : {}), ...(closesOn ? { closesOn } : {}) };
}

/** "2021-06-08" or "8/6/2021"; null: no day. */
export function typedDay(text: string): CalendarDay | null {
  const [, day, month, year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text) ?? [];
  const written =
    day && month && year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
  return isCalendarDay(written) ? written : null;
}

/** Units by code, else by a name that one alone has. */
export function unitFinder(units: readonly NamedUnit[]): (written: string) => string | null {
  const codes = new Map(units.map(({ code }) => [code.toLowerCase(), code]));
  const names = countedNames(units);
  return (written) => {
    const code = codes.get(written.toLowerCase());
    if (code !== undefined) return code;
    const named = names.get(written.toLowerCase()) ?? names.get(placeWords(written)) ?? [];
    return named.length === 1 ? (named[0] ?? null) : null;
  };
}

/** A unit by its name, or by its code where the name is another's too. */
export function unitWriter(units: readonly NamedUnit[]): (code: string) => string {
  const find = unitFinder(units);
  const names = new Map(units.map(({ code, name }) => [code, name]));
  return (code) => {
    const name = names.get(code);
    return name !== undefined && !/[;\t]/.test(name) && find(name) === code ? name : code;
  };
}

function countedNames(units: readonly NamedUnit[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { code, name } of units) {
    for (const key of new Set([name.toLowerCase(), placeWords(name)])) {
      names.set(key, [...(names.get(key) ?? []), code]);
    }
  }
  return names;
}
