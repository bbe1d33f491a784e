import type { UnitKind } from "@/lib/campaign/campaign";

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

export const unitWords = {
  code: [
    "kode",
    "kode unit",
    "kode desa",
    "kode kelurahan",
    "kode desa/kelurahan",
    "kode wilayah",
    "kode kemendagri",
    "kode puskesmas",
    "code",
    "unit",
    "unit code",
  ],
  subdistrict: ["kecamatan", "nama kecamatan", "kec", "subdistrict"],
} as const;

/** Heads over the names of units, by what they name; "" for any. The first of two wins. */
const names: readonly (readonly [UnitKind | "", readonly string[]])[] = [
  [
    "village",
    [
      "desa/kelurahan",
      "nama desa/kelurahan",
      "kelurahan/desa",
      "desa",
      "nama desa",
      "kelurahan",
      "nama kelurahan",
      "desa/kel",
      "village",
    ],
  ],
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
  ["puskesmas", ["puskesmas", "nama puskesmas", "pkm", "puskesmas name"]],
  ["school", ["sekolah", "nama sekolah", "school"]],
  ["subdistrict", unitWords.subdistrict],
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
