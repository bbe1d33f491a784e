"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

import type { Snapshot } from "./board";

/** Reads the page again when a returned report was answered: what the page says of it is over. */
export function useFreshReturned(rows: Snapshot["rows"]): void {
  const router = useRouter();
  const known = useRef(0);
  const count = [...rows.values()].filter(({ standing }) => standing?.status === "returned").length;

  useEffect(() => {
    if (count < known.current) router.refresh();
    known.current = count;
  }, [count, router]);
}
