import { otherMeasures, type Measure, type OtherMeasure } from "@/lib/campaign/measures";

/** What is counted in a table: doses given, or people to reach. */
export type TableKind = "tally" | "target";

/** Letters and digits alone, in lower case; "5–<7 th" and "5-7 tahun" are one band. */
export function plainHead(text: string): string {
  return spaced(text)
    .replaceAll(/(\d)\s*(?:s\/?d|sampai)\s*(?=<?\d)/g, "$1-")
    .replaceAll(/\b(bulan|bln|bl)\b/g, "bln")
    .replaceAll(/\b(tahun|thn|th)\b/g, "th")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** A head of percentages: "MR (%)", "cakupan MR". What stands below is no count. */
export function isShare(head: string): boolean {
  return /%|\b(persen|persentase|prosentase|cakupan|percent|percentage|coverage|pct)\b/.test(
    spaced(head),
  );
}

/** A running number or a remark. */
export function isRemark(head: string): boolean {
  return /^(no|no urut|nomor|nomer|#|ket|keterangan|catatan|notes?|remarks?)$/.test(bare(head));
}

/** A sum of the columns beside it, where nothing else tells what it is. */
export function isSum(head: string): boolean {
  return sums.test(spaced(head));
}

/** "MR kumulatif": doses up to and including a day. */
export function isRunningTotal(head: string): boolean {
  return /\b(kumulatif|cumulative|akumulasi|s ?\/ ?d|sd|sampai)\b/.test(spaced(head));
}

/** "L" or "P", "laki-laki" or "perempuan": a part of a count. */
export function isSex(head: string): boolean {
  return sexes.test(bare(head));
}

const sums = /\b(jumlah|jml|jlh|total|sub ?total)\b|\bl ?\+ ?p\b|\blp\b|σ/;
const sexes =
  /^(l|p|lk|pr|laki|laki ?laki|perempuan|laki laki|male|female|putra|putri|boys?|girls?)$/;
/** What a head may say beside the thing it counts, whatever is counted. */
const fillers =
  /\b(jumlah|jml|jlh|total|sub ?total|bayi|balita|anak|kejar|hari ini|harian|dalam( wilayah| desa)?|penduduk setempat|semua putaran|all rounds)\b|\bl ?\+ ?p\b|\blp\b/g;
const people =
  /\b(sasaran|target|proyeksi|populasi|population|people|jiwa|orang|penduduk|lahir hidup|surviving infants?|si)\b/g;
const doses =
  /\b(hasil|capaian|tercapai|pencapaian|realisasi|dosis|doses?|di ?imunisasi|imunisasi|di ?vaksin|tervaksin|vaksin|vaksinasi|dilayani|terlayani|diberikan|given|vaccinated|suntikan)\b/g;
/** Neither: what is left to do, who was not reached and why, and what became of the vaccine. */
const neither =
  /\b(sisa|belum|kurang|kekurangan|remaining|left|vial|stok|stock|rusak|kipi|menolak|tolak|sakit|tidak|ditunda|hilang|terima|diterima|pakai|dipakai|terpakai|kunjungan)\b/;

/** A head without the words that only say that it counts what such a table counts. */
type StrippedHead = {
  readonly text: string;
  /** It says what such a table counts: "sasaran" in a table of targets. */
  readonly isWanted: boolean;
  /** It says that it counts something else: "hasil" there. */
  readonly isUnwanted: boolean;
};

export function strippedHead(head: string, kind: TableKind): StrippedHead {
  const text = spaced(head);
  const [wanted, unwanted] = kind === "tally" ? [doses, people] : [people, doses];
  return {
    text: text.replaceAll(wanted, " ").replaceAll(fillers, " ").trim(),
    isWanted: text.search(wanted) !== -1,
    isUnwanted: text.search(unwanted) !== -1 || neither.test(text),
  };
}

const rounds =
  /(?:^|[\s(,;/-])(?:(?:putaran|round)\s*(?:ke[\s-]*)?|[pr](?=\d))(\d{1,2}|i{1,3}|iv|v)\)?\s*$/i;
const roman = ["i", "ii", "iii", "iv", "v"];

/** The round that a head ends with, "putaran 2" or "P2", and the head without it. 0: none. */
export function splitRound(head: string): { readonly head: string; readonly round: number } {
  const found = rounds.exec(head);
  const word = found?.[1]?.toLowerCase();
  if (!found || word === undefined) return { head, round: 0 };
  const round = /^\d/.test(word) ? Number(word) : roman.indexOf(word) + 1;
  return { head: head.slice(0, found.index).trim(), round };
}

const otherWords: Readonly<Record<OtherMeasure, RegExp>> = {
  nonResidents:
    /^\s*(?:dari\s+)?(?:luar|outside)\b(?:\s+(?:wilayah|desa|area|kecamatan))?|\b(?:dari\s+)?(?:luar|outside)(?:\s+(?:wilayah|desa|area|kecamatan))?\s*$/iu,
};

/** The measure that a head counts, and the head without the words for it. */
export function splitMeasure(head: string): { readonly head: string; readonly measure: Measure } {
  const other = otherMeasures.find((each) => otherWords[each].test(head));
  if (!other) return { head: head.trim(), measure: "residents" };
  return { head: head.replace(otherWords[other], " ").trim(), measure: other };
}

function spaced(text: string): string {
  return text.toLowerCase().replaceAll(/[_\s\u00a0]+/g, " ");
}

function bare(text: string): string {
  return spaced(text)
    .replaceAll(/[().:\-–]/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}
