"use client";

import { useEffect, useLayoutEffect, useRef } from "react";

type Early = {
  readonly button: HTMLButtonElement | null;
  /** What stood in a field when it was last typed in. */
  readonly typed: ReadonlyMap<EventTarget, string>;
};

/** Does what was pressed and types what was typed before the page was alive; see `EarlyPress`. */
export function ReplayPress() {
  const early = useRef<Early | null>(null);
  // From here on React hears each press and letter itself.
  useLayoutEffect(() => {
    const { cakupanEarlyPress: take } = globalThis as { cakupanEarlyPress?: () => Early };
    early.current = take?.() ?? null;
  }, []);
  // What a button or a field does may stand on effects of the others.
  useEffect(() => {
    const { button = null, typed = [] } = early.current ?? {};
    early.current = null;
    for (const [field, value] of typed) typeAgain(field, value);
    button?.click();
  }, []);
  return null;
}

const pressed = ["checkbox", "radio", "file"];

function typeAgain(field: EventTarget, value: string): void {
  const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  if (!(field instanceof kind) || !field.isConnected || pressed.includes(field.type)) return;
  // React hears of a value only where it is not the one that it saw last, which writing it tells React.
  field.value = "";
  Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
