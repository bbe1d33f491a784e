import type { Measure } from "@/lib/campaign/measures";
import type { UnitKind } from "@/lib/campaign/unit-kind";

import type { ColumnWords } from "./column-words";
import { headText } from "./head-block";
import {
  isRemark,
  isSex,
  isShare,
  isRunningTotal,
  isSum,
  plainHead,
  splitMeasure,
  splitRound,
  strippedHead,
  type TableKind,
} from "./head-words";
import { namedKind, type LabelRole, type LabelWords } from "./labels";

/** Why a column is left out, when its head tells. */
export type LeftReason =
  | "share"
  | "remark"
  /** A sum of columns beside it. */
  | "sum"
  /** Part of a count that has a column of its own, by sex. */
  | "part"
  /** Targets in a table of doses, doses in one of targets, what is left to do. */
  | "otherCount"
  /** Another column is read for the same. */
  | "twice"
  | "unknown"
  /** No head at all. */
  | "headless"
  | "chosen"
  /** It is asked, and not answered yet. */
  | "asked";

/** What a head may mean. */
export type Meaning =
  | { readonly kind: "label"; readonly role: LabelRole; readonly rank: number }
  /** A number beside the counts, by its own name. */
  | { readonly kind: "named"; readonly role: string }
  | { readonly kind: "name"; readonly unitKind: UnitKind | ""; readonly rank: number }
  | {
      readonly kind: "count";
      /** Keys of the columns that it may be. */
      readonly keys: readonly string[];
      /** A group below the head of something that is not known: "9–59 bulan" below "Vitamin A". */
      readonly isUnsure: boolean;
      readonly round: number;
      readonly measure: Measure;
      readonly isPart: boolean;
      readonly isSum: boolean;
      /** Its words say that it counts what such a table counts. */
      readonly isSaid: boolean;
    }
  /** A count of the kind that such a table holds, of nothing by name: "sasaran", "jumlah". */
  | { readonly kind: "any"; readonly isSure: boolean }
  | {
      readonly kind: "left";
      readonly reason: LeftReason;
      /** It says that it counts what such a table counts, of something unknown: "dosis 1". */
      readonly isSaid: boolean;
    };

export type HeadTerms = {
  readonly kind: TableKind;
  readonly labels: LabelWords;
  readonly words: ColumnWords;
  /** Roles of numbers beside the counts, by the plain heads that name each: no others are taken for them. */
  readonly named: ReadonlyMap<string, string>;
};

/** Meanings are asked for again and again while a sheet's heads are looked for. */
const known = new WeakMap<HeadTerms, Map<string, Meaning>>();

/** What a head means by its own words, in a table of such a kind. */
export function meaningOf(path: readonly string[], terms: HeadTerms): Meaning {
  const meanings = known.get(terms) ?? new Map<string, Meaning>();
  known.set(terms, meanings);
  const key = path.join("\n");
  const found = meanings.get(key) ?? meant(path, terms);
  meanings.set(key, found);
  return found;
}

function meant(path: readonly string[], terms: HeadTerms): Meaning {
  const own = path.at(-1);
  if (own === undefined) return left("headless");
  const label = labelOf(headText(path), terms.labels) ?? labelOf(own, terms.labels);
  if (label) return label;
  const role = terms.named.get(plainHead(headText(path))) ?? terms.named.get(plainHead(own));
  if (role !== undefined) return { kind: "named", role };
  if (path.some(isShare)) return left("share");
  if (isRemark(own)) return left("remark");
  return countOf(path, terms);
}

/** Whether a text is a head over what tells rows apart. */
export function isLabelHead(text: string, labels: LabelWords): boolean {
  return isRemark(text) || labelOf(text, labels) !== null;
}

function labelOf(text: string, labels: LabelWords): Meaning | null {
  const label = labels.get(plainHead(text));
  if (label) return { kind: "label", ...label };
  const named = namedKind(text);
  return named && { kind: "name", unitKind: named.kind, rank: named.rank };
}

function countOf(path: readonly string[], { kind, words }: HeadTerms): Meaning {
  const named = path.filter((text) => !isSex(text));
  const isPart = named.length < path.length;
  // "Putaran 1" over the columns of a round.
  const parts = named.filter((text) => splitRound(text).head !== "");
  const roundAbove = named.map(splitRound).find(({ head }) => head === "")?.round ?? 0;
  const isTotal = parts.some(isSum);
  const whole = strippedHead(headText(parts), kind);
  for (const start of parts.keys()) {
    const above = strippedHead(headText(parts.slice(0, start)), kind);
    const { head: roundless, round: own } = splitRound(headText(parts.slice(start)));
    const round = own === 0 ? roundAbove : own;
    const { head, measure } = splitMeasure(roundless);
    const exact = words.meant(head);
    const isExact = exact.keys.length > 0;
    const stripped = strippedHead(head, kind);
    const { keys, isGroupAlone } = isExact ? exact : words.meant(sexless(stripped.text));
    if (keys.length === 0) continue;
    const isUnwanted = above.isUnwanted || (!isExact && stripped.isUnwanted);
    if (isUnwanted) return left("otherCount");
    const isSexed = isPart || (!isExact && sexless(stripped.text) !== stripped.text);
    const isSaid = above.isWanted || stripped.isWanted;
    return {
      kind: "count",
      keys,
      isUnsure: (isGroupAlone && above.text !== "") || isRunningTotal(above.text),
      round,
      measure,
      isPart: isSexed,
      isSum: isTotal,
      isSaid,
    };
  }
  if (whole.isUnwanted) return left("otherCount");
  if (sexless(whole.text) === "" && parts.length > 0) {
    if (isPart || sexless(whole.text) !== whole.text) return left("part");
    return { kind: "any", isSure: whole.isWanted };
  }
  return left("unknown", whole.isWanted);
}

function left(reason: LeftReason, isSaid = false): Meaning {
  return { kind: "left", reason, isSaid };
}

/** Without a last "L" or "P": "mr_L" counts a part of MR. */
function sexless(text: string): string {
  const words = text.trim().split(" ");
  const last = words.at(-1) ?? "";
  return isSex(last) ? words.slice(0, -1).join(" ") : text.trim();
}
