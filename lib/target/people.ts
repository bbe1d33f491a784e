import { cellText, type Cell } from "@/lib/spreadsheet/cell";

import type { Rejection } from "./rejection";

/** Above this a number is a slip: the largest kecamatan of the country has fewer people. */
export const peopleLimit = 999_999;

type Refused = Pick<Rejection, "code" | "params">;

/** Whether a number can be a count of people; null when it can. */
export function refusedCount(value: number): Refused | null {
  if (!Number.isFinite(value)) return { code: "notNumber", params: {} };
  if (value < 0) return { code: "negative", params: {} };
  if (!Number.isInteger(value)) return { code: "notWhole", params: notWholeParams(value) };
  return value > peopleLimit ? { code: "tooMany", params: { limit: peopleLimit } } : null;
}

/**
 * What a fraction may have meant: rounded half up, or its digits without the comma. Which of the
 * two only the writer knows, so neither is taken on its own.
 */
function notWholeParams(value: number): Refused["params"] {
  const digits = String(value).replace(".", "");
  return { rounded: Math.round(value), joined: Number(digits) };
}

/**
 * The number that a text states, as Indonesians write it: "1.234" is 1234, "3,5" is three and a
 * half, "1 234" is 1234. A single "1,234" is a fraction, because a decimal comma is the rule here;
 * "1,234,567" can only be thousands.
 *
 * @returns null for what is no number.
 */
export function writtenNumber(text: string): number | null {
  const bare = text.replaceAll(/[\s\u00a0']/g, "").replace(/^[−–]/, "-");
  const sign = bare.startsWith("-") ? -1 : 1;
  const digits = bare.replace(/^[+-]/, "");

  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(digits)) {
    return sign * Number(digits.replaceAll(".", "").replace(",", "."));
  }
  if (/^\d{1,3}(,\d{3}){2,}(\.\d+)?$/.test(digits)) {
    return sign * Number(digits.replaceAll(",", ""));
  }
  return /^\d+([.,]\d+)?$/.test(digits) ? sign * Number(digits.replace(",", ".")) : null;
}

/** The count in a cell, or why it is none. */
export function readPeople(cell: Cell): number | Refused {
  if (cell.kind === "empty") return { code: "empty", params: {} };
  if (cell.kind === "formula") return { code: "formula", params: {} };
  const value = cell.kind === "number" ? cell.value : writtenNumber(cellText(cell));
  if (value === null || cell.kind === "day") return { code: "notNumber", params: {} };
  return refusedCount(value) ?? value;
}
