import type { Campaign } from "@/lib/campaign/campaign";
import { cellText, type SheetRows } from "@/lib/spreadsheet/cell";
import { CampaignWords } from "@/lib/target/campaign-words";
import { headWithin, isShare, placeOfHead, unitHeads } from "@/lib/target/sheet-head";

const dayHeads = ["tanggal", "tgl", "date", "hari", "day"];
const zeroHeads = ["nihil", "nil", "zero", "zero report"];
const nameHeads = [...unitHeads.name, "desa/kode", "kode/desa", "unit pelapor", "reporting unit"];
const outsideWord = /^\s*(?:dari\s+)?(?:luar|outside)\b|\b(?:dari\s+)?(?:luar|outside)\s*$/iu;

/** A column of counts in a file. */
export type CountColumn = {
  readonly place: number;
  readonly head: string;
  readonly intervention: string;
  readonly targetGroup: string;
  /** People from outside the unit's area. */
  readonly isOutside: boolean;
};

/** How the columns of a file are to be read. Places count from 0. */
export type TallyHead = {
  readonly row: number;
  readonly code: number | undefined;
  readonly name: number | undefined;
  readonly subdistrict: number | undefined;
  readonly day: number;
  readonly zero: number | undefined;
  readonly columns: readonly CountColumn[];
  /** Heads that mean nothing here: their columns are not read. */
  readonly unread: readonly string[];
};

/**
 * Finds the heads of a file: a unit, a date, and a column for at least one intervention and group,
 * or for zero reports. Two columns of one kind are not understood: the second is not read.
 *
 * @returns null when no row of the first twenty has them.
 */
export function findTallyHead(rows: SheetRows, campaign: Campaign): TallyHead | null {
  const words = new CampaignWords(campaign);
  for (const [row, cells] of rows.slice(0, headWithin).entries()) {
    const heads = cells.map((cell) => cellText(cell).trim());
    const found = headOf(row, heads, words);
    if (found) return found;
  }
  return null;
}

/** Whether texts are heads of reports: a unit and a day. */
export function namesUnitAndDay(heads: readonly string[]): boolean {
  return (
    placeOfHead(heads, dayHeads) !== undefined &&
    (placeOfHead(heads, unitHeads.code) ?? placeOfHead(heads, nameHeads)) !== undefined
  );
}

function headOf(row: number, heads: readonly string[], words: CampaignWords): TallyHead | null {
  const code = placeOfHead(heads, unitHeads.code);
  const name = placeOfHead(heads, nameHeads);
  const day = placeOfHead(heads, dayHeads);
  if (day === undefined || (code === undefined && name === undefined)) return null;

  const subdistrict = placeOfHead(heads, unitHeads.subdistrict);
  const zero = placeOfHead(heads, zeroHeads);
  const known = new Set([code, name, day, subdistrict, zero]);
  const columns = countColumns(heads, known, words);
  if (columns.length === 0 && zero === undefined) return null;

  const read = new Set([...known, ...columns.map(({ place }) => place)]);
  const unread = heads.filter((head, place) => head !== "" && !read.has(place));
  return { row, code, name, subdistrict, day, zero, columns, unread };
}

function countColumns(
  heads: readonly string[],
  known: ReadonlySet<number | undefined>,
  words: CampaignWords,
): CountColumn[] {
  const seen = new Set<string>();
  return heads.flatMap((head, place) => {
    if (head === "" || known.has(place) || isShare(head)) return [];
    const isOutside = outsideWord.test(head);
    const bare = unabbreviated(isOutside ? head.replace(outsideWord, "") : head);
    const found = words.column(bare);
    // The day tells the round, so a column of one round is none of ours.
    if (!found || found.round !== 0) return [];

    const { intervention, targetGroup } = found;
    const key = JSON.stringify([intervention, targetGroup, isOutside]);
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ place, head, intervention, targetGroup, isOutside }];
  });
}

/** "9–59 bln" and "5–<7 th", as narrow columns write them. */
function unabbreviated(head: string): string {
  return head.replace(/\bbln\b\.?/i, "bulan").replace(/\bthn?\b\.?/i, "tahun");
}
