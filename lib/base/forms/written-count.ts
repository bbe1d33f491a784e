/**
 * What the dot means in a column: thousands, decimals, or nothing there tells; and what a person said
 * where nothing does: `saidDecimal` of the dot, `comma` that the comma groups thousands,
 * `commaDecimal` that it does not.
 */
export type Grouping = "dot" | "decimal" | "unknown" | "saidDecimal" | "comma" | "commaDecimal";

/** Why what is written is no count. Each has sentences in every catalogue that tells of counts. */
export type CountFault =
  | "fraction"
  /** "412.857": thousands, or a number with three decimals. */
  | "ambiguousDot"
  | "negative"
  /** "(5)", as accountants write a negative number. */
  | "brackets"
  | "percent"
  /** "-" or "nihil": none, or not counted. */
  | "dash"
  /** "12 34": one number, or two. */
  | "spaced"
  /** Digits of another script, or full-width ones. */
  | "foreignDigits"
  /** "#REF!" */
  | "cellError"
  | "formula"
  | "word"
  | "tooLarge";

export type WrittenCount =
  | { readonly kind: "empty" }
  | { readonly kind: "count"; readonly value: number }
  | {
      readonly kind: "rejected";
      readonly reason: CountFault;
      /** Of a fraction: rounded half up, and its digits as one number. */
      readonly meanings?: { readonly rounded: number; readonly joined: number };
    };

/** Marks that chats and web pages leave in a text and that nobody sees. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]/g;
const blanks = /[\u00a0\u2000-\u200a\u202f\u3000\t]/g;

/** The text that a person sees: without invisible marks, every blank a space, ends trimmed. */
export function seenText(text: string): string {
  return text.replaceAll(invisible, "").replaceAll(blanks, " ").trim();
}

/**
 * Reads a count as people write it: the one reader of fields, pasted blocks, files and stated
 * totals. "1.234" is 1234 where the column's dots group thousands, "1 234", "1.234,00" and "12.00"
 * are whole; a comma never groups by itself, since "1,234" could be a fraction. What could be
 * either is rejected, and so is everything else that is no count.
 *
 * @param grouping what the dot means in the column (`groupingOf`); a person's own field: "dot".
 * @param most the largest count that is taken.
 */
export function readWrittenCount(
  written: string,
  { grouping, most }: { readonly grouping: Grouping; readonly most: number },
): WrittenCount {
  const text = seenText(written).replace(/^'\s*/, "");
  if (text === "") return { kind: "empty" };

  if (grouping === "comma" && /^[1-9]\d{0,2}(,\d{3})+$/.test(text)) {
    return counted(text.replaceAll(",", ""), most);
  }
  // "5,000" is five with three decimals, or five thousand.
  if (grouping !== "commaDecimal" && /^[1-9]\d{0,2},000$/.test(text))
    return rejected("ambiguousDot");
  const whole = text.replace(/^(\d{1,3}(?:\.\d{3})+|\d+),0+$/, "$1");
  const hasComma = whole !== text;
  if (/^\d{1,3}\.\d{3}$/.test(whole) && !hasComma) {
    if (whole.startsWith("0.")) return rejectedFraction(whole);
    const isWhole = /\.000$/.test(whole);
    if (grouping === "saidDecimal" && isWhole) return counted(whole.slice(0, -4), most);
    if (grouping === "decimal" && isWhole) return rejected("ambiguousDot");
    if (grouping === "decimal" || grouping === "saidDecimal") return rejectedFraction(whole);
    if (grouping !== "dot" && grouping !== "commaDecimal") return rejected("ambiguousDot");
  }
  const english = /^(\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:,\d{3})+(?=\.0+$))(?:\.0+)?$/.exec(whole)?.[1];
  if (english !== undefined) return counted(english.replaceAll(",", ""), most);
  if (/^(\d+|\d{1,3}(\.\d{3})+|\d{1,3}( \d{3})+)$/.test(whole)) {
    return counted(whole.replaceAll(/[. ]/g, ""), most);
  }
  const decimal = /^(\d+)\.0+$/.exec(whole)?.[1];
  if (decimal !== undefined && !hasComma && !/^\d{1,3}\.000$/.test(whole)) {
    return counted(decimal, most);
  }
  const reason = faultOf(text);
  return reason === "fraction" ? rejectedFraction(text) : rejected(reason);
}

