import { unitKindWords, wordsOfKinds, type UnitKind } from "@/lib/campaign/unit-kind";

import { plainHead } from "./head-words";

/** Columns that say what a row is about. */
const labelRoles = [
  "code",
  "name",
  "subdistrict",
  "day",
  "zero",
  "intervention",
  "targetGroup",
  "round",
] as const;

export type LabelRole = (typeof labelRoles)[number];

/** What plain heads say, and how soon each wins over another of its role. */
export type LabelWords = ReadonlyMap<string, { readonly role: LabelRole; readonly rank: number }>;

/** @param heads of each role; the first of a list wins. */
export function labelWords(
  heads: Readonly<Partial<Record<LabelRole, readonly string[]>>>,
): LabelWords {
  return new Map(
    labelRoles.flatMap((role) =>
      (heads[role] ?? []).map((head, rank) => [plainHead(head), { role, rank }]),
    ),
  );
}

const villageWords = unitKindWords.village;
const otherKinds = wordsOfKinds.filter(([kind]) => kind !== "village");

export const unitWords = {
  code: [
    "kode",
    "kode unit",
    ...villageWords.codeHeads,
    "kode wilayah",
    "kode kemendagri",
    ...otherKinds.flatMap(([, { codeHeads }]) => codeHeads),
    "code",
    "unit",
    "unit code",
  ],
  subdistrict: unitKindWords.subdistrict.heads,
} as const;

/** Heads over the names of units, by what they name; "" for any. The first of two wins. */
const names: readonly (readonly [UnitKind | "", readonly string[]])[] = [
  ["village", villageWords.heads],
  [
    "",
    [
      "desa/kode",
      "kode/desa",
      "unit pelapor",
      "reporting unit",
      "nama unit",
      "unit name",
      "nama",
      "name",
    ],
  ],
  ...otherKinds.map(([kind, { heads }]) => [kind, heads] as const),
];

const nameKinds = new Map(
  names.flatMap(([kind, words], rank) => words.map((word) => [plainHead(word), { kind, rank }])),
);

/** What kind of unit a head over names says they are; null: it is no such head. */
export function namedKind(head: string): { kind: UnitKind | ""; rank: number } | null {
  const plain = plainHead(head);
  // "puskesmas_name_2"
  return nameKinds.get(plain) ?? nameKinds.get(plain.replace(/\d+$/, "")) ?? null;
}
