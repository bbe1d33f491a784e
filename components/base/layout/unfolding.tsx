"use client";

import type { MouseEvent, ReactNode } from "react";

import { preparationCookie, preparationLeft } from "@/lib/account/preparation";

const yearSeconds = 365 * 24 * 60 * 60;

/** A part of the navigation that folds. The server draws it as it was left here, so nothing jumps. */
export function Unfolding(props: {
  readonly isOpen: boolean;
  readonly title: string;
  readonly head: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <details open={props.isOpen}>
      <summary title={props.title} onClick={remember}>
        {props.head}
      </summary>
      {props.children}
    </details>
  );
}

/** It is told before it folds. */
function remember({ currentTarget }: MouseEvent): void {
  const left = preparationLeft(currentTarget.closest("details[open]") === null);
  document.cookie = `${preparationCookie}=${left}; path=/; max-age=${String(yearSeconds)}; samesite=lax`;
}
