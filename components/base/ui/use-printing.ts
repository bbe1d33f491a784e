import { useSyncExternalStore } from "react";

/**
 * Whether the page is being printed: what a screen shows in part is whole on paper. The answer is
 * there before the paper is laid out, because such a store is read at once.
 */
export function usePrinting(): boolean {
  return useSyncExternalStore(listen, isPrinting, () => false);
}

const paper = "print";

function isPrinting(): boolean {
  return window.matchMedia(paper).matches || isAsked;
}

/** Between the browser's two events the medium may not have changed yet. */
let isAsked = false;

function listen(changed: () => void): () => void {
  const media = window.matchMedia(paper);
  const begin = () => {
    isAsked = true;
    changed();
  };
  const end = () => {
    isAsked = false;
    changed();
  };
  window.addEventListener("beforeprint", begin);
  window.addEventListener("afterprint", end);
  media.addEventListener("change", changed);
  return () => {
    window.removeEventListener("beforeprint", begin);
    window.removeEventListener("afterprint", end);
    media.removeEventListener("change", changed);
  };
}
