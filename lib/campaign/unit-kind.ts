/** How lists and tables write a kind of reporting unit. All in small letters. */
type UnitKindWords = {
  /** In a list of units, the kind of each; the first is what a hint offers. */
  readonly listed: readonly [string, ...string[]];
  /** Over a column of their names, the likeliest first. */
  readonly heads: readonly string[];
  /** Over a column of their codes. */
  readonly codeHeads: readonly string[];
  /** Before or behind a name, or in brackets: "Pusk. Melati", "Melati (PKM)". No part of the name. */
  readonly besideNames: readonly string[];
  /** The area whose people such a unit counts; null: those whom it serves, wherever they live. */
  readonly standsFor: "village" | "subdistrict" | null;
};

/**
 * What may report once a day. A further kind is an entry here, its nouns in `places.json` of both
 * languages, and a migration that lets `reporting_unit.kind` have it. Of two kinds whose heads stand
 * in one table the first here gives the names.
 */
export const unitKindWords = {
  village: {
    listed: ["desa", "kelurahan", "village"],
    heads: [
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
    codeHeads: ["kode desa", "kode kelurahan", "kode desa/kelurahan"],
    besideNames: ["desa", "ds", "kelurahan", "kel", "kampung", "kp", "nagari"],
    standsFor: "village",
  },
  puskesmas: {
    listed: ["puskesmas", "pkm"],
    heads: ["puskesmas", "nama puskesmas", "pkm", "puskesmas name"],
    codeHeads: ["kode puskesmas"],
    besideNames: ["puskesmas", "pkm", "pusk", "uptd", "upt"],
    standsFor: null,
  },
  school: {
    listed: ["sekolah", "school"],
    heads: ["sekolah", "nama sekolah", "school"],
    codeHeads: [],
    besideNames: [],
    standsFor: null,
  },
  office: {
    listed: ["kantor", "opd", "dinas", "office"],
    heads: [],
    codeHeads: [],
    besideNames: [],
    standsFor: null,
  },
  subdistrict: {
    listed: ["kecamatan", "subdistrict"],
    heads: ["kecamatan", "nama kecamatan", "kec", "subdistrict"],
    codeHeads: [],
    besideNames: ["kecamatan", "kec"],
    standsFor: "subdistrict",
  },
} as const satisfies Readonly<Record<string, UnitKindWords>>;

export type UnitKind = keyof typeof unitKindWords;

/** Every kind, villages first. */
export const unitKinds = Object.keys(unitKindWords) as [UnitKind, ...UnitKind[]];

/** Every kind with its words, villages first. */
export const wordsOfKinds: readonly (readonly [UnitKind, UnitKindWords])[] = unitKinds.map(
  (kind) => [kind, unitKindWords[kind]],
);

/**
 * What places are called, a key of `places.json`: units of one kind by it, of several just units; and
 * sets of units.
 */
export type PlaceNoun = UnitKind | "unit" | "stage" | "lokus" | "set";
