import { vi } from "vitest";

/** A localStorage of its own for one test, as `Object.keys` and the program see it. */
export function stubStorage(): Storage {
  const storage: Record<string, unknown> = {};
  const hide = (name: string, value: unknown) => Object.defineProperty(storage, name, { value });
  hide("getItem", (name: string) => storage[name] ?? null);
  hide("setItem", (name: string, text: string) => {
    storage[name] = text;
  });
  hide("removeItem", (name: string) => {
    delete storage[name];
  });
  hide("key", (index: number) => Object.keys(storage)[index] ?? null);
  Object.defineProperty(storage, "length", { get: () => Object.keys(storage).length });
  vi.stubGlobal("localStorage", storage);
  return storage as unknown as Storage;
}
