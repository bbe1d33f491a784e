import { useSyncExternalStore } from "react";

/** Whether scripts have taken the page over; not on the server, and not in a browser that has none. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}
