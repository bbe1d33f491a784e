import type { EntryBoard } from "./board";
import { rowFate, type RowEvent } from "./row-life";

/** How long nothing has to be typed until what was typed goes as it is. */
export const restAfter = 60_000;

/**
 * What rows do by themselves when the focus leaves them, or when their person rests. Nothing here
 * opens a dialog.
 */
export function entryLeaving(
  { columns, context, stateOf, set }: EntryBoard,
  send: (units: readonly string[]) => Promise<void>,
  clock: () => Date,
) {
  /** Rows that were typed in since they last went. */
  const typedIn = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function happen(units: readonly string[], event: RowEvent): Promise<void> {
    const by = { columns, closing: context, at: clock() };
    const fates = units.map((unit) => ({ unit, fate: rowFate(stateOf(unit), event, by) }));
    const of = (wanted: string) => fates.flatMap(({ unit, fate }) => (fate === wanted ? unit : []));
    const asking = of("needsReason")
      .map(stateOf)
      .filter(({ needsReason }) => !needsReason);
    const stuck = event === "left" ? of("stuck") : [];
    if (asking.length > 0) set(asking.map((state) => ({ ...state, needsReason: true })));
    if (stuck.length > 0) set([], { kind: "rejected", units: stuck, count: stuck.length });
    const going = of("goes");
    for (const unit of going) typedIn.delete(unit);
    return going.length > 0 ? send(going) : Promise.resolve();
  }

  return {
    /** The focus left a row: it goes if it is whole and needs no reason. */
    leave: (unit: string) => happen([unit], "left"),
    /** A row was typed in: from the last such moment on a minute is counted. */
    stir: (unit: string) => {
      typedIn.add(unit);
      clearTimeout(timer);
      timer = setTimeout(() => void happen([...typedIn], "rested"), restAfter);
    },
    stopResting: () => clearTimeout(timer),
  };
}
