const name = String.raw`\p{Lu}\p{Ll}{2,}`;

/** What is called by a name and is nobody: "Puskesmas Pulau Petak". */
const places = new RegExp(
  String.raw`(?<!\p{L})(?:puskesmas|pustu|posyandu|polindes|klinik|rsud|rsia|rs|rumah sakit|desa|kelurahan|kecamatan|kabupaten|kota|dusun|sdn?|smpn?|tk|paud|madrasah|sungai|dinas|komda|komite)\s+(?:\p{Lu}\p{L}*\.?\s*)+`,
  "giu",
);

const traces: readonly RegExp[] = [
  // "bernama Siti", "nama: siti", "namanya siti"
  /(?<!\p{L})(?:bernama|namanya|nama(?: anak| pasien| ibu| ayah)?\s*[:=])\s*\p{L}{3,}/iu,
  // "Siti binti Ahmad"
  /\p{L}{3,}\s+binti?\s+\p{L}{3,}/iu,
  // "anak dari Rahman", "an. Budi", "Ny Siti"
  new RegExp(String.raw`(?<!\p{L})(?:[Aa]nak|[Pp]utr[ai]|[Ii]stri|[Ss]uami)\s+dari\s+${name}`, "u"),
  new RegExp(
    String.raw`(?<!\p{L})(?:a\.n|A\.n|[Aa]n|[Nn]n|[Nn]y|[Tt]n|[Ss]dri?|[Bb]pk|[Bb]apak|[Ii]bu|[Bb]y|[Aa]dik|[Pp]ak|[Bb]u)\.?\s+${name}`,
    "u",
  ),
  // A number of the population register or of a telephone.
  /(?<!\d)\d{16}(?!\d)/u,
  /(?<!\d)(?:\+?62|0)8\d{7,11}(?!\d)/u,
];

/** Words of signs and care that stand with a capital and are no names. */
const noNames: ReadonlySet<string> = new Set(
  (
    "demam tinggi ringan sedang berat ruam merah kemerahan bengkak nyeri kejang muntah mual diare pusing " +
    "pingsan lemas lemah sesak napas gatal alergi syok anafilaksis abses batuk pilek anak bayi balita ibu " +
    "tempat suntik suntikan rawat inap jalan sembuh pulang sudah masih belum tidak ada setelah sesudah " +
    "imunisasi vaksin campak rubela polio dokter bidan perawat petugas puskesmas rumah sakit"
  ).split(" "),
);

/**
 * Whether a text may name a person. It errs on asking: who wrote it says that it does not, and then it is
 * stored as it is. One word with a capital is no name by that alone; two after each other are.
 */
export function isNameLike(text: string): boolean {
  const told = text.replaceAll(places, " ");
  if (traces.some((trace) => trace.test(told))) return true;
  const pairs = told.matchAll(new RegExp(String.raw`(?<!\p{L})(${name})\s+(?=(${name}))`, "gu"));
  return [...pairs].some(([, first = "", second = ""]) =>
    [first, second].every((word) => !noNames.has(word.toLowerCase())),
  );
}
