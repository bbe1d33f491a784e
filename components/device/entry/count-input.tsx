"use client";

import {
  useEffectEvent,
  useLayoutEffect,
  useReducer,
  useRef,
  type ComponentProps,
  type FocusEvent,
} from "react";

type Props = Omit<ComponentProps<"input">, "onChange" | "ref"> & {
  readonly onType: (text: string) => void;
};

/** What stood in a field before something was typed in it, until it is left. */
const stoodBefore = new WeakMap<EventTarget, string>();

/**
 * A field for a number of people. What was typed in it before the page was alive is typed too: the
 * first drawing of anything would empty it.
 */
export function CountInput({ onType, onBlur, ...input }: Props) {
  const field = useRef<HTMLInputElement>(null);
  /**
   * Whatever is typed is drawn at once, from the very first digit. The store is listened to only a
   * moment after the field came alive, and a field that is not drawn anew is put back by React to
   * what it showed: the digit would be gone.
   */
  const [, draw] = useReducer((times: number) => times + 1, 0);
  const take = (from: HTMLInputElement, former: string) => {
    if (!stoodBefore.has(from)) stoodBefore.set(from, former);
    onType(from.value);
    draw();
  };
  const takeOver = useEffectEvent(() => {
    const { current } = field;
    // React writes each value into the attribute too; only what was typed before it came differs.
    if (current && current.value !== current.defaultValue) take(current, current.defaultValue);
  });
  useLayoutEffect(() => takeOver(), []);

  return (
    <input
      ref={field}
      onChange={(event) => take(event.target, String(input.value ?? ""))}
      onBlur={(event: FocusEvent<HTMLInputElement>) => {
        stoodBefore.delete(event.target);
        onBlur?.(event);
      }}
      inputMode="numeric"
      autoComplete="off"
      {...input}
    />
  );
}

/**
 * What stood in a field when it was entered, where something was typed in it since; null: nothing
 * was. React tells of a focus only when the page is alive, and by then a number may have been begun.
 */
export function typedOver(field: HTMLInputElement): string | null {
  return stoodBefore.get(field) ?? null;
}
