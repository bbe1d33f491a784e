import { columnLetters } from "@/lib/base/spreadsheet/address";
import { cellText, type SheetRows } from "@/lib/base/spreadsheet/cell";
import type { Asking } from "@/lib/campaign/table-reading/asking";
import type { RememberedRoles } from "@/lib/campaign/table-reading/column-roles";
import { isLongCode } from "@/lib/campaign/table-reading/read-columns";
import { notRead, type Vocabulary } from "@/lib/campaign/table-reading/vocabulary";

type OrderedColumns = {
  readonly roles: RememberedRoles;
  /** Columns of the block beyond the last column of the grid. */
  readonly beyond: number;
};

/**
 * The columns of a block without heads. One of names or codes, when there is one among the first
 * three, tells the rows. The others go by order: from the first column of the grid when the block has
 * them all, else from the chosen one.
 */
export function orderedColumns(
  rows: SheetRows,
  { boxes, isUnitName }: Vocabulary,
  { chosen, asking }: { readonly chosen: number; readonly asking: Asking },
): OrderedColumns {
  const lines = rows.map((row) => row.map(cellText)).filter((line) => line.some(isFilled));
  const label = labelColumn(lines, isUnitName);
  const name = nameColumn(lines, isUnitName, label, asking);
  const first = label.last + 1;
  const width = Math.max(0, ...lines.map((line) => line.length - first));
  const from = width >= boxes.length ? 0 : chosen;
  const roleOf = (at: number) => (at < 0 ? notRead : (boxes[at + from]?.role ?? notRead));
  const places = Array.from({ length: first + width }, (_, place) => place);
  return {
    roles: new Map(places.map((place) => [place, place === name ? "name" : roleOf(place - first)])),
    beyond: Math.max(0, from + width - boxes.length),
  };
}

/** The column of names: of two that name different units, as the person says; null: not yet, or none. */
function nameColumn(
  lines: readonly (readonly string[])[],
  isUnit: (cell: string) => boolean,
  { at, last }: { readonly at: number | null; readonly last: number },
  asking: Asking,
): number | null {
  const textsOf = (place: number) => lines.map((line) => line[place] ?? "").filter(isFilled);
  const naming = Array.from({ length: last + 1 }, (_, place) => place).filter(
    (place) => textsOf(place).filter(isUnit).length * 2 >= lines.length,
  );
  const coding = naming.find((place) => textsOf(place).some(isLongCode));
  if (naming.length < 2 || coding !== undefined) return coding ?? at;
  const answer = asking.ask({
    id: "whichName.order",
    kind: "whichName",
    params: {},
    examples: [],
    options: naming.map((place) => ({
      value: String(place),
      word: "column",
      params: { head: columnLetters(place), seen: textsOf(place).slice(0, 3).join(", ") },
    })),
    suggested: null,
  });
  return answer === null ? null : Number(answer);
}

/** Where the names stand, and the last of the columns that only label: number, code, name. */
function labelColumn(
  lines: readonly (readonly string[])[],
  isUnit: (cell: string) => boolean,
): { readonly at: number | null; readonly last: number } {
  const share = (index: number, fits: (cell: string) => boolean) =>
    lines.filter((line) => fits(line[index] ?? "")).length / Math.max(1, lines.length);
  const at = [0, 1, 2].find((index) => share(index, isUnit) >= 0.5) ?? firstWords();
  if (at === null) return { at: null, last: -1 };

  const named = lines.filter((line) => isUnit(line[at] ?? ""));
  const isLabel = (index: number) =>
    share(index, isUnit) >= 0.5 ||
    (named.length > 1 && named.every((line) => isWord(line[index] ?? "")));
  let last = at;
  while (last < 3 && isLabel(last + 1)) last += 1;
  return { at, last };

  /** "PKM Mantangai" or "L" beside the name labels too. */
  function isWord(cell: string): boolean {
    return /^\p{L}/u.test(cell.trim()) && !/^(nihil|nil)$/i.test(cell.trim());
  }

  /** A first column of words holds names too, though we know none of them. */
  function firstWords(): number | null {
    return share(0, (cell) => /[A-Za-z]{2}/.test(cell) && !/^=/.test(cell.trim())) > 0.5 &&
      lines.some((line) => line.length > 1)
      ? 0
      : null;
  }
}

function isFilled(text: string): boolean {
  return text.trim() !== "";
}