/** A number that a spreadsheet holds as a number. */
export function readNumberCount(value: number, most: number): WrittenCount {
  if (!Number.isFinite(value)) return rejected("word");
  if (value < 0) return rejected("negative");
  if (!Number.isInteger(value)) return rejectedFraction(String(value));
  return value > most ? rejected("tooLarge") : { kind: "count", value };
}

/**
 * What the dot means in a column, as its own cells prove it: "1.234.567", "1.234,00" and "12,5"
 * group with it; "0.857", "98.4" and "12.00" are decimals; and where "7" stands beside "1.234"
 * nobody writes three decimals. Cells that prove both prove nothing.
 */
export function groupingOf(texts: Iterable<string>): Grouping {
  const found = { dot: false, decimal: false, small: false, large: false };
  for (const written of texts) {
    const text = seenText(written).replace(/^['-]\s*/, "");
    if (/^\d{1,3}(\.\d{3}){2,}(,\d+)?$/.test(text)) found.dot = true;
    else if (/^\d{1,3}\.\d{3},\d+$/.test(text)) found.dot = true;
    else if (/^\d+,(\d{1,2}|\d{4,})$/.test(text)) found.dot = true;
    else if (/^(0\d*\.\d+|\d+\.(\d{1,2}|\d{4,})|\d{4,}\.\d+|\d{1,3}(,\d{3})+\.\d+)$/.test(text)) {
      found.decimal = true;
    } else if (/^[1-9]\d{0,2}$/.test(text)) found.small = true;
    else if (/^\d{4,}$/.test(text)) found.large = true;
  }
  if (found.dot || found.decimal) {
    return found.dot && found.decimal ? "unknown" : found.dot ? "dot" : "decimal";
  }
  return found.small && !found.large ? "dot" : "unknown";
}

/** What the columns of a table that prove it agree on; a column that does not follows them. */
export function sharedGrouping(columns: readonly Grouping[]): Grouping {
  const proven = new Set(columns.filter((each) => each !== "unknown"));
  const [shared = "unknown"] = proven.size === 1 ? [...proven] : [];
  return shared;
}

function faultOf(text: string): CountFault {
  if (/^([-–—−]+|nihil|nil)$/i.test(text)) return "dash";
  if (/^[-−–]\s*\d/.test(text)) return "negative";
  if (/^\(\s*[\d.,\s]+\)$/.test(text)) return "brackets";
  if (/^[\d.,\s]+%$/.test(text)) return "percent";
  if (/^#/.test(text)) return "cellError";
  if (/^[=+@]/.test(text)) return "formula";
  if (/^[\d.,]+$/.test(text))
    return /^\d+(\.\d+)*,\d+$|^\d+(,\d+)*\.\d+$/.test(text) ? "fraction" : "word";
  if (/^\d[\d.,]*( [\d.,]*)+$/.test(text)) return "spaced";
  return /^[\p{Nd}.,\s]+$/u.test(text) ? "foreignDigits" : "word";
}

function counted(digits: string, most: number): WrittenCount {
  const value = Number(digits);
  return value > most ? rejected("tooLarge") : { kind: "count", value };
}

function rejected(reason: CountFault): WrittenCount {
  return { kind: "rejected", reason };
}

/** The number of a text that is rejected as a fraction: the last sign parts the decimals; null: none. */
export function fractionOf(written: string): number | null {
  const text = seenText(written).replace(/^'\s*/, "");
  const at = Math.max(text.lastIndexOf(","), text.lastIndexOf("."));
  const value = Number(`${text.slice(0, at).replaceAll(/[.,]/g, "")}.${text.slice(at + 1)}`);
  return Number.isFinite(value) ? value : null;
}

/** Rounded, and its digits without signs as one number. */
function rejectedFraction(text: string): WrittenCount {
  const value = fractionOf(text);
  if (value === null) return rejected("word");
  const joined = Number(text.replaceAll(/[.,]/g, ""));
  return { kind: "rejected", reason: "fraction", meanings: { rounded: Math.round(value), joined } };
}
