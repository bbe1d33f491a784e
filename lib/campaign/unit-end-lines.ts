import { typedDay, unitFinder, unitWriter } from "./unit-set/lines";

type NamedUnit = { readonly code: string; readonly name: string };

type TypedEnd = {
  readonly unit: string;
  readonly until: string;
  readonly successors: readonly { readonly unit: string; readonly from?: null }[];
};

/** Behind a successor that was there before: it does not begin with the end. */
const fromTheStart = /\s*\((?:sejak awal|from the start)\)$/i;

/**
 * Ends of units as they are typed or pasted, a line each: the unit's code or name; its last day; and who
 * goes on with its people, with semicolons or tabs between. Without successors it is closed. Of a new
 * campaign a successor begins on the next day, unless "(sejak awal)" stands behind it.
 *
 * @param units those that the campaign will have. A name that several have is no name: it takes the code.
 * @returns the ends, and the numbers of the lines that cannot be read, from 1.
 */
export function readEndLines(
  text: string,
  units: readonly NamedUnit[],
): { ends: TypedEnd[]; unreadable: number[] } {
  const ends: TypedEnd[] = [];
  const unreadable: number[] = [];
  const unitOf = unitFinder(units);
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === "") return;
    const [unit = "", day = "", ...others] = line.split(/[;\t]/).map((part) => part.trim());
    const ending = unitOf(unit);
    const until = typedDay(day);
    const successors = others.filter((each) => each !== "");
    const named = successors.flatMap((each) => {
      const code = unitOf(each.replace(fromTheStart, ""));
      if (code === null) return [];
      return [{ unit: code, ...(fromTheStart.test(each) && { from: null }) }];
    });
    if (ending === null || until === null || named.length < successors.length) {
      unreadable.push(index + 1);
    } else ends.push({ unit: ending, until, successors: named });
  });
  return { ends, unreadable };
}

/**
 * Ends as lines that {@link readEndLines} reads as the same ends.
 *
 * @param ends successors with `isOld` were there before; of a campaign that stands it is known.
 */
export function endLinesOf(
  ends: readonly {
    readonly unit: string;
    readonly until: string;
    readonly successors: readonly { readonly code: string; readonly isOld?: boolean }[];
  }[],
  units: readonly NamedUnit[],
): string {
  const nameOf = unitWriter(units);
  const written = (successor: { readonly code: string; readonly isOld?: boolean }) =>
    nameOf(successor.code) + (successor.isOld ? " (sejak awal)" : "");
  return ends
    .map(({ unit, until, successors }) =>
      [nameOf(unit), until, ...successors.map(written)].join("; "),
    )
    .join("\n");
}
