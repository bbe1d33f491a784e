import { useEffect, useRef, useSyncExternalStore, type MouseEvent, type RefObject } from "react";

/** Told when this page has drawn another address by itself. */
const stepped = "cakupan-step";

/**
 * The address that the kept page stands at, and the steps that it takes without the server: a press
 * on a link that can be drawn from here is drawn at once. Asking the network first, and loading the
 * whole page anew when it has no answer, would take a second for each step of a day's work.
 *
 * @param isStep whether this page draws the address of a link itself.
 */
export function useKeptSteps(isStep: (to: URL, here: URL) => boolean): {
  /** null: not known yet. */
  readonly address: string | null;
  readonly screen: RefObject<HTMLDivElement | null>;
  /** Draws the link that was pressed, when it can be. */
  readonly take: (event: MouseEvent) => void;
} {
  const address = useSyncExternalStore(listen, readAddress, () => null);
  const screen = useRef<HTMLDivElement>(null);
  const isPressed = useRef(false);

  // As after any link: from the top, and a screen reader is at the beginning of what is new.
  useEffect(() => {
    if (!isPressed.current) return;
    isPressed.current = false;
    window.scrollTo(0, 0);
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) {
      screen.current?.focus({ preventScroll: true });
    }
  }, [address]);

  function take(event: MouseEvent) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!link || !isPlain || event.altKey || link.target || link.download) return;
    if (!isStep(new URL(link.href), new URL(readAddress()))) return;
    event.preventDefault();
    isPressed.current = true;
    window.history.pushState(null, "", link.href);
    window.dispatchEvent(new Event(stepped));
  }

  return { address, screen, take };
}

function readAddress(): string {
  return window.location.href;
}

function listen(onChange: () => void): () => void {
  window.addEventListener("popstate", onChange);
  window.addEventListener(stepped, onChange);
  return () => {
    window.removeEventListener("popstate", onChange);
    window.removeEventListener(stepped, onChange);
  };
}
