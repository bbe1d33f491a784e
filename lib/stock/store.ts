import type { RegionCode } from "@/lib/base/region/code";

import type { StoreKey } from "./stock";

/** Where vials lie. */
type Store =
  | { readonly kind: "district" }
  | { readonly kind: "subdistrict"; readonly code: string }
  | { readonly kind: "office"; readonly code: string };

const officeMark = "kantor/";

/** "62.03" of the kabupaten's own store, "62.03.01" of a kecamatan's, "kantor/pkm-selat" of an office's. */
export function storeKey(store: Store, district: RegionCode): StoreKey {
  if (store.kind === "district") return district;
  return store.kind === "office" ? `${officeMark}${store.code}` : store.code;
}

/** Which store a key is of in a kabupaten; null: of none. */
export function readStore(key: string, district: RegionCode): Store | null {
  if (key === district) return { kind: "district" };
  if (key.startsWith(officeMark)) {
    const code = key.slice(officeMark.length);
    return code === "" ? null : { kind: "office", code };
  }
  const isSubdistrict = /^\d{2}\.\d{2}\.\d{2}$/.test(key) && key.startsWith(`${district}.`);
  return isSubdistrict ? { kind: "subdistrict", code: key } : null;
}
