"use client";

import type { MouseEvent, ReactNode } from "react";

import { preparationCookie, preparationLeft } from "@/lib/account/preparation";

const yearSeconds = 365 * 24 * 60 * 60;

/** A part of the navigation that folds. The server draws it as it was left here, so nothing jumps. */
export function Unfolding(props: { readonly isOpen: boolean; readonly children: ReactNode }) {
  const remember = ({ target, currentTarget }: MouseEvent<HTMLDetailsElement>) => {
    if (!(target instanceof Element) || target.closest("summary") === null) return;
    // It is told before it folds.
    const left = preparationLeft(!currentTarget.open);
    document.cookie = `${preparationCookie}=${left}; path=/; max-age=${String(yearSeconds)}; samesite=lax`;
  };
  return (
    <details open={props.isOpen} onClick={remember}>
      {props.children}
    </details>
  );
}
