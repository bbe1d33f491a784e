"use client";

import { useEffect, useState } from "react";

import { storageState, type StorageState } from "@/lib/device/offline/storage-state";

/** Whether this browser keeps what is typed; as if it did, until it was tried. */
export function useStorageState(): StorageState {
  const [state, setState] = useState<StorageState>("kept");

  useEffect(() => {
    let isHere = true;
    void storageState().then((found) => isHere && setState(found));
    return () => {
      isHere = false;
    };
  }, []);

  return state;
}
