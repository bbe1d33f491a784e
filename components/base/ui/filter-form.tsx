"use client";

import type { ComponentProps } from "react";

/**
 * A filter's plain form, which a finger need not send: what a phone's own list or calendar answers
 * holds at once. With a keyboard a choice passes over others on its way, so there the button sends.
 */
export function FilterForm(props: Omit<ComponentProps<"form">, "onChange">) {
  return (
    <form
      {...props}
      onChange={({ currentTarget, target }) => {
        const isChoice =
          target instanceof HTMLSelectElement ||
          (target instanceof HTMLInputElement && target.type === "date");
        if (isChoice && window.matchMedia("(pointer: coarse)").matches) {
          currentTarget.requestSubmit();
        }
      }}
    />
  );
}
