import {
  columnsOf,
  isSameTyped,
  readTypedRow,
  type EntryColumn,
  type EntryRow,
  type EntryFieldProblem,
  type TypedRow,
} from "@/lib/report/entry-row";
import { contentOf, contentText, type ReportContent } from "@/lib/report/report-content";
import type { OutboxProblem } from "@/lib/device/outbox/mutation";
import type { EntryFigures, StoredReport } from "@/lib/report/schema";
import type { ReportPart } from "@/lib/report/part/part";
import type { TypedParts } from "@/lib/report/part/typed";
import { isLockedByStatus } from "@/lib/report/write-access";
import {
  convertFields,
  figureFields,
  type SavedReport,
  type TypedFigures,
} from "@/lib/report/typed-figures";
import { columnKeyOf, type ColumnKey } from "@/lib/campaign/column-key";
import { eachMeasure } from "@/lib/campaign/measures";

import type { Draft } from "./draft-memory";
import { perState } from "./per-state";

/**
 * What became of the last sending of a row. `kept`: it waits on this device. `signedOut`,
 * `otherPerson`: it waits for who typed it to sign in. `failed`: this device could not keep it.
 */
export type RowStatus =
  | {
      readonly kind: "still" | "sending" | "sent" | "kept" | "failed" | "signedOut" | "otherPerson";
    }
  | { readonly kind: "rejected"; readonly problems: readonly OutboxProblem[] }
  | { readonly kind: "conflict"; readonly standing: StoredReport };

type Queued = {
  readonly id: string;
  readonly content: ReportContent;
  /** It was handed to the network, so it cannot be called off; left out: not looked at yet. */
  readonly isOut?: boolean;
};

/** A row of the screen: what stands, what is typed, and how the sending goes. */
export type RowState = {
  readonly row: EntryRow;
  readonly standing: StoredReport | null;
  readonly typed: TypedRow;
  /** What the fields of residents hold. */
  readonly figures: EntryFigures;
  /** Columns of which the server had other doses before the day; the difference is a new one. */
  readonly recounted: readonly Recounted[];
  /** Nihil was pressed and is not sent yet. */
  readonly isZero: boolean;
  /** What was typed besides tallies; left out: nothing, and it says what was sent. */
  readonly parts?: TypedParts | undefined;
  /** Version that the fields were typed over. */
  readonly base: number;
  readonly sent: Draft["sent"];
  /** The report of this row in the outbox; null: the outbox has none. */
  readonly queued: Queued | null;
  /** Columns whose warning was looked at. */
  readonly confirmed: readonly ColumnKey[];
  /** Its change was found to need a reason, which is asked for when it is sent. */
  readonly needsReason: boolean;
  readonly status: RowStatus;
};

/** Doses up to the day before, as the screen had them and as the server has them. */
type Recounted = { readonly key: ColumnKey; readonly from: number; readonly to: number };

export function openRow(
  row: EntryRow,
  columns: readonly EntryColumn[],
  figures: EntryFigures = "daily",
): RowState {
  return {
    row,
    standing: row.standing,
    typed: figureFields(row.standing, columns, { figures, before: beforeOf(row) }),
    figures,
    recounted: [],
    isZero: false,
    base: row.standing?.version ?? 0,
    sent: null,
    queued: null,
    // What was sent was looked at when it was sent.
    confirmed: row.standing ? columns.map(({ key }) => key) : [],
    needsReason: false,
    status: { kind: "still" },
  };
}

/** How the fields of a row are typed. */
export function rowFigures({ figures, row }: Pick<RowState, "figures" | "row">): TypedFigures {
  return { figures, before: beforeOf(row) };
}

function beforeOf({ cells }: EntryRow): readonly number[] {
  return cells.map(({ before }) => before);
}

/** The row's fields as a report would fill them. */
export function typedAs(
  state: Pick<RowState, "figures" | "row">,
  saved: SavedReport | null,
  columns: readonly EntryColumn[],
): TypedRow {
  return figureFields(saved, columns, rowFigures(state));
}

/** The row with its fields as the other kind of figures; what they say stays the same. */
export function inFigures(
  state: RowState,
  figures: EntryFigures,
  columns: readonly EntryColumn[],
): RowState {
  if (state.figures === figures) return state;
  const typed = convertFields(state.typed, columns, {
    before: beforeOf(state.row),
    from: state.figures,
    to: figures,
  });
  return { ...state, figures, typed };
}

/** The row's fields as daily figures, for what compares reports. */
export function dailyFields(state: RowState, columns: readonly EntryColumn[]): TypedRow {
  return inFigures(state, "daily", columns).typed;
}

/** What stands in a column's field; after Nihil nothing, which a word over the fields explains. */
export function fieldText(state: RowState, key: ColumnKey): string {
  return state.isZero ? "" : (state.typed.residents[key] ?? "");
}

/** Whether the row says that nothing was given: Nihil was pressed, or is what was sent. */
export function saysZero(state: RowState, columns: readonly EntryColumn[]): boolean {
  if (state.isZero) return true;
  const saved = state.queued?.content ?? state.standing;
  return saved?.zero === true && !areFieldsUnsaved(state, columns);
}

