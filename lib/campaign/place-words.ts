import { seenText } from "@/lib/base/forms/written-count";

import { wordsOfKinds } from "./unit-kind";

/** Kinds that lists write before, behind or in brackets beside a name. */
const kindWords = [...wordsOfKinds.flatMap(([, { besideNames }]) => besideNames), "unit"].join("|");
const kindBefore = new RegExp(`^(?:${kindWords}) (?=.)`);
const kindBehind = new RegExp(
  `\\s*(?:\\(\\s*(?:${kindWords})\\.?\\s*\\)|/\\s*(?:${kindWords})\\.?)\\s*$`,
  "i",
);

/** What people shorten in the names of places, and all that it may stand for. */
const shortened: Readonly<Record<string, readonly string[]>> = {
  sungai: ["sei"],
  sei: ["sei"],
  sg: ["sei"],
  s: ["sei"],
  p: ["pulau"],
  pl: ["pulau"],
  hlr: ["hilir"],
  hil: ["hilir"],
  ilir: ["hilir"],
  hl: ["hulu", "hilir"],
  hlu: ["hulu"],
  ulu: ["hulu"],
  tgh: ["tengah"],
  teng: ["tengah"],
  br: ["baru", "barat"],
  bru: ["baru"],
  bar: ["barat", "baru"],
  brt: ["barat"],
  sel: ["selatan"],
  slt: ["selatan"],
  ut: ["utara"],
  utr: ["utara"],
  tim: ["timur"],
  tmr: ["timur"],
  dlm: ["dalam"],
  tj: ["tanjung"],
  tg: ["tanjung"],
  tgj: ["tanjung"],
  tanjong: ["tanjung"],
  ma: ["muara"],
  mr: ["muara"],
  gn: ["gunung"],
  gng: ["gunung"],
  bkt: ["bukit"],
  bt: ["bukit", "batu"],
  kl: ["kuala"],
  kw: ["kuala"],
  lm: ["lama"],
};

/** A name as it is compared: small letters, no marks, one blank between words, no kind of place. */
export function placeWords(written: string): string {
  return bareWords(plainWords(written));
}

/** The same without blanks, where "Manta'a" is "Mantaa". */
export function placeKey(written: string): string {
  return placeWords(written).replaceAll(" ", "");
}

/** The same without the number that a list puts before it. */
export function unlistedWords(written: string): string {
  return bareWords(plainWords(written).replace(/^\d+ (?=\p{L})/u, ""));
}

/** A code as it is compared: capitals, without dots and blanks. */
export function codeKey(written: string): string {
  return seenText(written).toUpperCase().replaceAll(/[.\s]/g, "");
}

/** Whether two names are one, word by word, where words may be shortened as people shorten them. */
export function isShortened(from: readonly string[], to: readonly string[]): boolean {
  return (
    from.length === to.length &&
    from.every((word, at) => {
      const other = to[at] ?? "";
      const ends = shortened[other] ?? [other];
      return word === other || (shortened[word] ?? [word]).some((each) => ends.includes(each));
    })
  );
}

/** Letters that would have to change, come or go. */
export function lettersApart(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [line, letter] of [...from].entries()) {
    let corner = row[0] ?? 0;
    row = row.reduce<number[]>((next, above, at) => {
      const left = next[at - 1];
      const steps =
        left === undefined
          ? line + 1
          : Math.min(above + 1, left + 1, corner + (letter === to[at - 1] ? 0 : 1));
      corner = above;
      next.push(steps);
      return next;
    }, []);
  }
  return row.at(-1) ?? 0;
}

function plainWords(written: string): string {
  return seenText(written)
    .replace(kindBehind, "")
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/['’‘`´]/g, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function bareWords(words: string): string {
  return words.replace(kindBefore, "").trim();
}
