"use client";

import { useEffect, useRef } from "react";

/** Where the focus was before a dialog opened gets it back when the dialog is gone. */
export function useReturnFocus(isOpen: boolean): void {
  const left = useRef<Element | null>(null);

  useEffect(() => {
    if (!isOpen) return;
    left.current = document.activeElement;
    return () => {
      const { current } = left;
      // After the dialog has let go of the focus itself.
      setTimeout(() => {
        if (current instanceof HTMLElement && current.isConnected) current.focus();
      });
    };
  }, [isOpen]);
}
