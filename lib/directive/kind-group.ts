import type { DirectiveKind } from "./directive";

/** How a list is narrowed, as addresses say it: an instruction and a letter are read together. */
const groups = {
  instruksi: ["instruction", "letter"],
  rapat: ["meeting"],
  janji: ["commitment"],
} as const satisfies Readonly<Record<string, readonly DirectiveKind[]>>;

type KindGroup = keyof typeof groups;

export const kindGroups = ["instruksi", "rapat", "janji"] as const satisfies readonly KindGroup[];

/** The group that an address names; null: all. */
export function readKindGroup(word: string | undefined): KindGroup | null {
  return kindGroups.find((group) => group === word) ?? null;
}

export function isOfGroup(kind: DirectiveKind, group: KindGroup | null): boolean {
  return group === null || groups[group].some((each) => each === kind);
}
