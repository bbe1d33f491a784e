/**
 * Whether this browser keeps what is typed. `kept`: until it is sent. `clearable`: the browser may
 * clear it when space runs out, or when a private window is closed. `full`: there is no room.
 * `none`: it keeps nothing.
 */
export type StorageState = "kept" | "clearable" | "full" | "none";

/** A day of a kecamatan takes a few kilobytes; this is room for years. */
const enough = 5 * 1024 * 1024;

/** Writes something down to find out, because browsers say that they could when they cannot. */
export async function storageState(): Promise<StorageState> {
  const probe = await tryWriting();
  if (probe !== "written") return probe;
  const { storage } = navigator;
  if (!storage) return "clearable";
  const { quota, usage = 0 } = await storage.estimate().catch((): StorageEstimate => ({}));
  if (quota !== undefined && quota - usage < enough) return "full";
  return (await storage.persisted().catch(() => false)) ? "kept" : "clearable";
}

async function tryWriting(): Promise<"written" | "full" | "none"> {
  try {
    const database = await openProbe();
    try {
      await new Promise<void>((resolve, reject) => {
        const tx = database.transaction("probe", "readwrite");
        tx.objectStore("probe").put("x".repeat(1024), "x");
        tx.oncomplete = () => resolve();
        tx.onabort = () => reject(tx.error ?? new Error("not written"));
      });
      return "written";
    } finally {
      database.close();
    }
  } catch (error) {
    return error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "none";
  }
}

function openProbe(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("cakupan-probe", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("probe");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("not opened"));
  });
}
