"use client";

import { useEffectEvent, useLayoutEffect, useRef, type ComponentProps } from "react";

type Props = Omit<ComponentProps<"input">, "onChange" | "ref"> & {
  readonly onType: (text: string) => void;
};

/**
 * A field for a number of people. What was typed in it before the page was alive is typed too: the
 * first drawing of anything would empty it.
 */
export function CountInput({ onType, ...input }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const takeOver = useEffectEvent(() => {
    if (field.current && isTypedEarly(field.current)) onType(field.current.value);
  });
  useLayoutEffect(() => takeOver(), []);

  return (
    <input
      ref={field}
      onChange={(event) => onType(event.target.value)}
      inputMode="numeric"
      autoComplete="off"
      {...input}
    />
  );
}

/** React writes each value into the attribute too; only what was typed before it came differs. */
export function isTypedEarly(field: HTMLInputElement): boolean {
  return field.value !== field.defaultValue;
}
