import { typedDay, unitFinder, unitWriter } from "./unit-set/lines";

type NamedUnit = { readonly code: string; readonly name: string };

type TypedEnd = {
  readonly unit: string;
  readonly until: string;
  readonly successors: readonly { readonly unit: string }[];
};

/**
 * Ends of units as they are typed or pasted, a line each: the unit's code or name; its last day; and who
 * goes on with its people, with semicolons or tabs between. Without successors it is closed.
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
    const successors = others.filter((each) => each !== "").map(unitOf);
    const named = successors.filter((each) => each !== null);
    if (ending === null || until === null || named.length < successors.length) {
      unreadable.push(index + 1);
    } else ends.push({ unit: ending, until, successors: named.map((code) => ({ unit: code })) });
  });
  return { ends, unreadable };
}

/** Ends that stand as lines that {@link readEndLines} reads as the same ends. */
export function endLinesOf(
  ends: readonly {
    readonly unit: string;
    readonly until: string;
    readonly successors: readonly { readonly code: string }[];
  }[],
  units: readonly NamedUnit[],
): string {
  const nameOf = unitWriter(units);
  return ends
    .map(({ unit, until, successors }) =>
      [nameOf(unit), until, ...successors.map(({ code }) => nameOf(code))].join("; "),
    )
    .join("\n");
}
