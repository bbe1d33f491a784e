import type { Campaign } from "@/lib/campaign/campaign";
import { cellText, type SheetRows } from "@/lib/spreadsheet/cell";

import { CampaignWords } from "./campaign-words";
import { plain, type TargetColumn } from "./column";

/**
 * Heads of the columns that name a unit; the lists of every import of this kind. The first of a
 * list wins: beside a village its puskesmas only says where it belongs.
 */
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
    "desa/kelurahan",
    "nama desa/kelurahan",
    "desa",
    "nama desa",
    "kelurahan",
    "village",
    "nama",
    "nama unit",
    "name",
    "unit name",
    "puskesmas",
    "nama puskesmas",
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
  people: ["sasaran", "jumlah sasaran", "target population", "people", "orang", "jumlah"],
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
    const found = headOf(
      row,
      cells.map((cell) => cellText(cell).trim()),
      words,
    );
    if (found) return found;
  }
  return null;
}

/** Whether texts are heads of targets, in the words of a file's own heads. */
export function areHeads(heads: readonly string[], { words }: SheetHead): boolean {
  return headOf(0, heads, words) !== null;
}

function headOf(row: number, heads: readonly string[], words: CampaignWords): SheetHead | null {
  const places = placesOf(heads);
  if (places.code === undefined && places.name === undefined) return null;

  const isLong = places.intervention !== undefined && places.people !== undefined;
  const known = new Set<number>(Object.values(places));
  const columns = heads.flatMap((head, place) => {
    const found =
      isLong || head === "" || known.has(place) || isShare(head) ? null : words.column(head);
    return found ? [{ ...found, place, head }] : [];
  });
  if (!isLong && columns.length === 0) return null;

  const read = new Set([...known, ...columns.map(({ place }) => place)]);
  const unread = heads.filter((head, place) => head !== "" && !read.has(place));
  return { row, places, columns, unread, words };
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

/** A head of percentages: "MR (%)", "cakupan MR". What stands below is no count. */
export function isShare(head: string): boolean {
  return /%|\b(persen|persentase|cakupan|percent|percentage|coverage|pct)\b/i.test(head);
}

/** Where the first of the words stands as a head, whatever its case and signs. */
export function placeOfHead(
  heads: readonly string[],
  words: readonly string[],
): number | undefined {
  const plainHeads = heads.map(plain);
  const places = words.map((word) => plainHeads.indexOf(plain(word)));
  return places.find((place) => place !== -1);
}
