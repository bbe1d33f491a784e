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

import { isTypedEarly } from "./count-input";
import type { EntryStore } from "./entry-store";
import { gridAction } from "./grid-keys";
import { cellHistoryId } from "./history-button";
import { isBlank } from "./row-state";

export type GridPlace = { readonly row: number; readonly column: number };

/**
 * Makes a table of fields move like a spreadsheet: it keeps where the focus is, takes its keys and
 * its pasted blocks. A single pasted number goes into its field; a block is handed on.
 */
export function useGridFocus({
  store,
  onZero,
  onBlock,
}: {
  readonly store: EntryStore;
  readonly onZero: (unit: string) => void;
  readonly onBlock: (text: string) => void;
}) {
  const editing = useRef(false);
  /** What stood in the field when it was entered; Esc puts it back. */
  const entered = useRef("");
  /** Where a run of Tabs began, in the row that it is in; null: there is none. */
  const tabbed = useRef<GridPlace | null>(null);
  const [at, setAt] = useState<GridPlace | null>(null);
  const size = { row: store.order.length, column: store.columns.length };
  const table = useRef<HTMLTableElement>(null);

  // Who was quicker than the scripts keeps the place; else one can type at once.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const { activeElement } = document;
      if (activeElement && activeElement !== document.body) setAt(placeOf(activeElement));
      else if (location.hash === "" && table.current) {
        firstField(table.current)?.focus({ preventScroll: true });
      }
    });
    return () => cancelAnimationFrame(frame);
  }, []);

  function onFocus(event: FocusEvent<HTMLTableElement>) {
    const place = placeOf(event.target);
    if (!place || !(event.target instanceof HTMLInputElement)) return;
    editing.current = false;
    // A run that went on into the next row begins there anew.
    if (tabbed.current && tabbed.current.row !== place.row) tabbed.current = place;
    entered.current = event.target.defaultValue;
    if (!isTypedEarly(event.target)) event.target.select();
    setAt(place);
  }

  /** The first click chooses the field, the second places the caret in it. */
  function onMouseDown(event: MouseEvent<HTMLTableElement>) {
    const place = placeOf(event.target);
    if (!place || event.button !== 0) return;
    if (document.activeElement === event.target) {
      editing.current = true;
      return;
    }
    event.preventDefault();
    tabbed.current = null;
    enter(event.currentTarget, place);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    const cell = cellOf(store, event.target);
    if (!cell || event.nativeEvent.isComposing) return;
    const { place, unit, key } = cell;
    const table = event.currentTarget;
    if (event.key === "Tab") {
      const { column } = tabbed.current ?? place;
      tabbed.current = { row: place.row, column: Math.min(column, place.column) };
      return;
    }

    const action = gridAction(
      {
        key: event.key,
        isControl: event.ctrlKey || event.metaKey,
        isShift: event.shiftKey,
        isAlt: event.altKey,
      },
      place,
      {
        size,
        isEditing: editing.current,
        isRowEmpty: isBlank(store.stateOf(unit), store.columns),
        tabbedFrom: tabbed.current?.column ?? null,
      },
    );
    if (!action) return;
    event.preventDefault();
    switch (action.kind) {
      case "go":
        tabbed.current = null;
        return enter(table, action);
      case "edit": {
        editing.current = true;
        const field = fieldAt(table, place);
        return field?.setSelectionRange(field.value.length, field.value.length);
      }
      case "restore":
        editing.current = false;
        store.type(unit, "residents", key, entered.current);
        return requestAnimationFrame(() => fieldAt(table, place)?.select());
      case "zero":
        return onZero(unit);
      case "send":
        return void store.send([unit]);
      case "history":
        // The focus stays in the cell, and is back in it afterwards.
        return document.getElementById(cellHistoryId)?.click();
    }
  }

  function onPaste(event: ClipboardEvent<HTMLTableElement>) {
    const cell = cellOf(store, event.target);
    if (!cell) return;
    const { unit, key } = cell;
    const text = event.clipboardData.getData("text/plain").replace(/[\r\n]+$/, "");
    if (/[\t\n;]/.test(text)) {
      event.preventDefault();
      onBlock(text);
    } else if (!editing.current) {
      event.preventDefault();
      store.type(unit, "residents", key, text.trim());
    }
  }

  return { at, ref: table, onFocus, onMouseDown, onKeyDown, onPaste };
}

function cellOf(store: EntryStore, target: EventTarget) {
  const place = placeOf(target);
  const unit = place ? store.order[place.row] : undefined;
  const key = place ? store.columns[place.column]?.key : undefined;
  return place && unit !== undefined && key !== undefined ? { place, unit, key } : null;
}

function fieldAt(table: HTMLTableElement, { row, column }: GridPlace): HTMLInputElement | null {
  return table.querySelector<HTMLInputElement>(
    `input[data-row="${String(row)}"][data-column="${String(column)}"]`,
  );
}

/** The first field of the first row that says nothing yet, or the first. */
function firstField(table: HTMLTableElement): HTMLInputElement | null {
  const first = [...table.querySelectorAll<HTMLInputElement>('input[data-column="0"]')];
  return (
    first.find((field) => field.value === "" && !field.readOnly && !isNamedZero(field)) ??
    first[0] ??
    null
  );
}

function isNamedZero({ placeholder }: HTMLInputElement): boolean {
  return placeholder !== "";
}

function enter(table: HTMLTableElement, place: GridPlace) {
  const field = fieldAt(table, place);
  field?.focus();
  field?.select();
}

function placeOf(target: EventTarget): GridPlace | null {
  if (!(target instanceof HTMLInputElement)) return null;
  const { row, column } = target.dataset;
  return row === undefined || column === undefined
    ? null
    : { row: Number(row), column: Number(column) };
}
