"use client";

import {
  useEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
} from "react";
import { flushSync } from "react-dom";

import { typedOver } from "./count-input";
import type { EntryStore } from "@/lib/device/entry/store";
import type { EntryColumn } from "@/lib/report/entry-row";
import type { StepKind } from "@/lib/device/entry/steps";
import {
  enterField,
  fieldAt,
  fieldTowards,
  firstField,
  isOneCell,
  paintBlock,
  gridPositionOf,
  type Block,
  type GridPosition,
} from "./grid-block";
import { blockActions } from "./grid-block-actions";
import { gridAction } from "./grid-keys";
import { cellHistoryId } from "./history-button";
import { isBlank } from "@/lib/device/entry/row-state";

/**
 * Makes a table of fields move like a spreadsheet: it keeps where the focus is and which block is
 * chosen, takes its keys and its pasted blocks. A single pasted number goes into its field; a block
 * is handed on. While a block is chosen the focus stays in the cell where it began.
 */
export function useGridFocus({
  store,
  columns,
  onZero,
  onBlock,
  onUndo,
  onRedo,
}: {
  readonly store: EntryStore;
  /** Those that are drawn as fields; no key and no block knows of what is folded. */
  readonly columns: readonly EntryColumn[];
  readonly onZero: (unit: string) => void;
  readonly onBlock: (text: string) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}) {
  const editing = useRef(false);
  /** Something was typed in the field since it was entered. */
  const typed = useRef(false);
  /** What stood in the field when it was entered; Esc puts it back. */
  const entered = useRef("");
  /** Where a run of Tabs began, in the row that it is in; null: there is none. */
  const tabbed = useRef<GridPosition | null>(null);
  const [at, setAt] = useState<GridPosition | null>(null);
  const [corner, setCorner] = useState<GridPosition | null>(null);
  const size = { row: store.order.length, column: columns.length };
  const table = useRef<HTMLTableElement>(null);
  const actions = blockActions(store, columns);
  const block: Block | null = at && corner && { from: at, to: corner };
  const drawn = columns.map(({ key }) => key).join(" ");
  const [chosenAmong, setChosenAmong] = useState(drawn);
  // Folded or unfolded, the same place is another column.
  if (chosenAmong !== drawn) {
    setChosenAmong(drawn);
    setAt(null);
    setCorner(null);
  }

  useEffect(() => {
    if (table.current) paintBlock(table.current, null);
    tabbed.current = null;
  }, [drawn]);

  // Who was quicker than the scripts keeps the place; else one can type at once.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const { activeElement } = document;
      if (activeElement && activeElement !== document.body) setAt(gridPositionOf(activeElement));
      else if (location.hash === "" && table.current) {
        firstField(table.current)?.focus({ preventScroll: true });
      }
    });
    return () => cancelAnimationFrame(frame);
  }, []);

  function choose(from: GridPosition, to: GridPosition | null) {
    const next = to && { from, to };
    setCorner(next && !isOneCell(next) ? to : null);
    if (!table.current) return;
    paintBlock(table.current, next);
    if (to) fieldAt(table.current, to)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  function onFocus(event: FocusEvent<HTMLTableElement>) {
    const position = gridPositionOf(event.target);
    if (!position || !(event.target instanceof HTMLInputElement)) return;
    editing.current = false;
    const former = typedOver(event.target);
    typed.current = former !== null;
    if (former === null) store.seal();
    // A run that went on into the next row begins there anew.
    if (tabbed.current && tabbed.current.row !== position.row) tabbed.current = position;
    entered.current = former ?? event.target.value;
    if (former === null) event.target.select();
    // Back from another window the same block is chosen.
    if (at?.row !== position.row || at.column !== position.column) choose(position, null);
    setAt(position);
  }

  /** Digits go into one cell. */
  function onInput() {
    typed.current = true;
    if (at && corner) choose(at, null);
  }

  /** The first click chooses the field, the second places the caret in it; with Shift, a block. */
  function onMouseDown(event: MouseEvent<HTMLTableElement>) {
    const position = gridPositionOf(event.target);
    if (!position || event.button !== 0) return;
    if (event.shiftKey && at) {
      event.preventDefault();
      choose(at, position);
      return;
    }
    if (document.activeElement === event.target) {
      editing.current = true;
      choose(position, null);
      return;
    }
    event.preventDefault();
    tabbed.current = null;
    enterField(event.currentTarget, position);
  }

  /** Dragging chooses a block, except from a field that is edited. */
  function onMouseOver(event: MouseEvent<HTMLTableElement>) {
    const position = gridPositionOf(event.target);
    if (event.buttons === 1 && position && at && !editing.current) choose(at, position);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    const cell = cellOf(store, columns, event.target);
    if (!cell || event.nativeEvent.isComposing) return;
    const { position, unit, key } = cell;
    const table = event.currentTarget;
    if (event.key === "Tab") {
      const { column } = tabbed.current ?? position;
      tabbed.current = { row: position.row, column: Math.min(column, position.column) };
      return;
    }

    const field = fieldAt(table, position);
    const action = gridAction(
      {
        key: event.key,
        isControl: event.ctrlKey || event.metaKey,
        isShift: event.shiftKey,
        isAlt: event.altKey,
      },
      position,
      {
        size,
        ...(corner && { corner }),
        isEditing: editing.current,
        isTyped: editing.current && typed.current && field?.value !== entered.current,
        isRowEmpty: isBlank(store.stateOf(unit), store.columns),
        tabbedFrom: tabbed.current?.column ?? null,
      },
    );
    if (!action) return;
    event.preventDefault();
    switch (action.kind) {
      case "go":
        tabbed.current = null;
        return go(table, fieldTowards(table, position, action, size));
      case "extend":
        return choose(position, action);
      case "chooseAll":
        firstField(table)?.focus();
        return choose({ row: 0, column: 0 }, { row: size.row - 1, column: size.column - 1 });
      case "edit":
        editing.current = true;
        choose(position, null);
        return field?.setSelectionRange(field.value.length, field.value.length);
      case "restore":
        editing.current = false;
        if (corner) return choose(position, null);
        store.type(unit, "residents", key, entered.current);
        return reselect(table, position);
      case "zero":
        return onZero(unit);
      case "send":
        return void store.send([unit]);
      case "history":
        // The focus stays in the cell, and is back in it afterwards.
        return document.getElementById(cellHistoryId)?.click();
      case "undo":
        onUndo();
        return reselect(table, position);
      case "redo":
        onRedo();
        return reselect(table, position);
      case "empty":
        return putAll("emptied", "");
      case "fillDown":
      case "fillRight":
        if (block) actions.fillFrom(block, action.kind === "fillDown" ? "down" : "right");
        return reselect(table, position);
    }
  }

  function go(table: HTMLTableElement, to: GridPosition) {
    choose(to, null);
    enterField(table, to);
  }

  /** The field holds something else now, which nobody typed. */
  function reselect(table: HTMLTableElement, position: GridPosition) {
    typed.current = false;
    // Drawn and chosen before the next digit comes, which would be chosen with it.
    flushSync(() => undefined);
    const field = fieldAt(table, position);
    entered.current = field?.value ?? "";
    field?.select();
  }

  function onCopy(event: ClipboardEvent<HTMLTableElement>) {
    if (!block || !cellOf(store, columns, event.target)) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", actions.text(block));
  }

  function onCut(event: ClipboardEvent<HTMLTableElement>) {
    if (!block) return;
    onCopy(event);
    putAll("emptied", "");
  }

  /** One text into every cell of the block. */
  function putAll(kind: StepKind, text: string) {
    if (!block) return;
    actions.putAll(kind, block, text);
    if (table.current) reselect(table.current, block.from);
  }

  function onPaste(event: ClipboardEvent<HTMLTableElement>) {
    const cell = cellOf(store, columns, event.target);
    if (!cell) return;
    const text = event.clipboardData.getData("text/plain").replace(/[\r\n]+$/, "");
    if (/[\t\n;]/.test(text) || /\p{L}.*\d/u.test(text)) {
      event.preventDefault();
      onBlock(text);
    } else if (block || !editing.current) {
      event.preventDefault();
      // One number into every cell of a block, as in Excel.
      if (block) return putAll("filled", text.trim());
      actions.put("pasted", [{ position: cell.position, text: text.trim() }]);
      reselect(event.currentTarget, cell.position);
    }
  }

  return {
    at,
    block,
    handlers: {
      ref: table,
      onFocus,
      onInput,
      onMouseDown,
      onMouseOver,
      onKeyDown,
      onCopy,
      onCut,
      onPaste,
    },
  };
}

function cellOf(store: EntryStore, columns: readonly EntryColumn[], target: EventTarget) {
  const position = gridPositionOf(target);
  const unit = position ? store.order[position.row] : undefined;
  const key = position ? columns[position.column]?.key : undefined;
  return position && unit !== undefined && key !== undefined ? { position, unit, key } : null;
}
