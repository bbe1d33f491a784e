"use client";

import { useEffect, useState } from "react";

/** A card was shown in this window before: the person goes from one to the next. */
let isOnward = false;

/**
 * Going on to a card that is still empty puts the focus into its first field, so that one can type at
 * once. The first card of a window takes none: nobody's page opens with a keyboard over it.
 *
 * @param id of the field; null: there is nothing to type.
 */
export function useFirstField(id: string | null): void {
  const [first] = useState(id);
  useEffect(() => {
    const isNext = isOnward;
    isOnward = true;
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (isNext && isFree && first !== null) {
      document.getElementById(first)?.focus({ preventScroll: true });
    }
  }, [first]);
}
