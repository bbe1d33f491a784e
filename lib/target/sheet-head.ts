import type { Campaign } from "@/lib/campaign/campaign";
import { cellText, type SheetRows } from "@/lib/spreadsheet/cell";

import { CampaignWords } from "./campaign-words";
import { plain, type TargetColumn } from "./column";

/** Heads of the columns that name a unit; the lists of every import of this kind. */
export const unitHeads = {
  code: [
    "kode",
    "kode unit",
    "kode desa",
    "kode wilayah",
    "kode kemendagri",
    "code",
    "unit",
    "unit code",
  ],
  name: [
    "nama",
    "nama unit",
    "desa",
    "nama desa",
    "desa/kelurahan",
    "nama desa/kelurahan",
    "kelurahan",
    "puskesmas",
    "nama puskesmas",
    "name",
    "unit name",
    "village",
  ],
  subdistrict: ["kecamatan", "nama kecamatan", "subdistrict"],
} as const;

/** What a column of a file says about its row. */
const fields = {
  ...unitHeads,
  intervention: ["intervensi", "antigen", "vaksin", "intervention"],
  targetGroup: [
    "kelompok",
    "kelompok sasaran",
    "kelompok umur",
    "target group",
    "targetGroup",
    "group",
  ],
  round: ["putaran", "round"],
  people: ["sasaran", "jumlah sasaran", "jumlah", "orang", "people", "target population"],
  asOf: ["per tanggal", "tanggal", "as of", "asOf"],
} as const;

type Field = keyof typeof fields;

const fieldNames: readonly Field[] = [
  "code",
  "name",
  "subdistrict",
  "intervention",
  "targetGroup",
  "round",
  "people",
  "asOf",
];

/** How the columns of a file are to be read. Places count from 0. */
export type SheetHead = {
  /** Row of the heads, from 0. */
  readonly row: number;
  readonly places: Readonly<Partial<Record<Field, number>>>;
  /** Columns of numbers; empty in the long form, where each row names its own. */
  readonly columns: readonly (Omit<TargetColumn, "label"> & {
    readonly place: number;
    readonly head: string;
  })[];
  /** Heads that mean nothing here: their columns are not read. */
  readonly unread: readonly string[];
  /** What a row of the long form may name. */
  readonly words: CampaignWords;
};

/** Titles and a letterhead may stand above the heads. */
export const headWithin = 20;

/**
 * Finds the heads of a file: a code or a name, and either the long form (intervention, people) or
 * a column for each box, as in the template.
 *
 * @returns null when no row of the first twenty has them.
 */
export function findHead(rows: SheetRows, campaign: Campaign): SheetHead | null {
  const words = new CampaignWords(campaign);
  for (const [row, cells] of rows.slice(0, headWithin).entries()) {
    const heads = cells.map((cell) => cellText(cell).trim());
    const places = placesOf(heads);
    if (places.code === undefined && places.name === undefined) continue;

    const isLong = places.intervention !== undefined && places.people !== undefined;
    const known = new Set<number>(Object.values(places));
    const columns = heads.flatMap((head, place) => {
      const found = isLong || head === "" || known.has(place) ? null : words.column(head);
      return found ? [{ ...found, place, head }] : [];
    });
    if (!isLong && columns.length === 0) continue;

    const read = new Set([...known, ...columns.map(({ place }) => place)]);
    const unread = heads.filter((head, place) => head !== "" && !read.has(place));
    return { row, places, columns, unread, words };
  }
  return null;
}

/** Where the numbers stand. */
export function numberPlaces({ columns, places: { people } }: SheetHead): readonly number[] {
  if (columns.length > 0) return columns.map(({ place }) => place);
  return people === undefined ? [] : [people];
}

function placesOf(heads: readonly string[]): Partial<Record<Field, number>> {
  const places: Partial<Record<Field, number>> = {};
  for (const field of fieldNames) {
    const place = placeOfHead(heads, fields[field]);
    if (place !== undefined) places[field] = place;
  }
  return places;
}

/** Where the first head stands that is one of the words, whatever its case and signs. */
export function placeOfHead(
  heads: readonly string[],
  words: readonly string[],
): number | undefined {
  const wanted = new Set(words.map(plain));
  const place = heads.findIndex((head) => wanted.has(plain(head)));
  return place === -1 ? undefined : place;
}
