import type { ColumnKey } from "@/lib/campaign/column-key";
import type { EntryBoard } from "./board";
import { fieldText, isChanged, saysZero, type RowState } from "./row-state";

export type StepKind = "typed" | "pasted" | "filled" | "emptied" | "zero";

/** What one step did to the fields of one row. */
type RowChange = {
  readonly unit: string;
  readonly cells: readonly {
    readonly key: ColumnKey;
    readonly from: string;
    readonly to: string;
  }[];
  readonly wasZero: boolean;
  readonly isZero: boolean;
  /** What the server and the outbox had of the row then. */
  readonly sentAs: string;
};

type Step = {
  readonly number: number;
  readonly kind: StepKind;
  readonly rows: readonly RowChange[];
};

/** What going back or forth did. */
export type StepResult = {
  readonly kind: StepKind;
  readonly direction: "undone" | "redone";
  readonly count: number;
  readonly units: readonly string[];
  /** Units whose report was sent since: what is in their fields now is a correction, not sent yet. */
  readonly sent: readonly string[];
};

/** Steps that can be taken back; older ones are forgotten. */
const maxSteps = 200;

/**
 * What was changed on the screen since it was opened, to take it back and to do it again. A step
 * changes only cells that still say what it put there, so that nothing typed or arrived since is
 * lost, and it sends nothing.
 */
export function entrySteps(
  { columns, stateOf, set, change }: EntryBoard,
  isOpen: (unit: string) => boolean,
) {
  let done: readonly Step[] = [];
  let undone: readonly Step[] = [];
  let isSealed = true;
  let count = 0;

  function changesBetween(before: RowState, after: RowState): RowChange {
    return {
      unit: before.row.unit.code,
      cells: columns.flatMap(({ key }) => {
        const [from, to] = [before, after].map((state) => fieldText(state, key));
        return from === to || from === undefined || to === undefined ? [] : [{ key, from, to }];
      }),
      wasZero: before.isZero,
      isZero: after.isZero,
      sentAs: sentAs(before),
    };
  }

  /** Adds a step. Digits typed one after the other into one field are one step. */
  function note(kind: StepKind, befores: readonly RowState[]): number | null {
    const rows = befores
      .map((before) => changesBetween(before, stateOf(before.row.unit.code)))
      .filter(({ cells, wasZero, isZero }) => cells.length > 0 || wasZero !== isZero);
    if (rows.length === 0) return null;
    undone = [];
    const last = done.at(-1);
    const joined = kind === "typed" && !isSealed && last ? joinedTo(last, rows) : null;
    if (joined) {
      const isBack = joined.rows.every(
        ({ cells, wasZero, isZero }) =>
          wasZero === isZero && cells.every(({ from, to }) => from === to),
      );
      isSealed = isBack;
      done = [...done.slice(0, -1), ...(isBack ? [] : [joined])];
      return joined.number;
    }
    isSealed = kind !== "typed";
    count += 1;
    done = [...done.slice(1 - maxSteps), { number: count, kind, rows }];
    return count;
  }

  /** The rows of a step as it left them, or as it found them. */
  function turn({ kind, rows }: Step, direction: StepResult["direction"]): StepResult {
    const turned = rows.flatMap((row) => {
      const state = stateOf(row.unit);
      if (!isOpen(row.unit)) return [];
      const isBack = direction === "undone";
      const [isZeroNow, isZero] = isBack ? [row.isZero, row.wasZero] : [row.wasZero, row.isZero];
      // Nihil was pressed or taken back since: the row says something else by now.
      if (isZeroNow !== saysZero(state, columns) && isZeroNow !== state.isZero) return [];
      const cells = row.cells
        .map(({ key, from, to }) =>
          isBack ? { key, was: to, text: from } : { key, was: from, text: to },
        )
        .filter(({ key, was }) => fieldText(state, key).trim() === was.trim());
      if (cells.length === 0 && row.wasZero === row.isZero) return [];
      const texts = Object.fromEntries(cells.map(({ key, text }) => [key, text]));
      const typed = { ...state.typed, residents: { ...state.typed.residents, ...texts } };
      return [{ row, count: Math.max(1, cells.length), next: change(row.unit, { typed, isZero }) }];
    });
    const units = turned.map(({ row }) => row.unit);
    const changed = turned.reduce((sum, each) => sum + each.count, 0);
    set(
      turned.map(({ next }) => next),
      { kind: direction, units, count: changed },
    );
    isSealed = true;
    return {
      kind,
      direction,
      count: changed,
      units,
      sent: turned
        .filter(({ row, next }) => sentAs(next) !== row.sentAs && isChanged(next, columns))
        .map(({ row }) => row.unit),
    };
  }

  return {
    note,
    /** What is typed from now on is a step of its own. */
    seal: () => {
      isSealed = true;
    },
    /** A zero report that was sent is taken back by other means; null: the last step is none. */
    sentZero(): string | null {
      const last = done.at(-1);
      const unit = last?.kind === "zero" ? last.rows[0]?.unit : undefined;
      if (unit === undefined || stateOf(unit).isZero || !saysZero(stateOf(unit), columns))
        return null;
      done = done.slice(0, -1);
      return unit;
    },
    /** Takes back the last step, or the one with that number; null: there is none. */
    undo(number?: number): StepResult | null {
      const step = number === undefined ? done.at(-1) : done.find((each) => each.number === number);
      if (!step) return null;
      done = done.filter((each) => each !== step);
      undone = [...undone, step];
      return turn(step, "undone");
    },
    redo(): StepResult | null {
      const step = undone.at(-1);
      if (!step) return null;
      undone = undone.slice(0, -1);
      done = [...done, step];
      return turn(step, "redone");
    },
    /** The fields hold another kind of figures: what they held means something else. */
    forget: () => {
      done = [];
      undone = [];
    },
  };
}

/** The step with further digits in the same field; null: they are in another. */
function joinedTo(last: Step, rows: readonly RowChange[]): Step | null {
  const [row] = rows;
  const [before] = last.rows;
  const [cell] = row?.cells ?? [];
  const [first] = before?.cells ?? [];
  const isOne = last.kind === "typed" && row?.cells.length === 1 && before?.cells.length === 1;
  if (!isOne || !cell || !first || row.unit !== before.unit || cell.key !== first.key) return null;
  return { ...last, rows: [{ ...before, isZero: row.isZero, cells: [{ ...first, to: cell.to }] }] };
}

function sentAs({ standing, queued }: RowState): string {
  return `${String(standing?.version ?? 0)}/${queued?.id ?? ""}`;
}
