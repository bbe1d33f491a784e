"use client";

import { useEffect, useLayoutEffect, useRef } from "react";

/** Does what was pressed before the page was alive; see `EarlyPress`. */
export function ReplayPress() {
  const pressed = useRef<HTMLButtonElement | null>(null);
  // From here on React hears each press itself.
  useLayoutEffect(() => {
    const { cakupanEarlyPress: take } = globalThis as { cakupanEarlyPress?: Take };
    pressed.current = take?.() ?? null;
  }, []);
  // What a button does may stand on effects of the others.
  useEffect(() => {
    pressed.current?.click();
    pressed.current = null;
  }, []);
  return null;
}

type Take = () => HTMLButtonElement | null;
