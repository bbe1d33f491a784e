import "server-only";

import common from "@/lib/account/people/common-passwords.json";

/** What people put into passwords here before anything else. */
const localWords = [
  "cakupan",
  "demo",
  "contoh",
  "sandi",
  "kata",
  "password",
  "rahasia",
  "admin",
  "administrator",
  "bian",
  "imunisasi",
  "vaksin",
  "campak",
  "rubela",
  "polio",
  "dinas",
  "dinkes",
  "kesehatan",
  "puskesmas",
  "posyandu",
  "bupati",
  "camat",
  "kecamatan",
  "lurah",
  "kelurahan",
  "kades",
  "kepala",
  "desa",
  "kantor",
  "kabupaten",
  "kota",
  "provinsi",
  "kalimantan",
  "indonesia",
  "merdeka",
  "pancasila",
  "bismillah",
  "selamat",
  "sayang",
  "cinta",
];

const runs = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
const everyRun = [...runs, ...runs.map((run) => [...run].reverse().join(""))];

const minDifferent = 5;
/** So many letters beside what anybody would try first are a secret; */
const enoughLetters = 5;
/** or so many signs, when they are not a date or a number with something before it. */
const enoughSigns = { signs: 9, letters: 2 };

const known: { passwords?: ReadonlySet<string> } = {};

/**
 * Whether a password is among the first that somebody would try: a common one, a repetition, a row
 * of the keyboard, nothing but digits, or nothing but words that belong to the person or the place.
 *
 * @param words names that belong to the person: their own, their user name, their areas.
 */
export function isGuessable(password: string, words: readonly string[]): boolean {
  known.passwords ??= new Set(common.passwords.split(" "));
  const plain = password.normalize("NFKC").toLowerCase().trim();
  if (known.passwords.has(plain)) return true;
  if (new Set(plain).size < minDifferent) return true;

  const own = withoutWords(withoutRuns(plain), words);
  const letters = own.replaceAll(/[^\p{L}]/gu, "").length;
  const isMixed = own.length >= enoughSigns.signs && letters >= enoughSigns.letters;
  return letters < enoughLetters && !isMixed;
}

/** Takes out what stands in a row somewhere, four signs or more: "1234", "poiuy", "abcd". */
function withoutRuns(text: string): string {
  let rest = "";
  for (let at = 0; at < text.length;) {
    const length = runLength(text.slice(at));
    if (length < 4) rest += text.charAt(at);
    at += length < 4 ? 1 : length;
  }
  return rest;
}

function runLength(text: string): number {
  const inRow = (run: string) => {
    let length = 0;
    while (length < text.length && run.includes(text.slice(0, length + 1))) length += 1;
    return length;
  };
  return Math.max(...everyRun.map(inRow));
}

function withoutWords(text: string, words: readonly string[]): string {
  const parts = [...words.flatMap(partsOf), ...localWords].filter((part) => part.length >= 3);
  return parts
    .sort((a, b) => b.length - a.length)
    .reduce((rest, part) => rest.replaceAll(part, ""), text);
}

/** A name as it is, as one word, and each of its words. */
function partsOf(name: string): readonly string[] {
  const plain = name.normalize("NFKC").toLowerCase();
  return [plain, plain.replaceAll(/[^\p{L}]/gu, ""), ...plain.split(/[^\p{L}]+/u)];
}
