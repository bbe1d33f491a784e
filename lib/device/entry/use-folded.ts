"use client";

import { useCallback, useMemo, useSyncExternalStore } from "react";

const prefix = "cakupan-lipat:";

/** By campaign, codes of interventions on a line each; also where the browser keeps nothing. */
const known = new Map<string, string>();
const listeners = new Set<() => void>();

/**
 * The interventions of a campaign whose columns are folded, remembered while the tab is open. Fields
 * that are folded keep what is typed in them, and are sent like all others.
 */
export function useFolded(slug: string) {
  const text = useSyncExternalStore(
    listen,
    () => read(slug),
    () => "",
  );
  const folded = useMemo(() => new Set(text.split("\n").filter(Boolean)), [text]);

  const fold = useCallback(
    (intervention: string) => write(slug, [...codesOf(slug), intervention]),
    [slug],
  );
  /** Without one: all of them. */
  const unfold = useCallback(
    (intervention?: string) =>
      write(
        slug,
        codesOf(slug).filter((code) => intervention !== undefined && code !== intervention),
      ),
    [slug],
  );
  return { folded, fold, unfold };
}

function listen(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

function codesOf(slug: string): string[] {
  return read(slug).split("\n").filter(Boolean);
}

function read(slug: string): string {
  const text = known.get(slug) ?? stored(slug);
  known.set(slug, text);
  return text;
}

function stored(slug: string): string {
  try {
    return sessionStorage.getItem(prefix + slug) ?? "";
  } catch {
    return "";
  }
}

function write(slug: string, codes: readonly string[]): void {
  const text = [...new Set(codes)].join("\n");
  known.set(slug, text);
  try {
    sessionStorage.setItem(prefix + slug, text);
  } catch {
    // It is remembered until the page is loaded anew.
  }
  for (const listener of listeners) listener();
}
