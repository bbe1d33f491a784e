import type { StepKind } from "@/lib/device/entry/steps";
import type { EntryStore } from "@/lib/device/entry/store";
import type { EntryColumn } from "@/lib/report/entry-row";
import { blockText, filledFrom, rowsOf, type Block, type GridPosition } from "./grid-block";
import { copiedText } from "@/lib/device/entry/row-counts";

/**
 * What copies and fills blocks of the grid. Each filling is one step that can be taken back.
 *
 * @param columns those that are drawn as fields: what is folded lies outside of every block.
 */
export function blockActions(store: EntryStore, columns: readonly EntryColumn[]) {
  function cellAt({ row, column }: GridPosition) {
    const [unit, key] = [store.order[row], columns[column]?.key];
    return unit === undefined || key === undefined ? null : { unit, key };
  }

  function textAt(position: GridPosition): string {
    const cell = cellAt(position);
    return cell ? copiedText(store.stateOf(cell.unit), store.columns, cell.key) : "";
  }

  function put(
    kind: StepKind,
    positions: readonly { readonly position: GridPosition; readonly text: string }[],
  ) {
    const cells = positions.flatMap(({ position, text }) => {
      const cell = cellAt(position);
      return cell ? [{ ...cell, text }] : [];
    });
    store.fill(cells, { kind });
  }

  return {
    put,
    text: (block: Block) => blockText(block, textAt),
    /** The same text into every cell. */
    putAll: (kind: StepKind, block: Block, text: string) =>
      put(
        kind,
        rowsOf(block)
          .flat()
          .map((position) => ({ position, text })),
      ),
    fillFrom: (block: Block, direction: "down" | "right") =>
      put(
        "filled",
        filledFrom(block, direction).map(({ position, source }) => ({
          position,
          text: textAt(source),
        })),
      ),
  };
}