/** A verified report is only read, by who does not verify; what was typed over it before can be undone. */
export function isLocked(
  state: RowState,
  columns: readonly EntryColumn[],
  mayVerify: boolean,
): boolean {
  return isLockedByStatus(state.standing, mayVerify) && !isChanged(state, columns);
}

/** Whether something of the row is not on the server yet: in the fields, or on its way. */
export function isChanged(state: RowState, columns: readonly EntryColumn[]): boolean {
  return state.queued !== null || isUnsaved(state, columns);
}

/**
 * Whether the fields say something else than what stands, or than what is on its way: that may have
 * numbers which cannot go any more (`unaskedTexts`).
 */
export function isUnsaved(state: RowState, columns: readonly EntryColumn[]): boolean {
  return arePartsUnsaved(state) || areFieldsUnsaved(state, columns);
}

const areFieldsUnsaved = perState((state: RowState, columns: readonly EntryColumn[]): boolean => {
  const saved = state.queued?.content ?? state.standing;
  if (state.isZero) return saved?.zero !== true;
  if (state.queued && unaskedTallies(state, columns).length > 0) return true;
  return !isSameTyped(askedFields(state, columns), typedAs(state, saved, columns), columns);
});

function arePartsUnsaved(state: RowState): boolean {
  if (!state.parts) return false;
  const { said } = state.parts;
  const textOf = (parts: readonly ReportPart[]) =>
    contentText(contentOf({ tallies: [], parts: [...parts] }));
  return said === null || textOf(said) !== textOf(savedParts(state));
}

/** What the row says besides tallies, as it was sent or stands. */
export function savedParts({ queued, standing }: RowState): readonly ReportPart[] {
  return queued?.content.parts ?? standing?.parts ?? [];
}

/** The fields of the row's own columns; those of others are empty. */
export function askedFields(state: RowState, columns: readonly EntryColumn[]): TypedRow {
  const own = columnsOf(state.row.unit, columns);
  if (own === columns) return state.typed;
  return eachMeasure((measure) =>
    Object.fromEntries(own.map(({ key }) => [key, state.typed[measure][key] ?? ""])),
  );
}

/**
 * What was typed in columns before they were no longer asked of the unit, by their keys: the person is
 * told, and it goes nowhere. The rest of the report goes without it.
 */
export const unaskedTexts = perState(
  (state: RowState, columns: readonly EntryColumn[]): ReadonlyMap<ColumnKey, string> => {
    const own = new Set(columnsOf(state.row.unit, columns).map(({ key }) => key));
    const typed = Object.entries(state.typed.residents) as [ColumnKey, string][];
    const queued = unaskedTallies(state, columns).map(
      (tally) => [columnKeyOf(tally), String(tally.residents)] as const,
    );
    return new Map(
      [...queued, ...typed].filter(([key, text]) => !own.has(key) && text.trim() !== ""),
    );
  },
);

function unaskedTallies({ queued, row }: RowState, columns: readonly EntryColumn[]) {
  if (!queued) return [];
  const own = new Set(columnsOf(row.unit, columns).map(({ key }) => key));
  return queued.content.tallies.filter((tally) => !own.has(columnKeyOf(tally)));
}

export function isBlank(state: RowState, columns: readonly EntryColumn[]): boolean {
  return (
    !saysZero(state, columns) && readTypedRow(askedFields(state, columns), columns).filled === 0
  );
}

/** Whether a report that stands was emptied: empty is not a report, so that cannot be sent. */
export function isEmptied(state: RowState, columns: readonly EntryColumn[]): boolean {
  return isChanged(state, columns) && isBlank(state, columns);
}

/** Whether a report that waits in the outbox was emptied here: it goes nonetheless, until it is called off. */
export function isCleared(state: RowState, columns: readonly EntryColumn[]): boolean {
  return state.queued !== null && isUnsaved(state, columns) && isBlank(state, columns);
}

type RowLook =
  | "empty"
  | "cleared"
  | "returned"
  | "unsent"
  | "sending"
  | "sent"
  | "verified"
  | "kept"
  | "failed"
  | "signedOut"
  | "otherPerson"
  | "rejected"
  | "conflict";

/** The one word for a row. */
export const lookOf = perState((state: RowState, columns: readonly EntryColumn[]): RowLook => {
  const { kind } = state.status;
  if (kind === "sending" || kind === "conflict") return kind;
  if (isCleared(state, columns)) return "cleared";
  if (!isChanged(state, columns)) {
    if (!state.standing) return "empty";
    const { status } = state.standing;
    return status === "submitted" ? "sent" : status;
  }
  if (kind === "rejected" || fieldProblems(state, columns).length > 0) return "rejected";
  if (isEmptied(state, columns) || state.parts?.said === null) return "rejected";
  return kind === "still" || kind === "sent" ? "unsent" : kind;
});

/** What is wrong with the fields, before anything is sent. */
export function fieldProblems(
  state: RowState,
  columns: readonly EntryColumn[],
): readonly EntryFieldProblem[] {
  // What is stored is no mistake of the fields: a day on which a figure fell is below 0.
  return state.isZero || !isUnsaved(state, columns)
    ? []
    : readTypedRow(askedFields(state, columns), columns).problems;
}
