import { seenText } from "@/lib/base/forms/written-count";

/** A count of a message, as written: what it is of, and the number or word. */
export type MessageItem = { readonly label: string; readonly value: string };

/** How many columns a written label may mean. */
type LabelMeaning = (label: string) => number;

const chatHead = /^\[[^\]]*\d[.:]\d\d[^\]]*\]\s*[^:]{1,60}:\s*/u;
const exportHead =
  /^\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}[.:]\d\d(?:[.:]\d\d)? - [^:]{1,60}:\s*/u;
const decoration = /[*_~`]|[\p{Extended_Pictographic}\ufe0f\u20e3]/gu;
const bullet = /^(?:[-–—•▪◦●►▶>→·✓✔☑]+(?:\s+|(?=\p{L}))|\(?\d{1,3}[.)]\s*(?=\p{L}))/u;

/** A line of a chat without bold asterisks, bullets, faces, and who sent it when. */
export function cleanLine(written: string): string {
  return seenText(written)
    .replace(chatHead, "")
    .replace(exportHead, "")
    .replaceAll(decoration, " ")
    .replaceAll(/\s+/g, " ")
    .trim()
    .replace(bullet, "")
    .trim();
}

const value = String.raw`\(?\d+(?:[.,]\d+)*\)?%?|nihil|nil|tidak ada|tdk ada|[-–—]`;
/** What is counted says nothing more. */
const counted = String.raw`(?:\s*(?:anak|dosis|dos|orang|org|jiwa|bayi|baduta|balita|remaja|lansia|bumil|ibu hamil|keluarga|kk|layanan|paket)\b)?(?:\s*\([\p{L}\s]+\))?`;
const labelFirst = new RegExp(
  String.raw`^(?<label>.*?\p{L}.*?)(?<sign>\s*[:=→]+\s*[-–—]?\s*|\s+[-–—]+\s+|\s+)(?<value>${value})${counted}[.]?$`,
  "iu",
);
const valueFirst = new RegExp(
  String.raw`^(?<value>\d+(?:[.,]\d+)*)${counted}\s+(?<label>\p{L}.*)$`,
  "iu",
);
const ageBand =
  /<?\s*\d+\s*(?:bln|bulan|bl|th|thn|tahun)?\.?\s*(?:[-–—]|s\/?d|sampai)\s*<?\s*\d+/giu;

/**
 * The counts of one line or part of one: "MR 12, OPV 3", "MR = 12 OPV = 3", "12 MR, 3 OPV". A comma
 * between digits parts nothing: "12,5" is one written number. What is not a label and a value through
 * and through is not understood: it could be read in two ways.
 *
 * @returns null when any part of it was not understood.
 */
export function itemsOf(text: string, meanings: LabelMeaning): MessageItem[] | null {
  const whole = text.replace(/^\((.*)\)$/u, "$1").replace(/[\s.,;]+$/u, "");
  const parts = whole.split(/\s*[;|]\s*|\s*,(?!\d)\s*|\s+\/\s+/u).filter((part) => part !== "");
  const found = parts.map(
    (part) => knownItems(part, meanings) ?? itemOf(part, meanings) ?? countBefore(part, meanings),
  );
  const items = found.flatMap((each) => each ?? []);
  return found.includes(null) || items.length === 0 ? null : items;
}

function itemOf(part: string, meanings: LabelMeaning): MessageItem[] | null {
  const { label = "", sign = "", value: written = "" } = labelFirst.exec(part)?.groups ?? {};
  const of = label.trim();
  if (of === "" || /[:=→]/u.test(of)) return null;
  // "MR 9 - 59" and "DPT 1 12" may be an age or a dose and no count; a label that is known is not.
  const endsInDigit = /[\d)]$/u.test(of) && !/\p{L}\d+$/u.test(of);
  const isNamed = /[:=→]/u.test(sign);
  const isKnown = meanings(of) > 0 && !looseDigits(of);
  if (!isNamed && endsInDigit && !isKnown) return null;
  if (/[-–—]/u.test(sign) && !isNamed && /\d$/u.test(of)) return null;
  return [{ label: of, value: valueText(written) }];
}

function countBefore(part: string, meanings: LabelMeaning): MessageItem[] | null {
  const { label = "", value: written = "" } = valueFirst.exec(part)?.groups ?? {};
  const of = label.replace(/[.\s]+$/u, "");
  return of !== "" && meanings(of) > 0 && !looseDigits(of) ? [{ label: of, value: written }] : null;
}

/** Several counts without a comma, each after a label that is known. */
function knownItems(part: string, meanings: LabelMeaning): MessageItem[] | null {
  const words = part.split(/\s+|(?<=[:=])|(?=[:=])/u).filter((word) => word !== "");
  const items: MessageItem[] = [];
  const isValue = new RegExp(`^(?:${value})$`, "iu");
  let at = 0;
  while (at < words.length) {
    const label = labelAtStart(words.slice(at), meanings);
    if (!label) return null;
    at += label.words;
    let signs = 0;
    while (/^[:=]$/u.test(words[at] ?? "")) [at, signs] = [at + 1, signs + 1];
    const written = words[at];
    if (written === undefined || signs > 1 || !isValue.test(written)) return null;
    items.push({ label: label.text, value: valueText(written) });
    at += 1;
    while (/^(?:anak|dosis|dos|orang|org|jiwa|[-–—/+&.]|dan)$/iu.test(words[at] ?? "")) at += 1;
  }
  return items.length === 0 ? null : items;
}

function labelAtStart(words: readonly string[], meanings: LabelMeaning) {
  for (let count = Math.min(words.length, 8); count > 0; count -= 1) {
    const text = words.slice(0, count).join(" ");
    if (/\p{L}/u.test(text) && !looseDigits(text) && meanings(text) > 0)
      return { text, words: count };
  }
  return null;
}

/** Digits that stand by themselves, outside an age band and a name such as IPV2. */
function looseDigits(label: string): boolean {
  return /(?<![\p{L}\d])\d/u.test(label.replaceAll(ageBand, " "));
}

function valueText(written: string): string {
  return /^(?:tidak|tdk) ada$/i.test(written) ? "nihil" : written;
}
