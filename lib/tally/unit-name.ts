/** What a written name or code of a unit leads to. `normal` is how it was read. */
export type UnitMatch =
  | { readonly kind: "unit"; readonly code: string; readonly normal: string }
  | { readonly kind: "unknown" | "ambiguous"; readonly normal: string };

/** Units by each way of writing them; several units at one name make it ambiguous. */
export type UnitNames = ReadonlyMap<string, readonly string[]>;

export function readUnitNames(
  units: readonly { readonly code: string; readonly name: string }[],
): UnitNames {
  const names = new Map<string, string[]>();
  for (const { code, name } of units) {
    for (const written of new Set([
      normalCode(code),
      normalName(name),
      normalName(name).replaceAll(" ", ""),
    ])) {
      names.set(written, [...(names.get(written) ?? []), code]);
    }
  }
  return names;
}

/**
 * The unit that a cell names: by its code, with or without dots, or by its name, whatever the case
 * and the spaces, and with or without "Desa", "Ds.", "Kelurahan", "Kel.", "Puskesmas", "PKM".
 */
export function matchUnit(written: string, names: UnitNames): UnitMatch {
  const normal = normalName(written);
  for (const each of [normalCode(written), normal, normal.replaceAll(" ", "")]) {
    const [code, ...others] = each === "" ? [] : (names.get(each) ?? []);
    if (code !== undefined) {
      return others.length > 0 ? { kind: "ambiguous", normal } : { kind: "unit", code, normal };
    }
  }
  return { kind: "unknown", normal };
}

function normalCode(text: string): string {
  return text.trim().toLowerCase().replaceAll(/[.\s]/g, "");
}

function normalName(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^(desa|ds|kelurahan|kel|puskesmas|pkm) (?=.)/, "")
    .trim();
}
