"use client";

import { useEffect, useLayoutEffect, useRef } from "react";

import { typeInto } from "./type-into";

/** What the script of `EarlyPress` noted; each is told once, and noted no more. */
type Early = {
  readonly button: () => HTMLButtonElement | null;
  /** What stood in a field when it was last typed in, or whether it was ticked; the last one last. */
  readonly fields: () => ReadonlyMap<EventTarget, string | boolean>;
};

/** Does what was pressed and types what was typed before the page was alive; see `EarlyPress`. */
export function ReplayPress() {
  const button = useRef<HTMLButtonElement | null>(null);
  // From here on React hears each press itself.
  useLayoutEffect(() => {
    button.current = noted()?.button() ?? null;
  }, []);
  // What a button or a field does may stand on effects of the others. Letters are noted until now: one
  // that React has heard meanwhile is typed with those before it.
  useEffect(() => {
    const fields = noted()?.fields() ?? new Map<EventTarget, string | boolean>();
    void replay(fields, button.current);
    button.current = null;
  }, []);
  return null;
}

function noted(): Early | undefined {
  return (globalThis as { cakupanEarly?: Early }).cakupanEarly;
}

/** One after the other: a form that keeps its fields in one state has to hear of each before the next. */
async function replay(
  fields: ReadonlyMap<EventTarget, string | boolean>,
  button: HTMLButtonElement | null,
): Promise<void> {
  for (const [field, value] of fields) {
    await Promise.resolve();
    fillAgain(field, value);
  }
  await Promise.resolve();
  button?.click();
}

function fillAgain(field: EventTarget, value: string | boolean): void {
  if (!(field instanceof HTMLElement) || !field.isConnected) return;
  if (field instanceof HTMLSelectElement) {
    typeInto(field, String(value));
  } else if (field instanceof HTMLInputElement && typeof value === "boolean") {
    field.checked = !value;
    field.click();
  } else if (field instanceof HTMLInputElement && field.type === "file") {
    field.dispatchEvent(new Event("change", { bubbles: true }));
  } else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    // React hears of a value only where it is not the one it saw last, which writing it tells React.
    field.value = "";
    typeInto(field, String(value));
  }
}
