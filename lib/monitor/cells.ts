import type { NamedByColumn } from "@/lib/campaign/column-key";

import { factsOf, type CountedFact, type FactOf } from "./counted-fact";

/** All that facts say of a place in a column. */
type Cell = {
  target?: FactOf<"target">;
  otherTarget?: FactOf<"otherTarget">;
  dose?: FactOf<"dose">;
  dayDose: number;
  untargeted: number;
  untargetedOnDay: number;
  doubtful: number;
};

/** Finds the cell of a place and column; undefined: no fact is of it. */
type Cells = (
  place: string,
  intervention: string,
  targetGroup: string,
) => Readonly<Cell> | undefined;

const known = new WeakMap<readonly CountedFact[], Cells>();

/**
 * The cells of facts, made once for each list of them. Found by the numbers of columns: a text made for
 * each fact would cost more than all that is counted.
 */
export function cellsOf(facts: readonly CountedFact[]): Cells {
  const made = known.get(facts) ?? makeCells(facts);
  known.set(facts, made);
  return made;
}

function makeCells(facts: readonly CountedFact[]): Cells {
  const columns = new Map<string, Map<string, number>>();
  const places = new Map<string, Cell[]>();
  let columnCount = 0;
  const cellAt = ({
    place,
    intervention,
    targetGroup,
  }: NamedByColumn & { place: string }): Cell => {
    let groups = columns.get(intervention);
    if (!groups) columns.set(intervention, (groups = new Map<string, number>()));
    let column = groups.get(targetGroup);
    if (column === undefined) groups.set(targetGroup, (column = columnCount++));
    let cells = places.get(place);
    if (!cells) places.set(place, (cells = []));
    return (cells[column] ??= { dayDose: 0, untargeted: 0, untargetedOnDay: 0, doubtful: 0 });
  };
  for (const fact of factsOf(facts, "target")) cellAt(fact).target = fact;
  for (const fact of factsOf(facts, "otherTarget")) cellAt(fact).otherTarget = fact;
  for (const fact of factsOf(facts, "dose")) cellAt(fact).dose = fact;
  for (const kind of ["dayDose", "untargeted", "untargetedOnDay", "doubtful"] as const) {
    for (const fact of factsOf(facts, kind)) cellAt(fact)[kind] += fact.residents;
  }
  return (place, intervention, targetGroup) => {
    const column = columns.get(intervention)?.get(targetGroup);
    return column === undefined ? undefined : places.get(place)?.[column];
  };
}
