import type { Direction, IndicatorMeasure } from "./indicator";

type Templated = {
  readonly code: string;
  readonly name: string;
  readonly measure: IndicatorMeasure;
  readonly direction: Direction;
  readonly counted: string | null;
};

/**
 * The fourteen outcomes of Kampung Keluarga Berkualitas that the meeting of its working group in Kapuas Hulu
 * named on 20 February 2024, in the document's order of what should rise and what should fall. How each is
 * counted is of this program: the document says what should become of it, not by which figure.
 */
export const kampungKbTemplate: readonly Templated[] = [
  ...rising([
    ["SEKOLAH", "Partisipasi sekolah 7–15 tahun"],
    ["KB", "Peserta KB modern"],
    ["JALAN", "Jalan desa layak"],
    ["SANITASI", "Sanitasi layak"],
    ["AIR", "Air bersih layak"],
    ["SINYAL", "Dusun dengan sinyal telepon"],
  ]),
  falling("MISKIN", "Keluarga miskin"),
  falling("KEMATIAN-IBU", "Kematian ibu", "kasus"),
  falling("KEMATIAN-BAYI", "Kematian bayi", "kasus"),
  falling("KEMATIAN-BALITA", "Kematian anak balita", "kasus"),
  falling("STUNTING", "Stunting balita"),
  falling("PERKAWINAN-ANAK", "Perkawinan anak", "kasus"),
  falling("KDRT", "Kekerasan dalam rumah tangga", "kasus"),
  falling("RTLH", "Rumah tidak layak huni", "unit"),
];

function rising(entries: readonly (readonly [string, string])[]): Templated[] {
  return entries.map(([code, name]) => ({
    code,
    name,
    measure: "percent",
    direction: "up",
    counted: null,
  }));
}

/** A share of people or homes; where a word is counted, a number of it. */
function falling(code: string, name: string, counted: string | null = null): Templated {
  const measure = counted === null ? "percent" : "count";
  return { code, name, measure, direction: "down", counted };
}
