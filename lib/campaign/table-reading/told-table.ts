import { columnLetters } from "@/lib/base/spreadsheet/address";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { localDay, type TimeZone } from "@/lib/base/time/time-zone";
import { toldText } from "@/lib/base/spreadsheet/problem-list";

import type { ConfirmedMapping } from "@/lib/campaign/table-reading/server/mapping";
import type { Answers } from "./question";
import { columnId } from "./column-roles";
import type { TableReading } from "./read-table";
import { optionLabel, type ReadingText } from "./told-questions";
import { notRead, roleOption, rolesOf, type Vocabulary } from "./vocabulary";

/** What a column of a file was taken for, in the reader's language. */
export type ToldColumn = {
  /** Of the answer that says otherwise. */
  readonly id: string;
  /** "C" */
  readonly letter: string;
  readonly head: string;
  readonly seen: readonly string[];
  /** "MR 9–59 bulan"; "" when it is left out. */
  readonly readAs: string;
  /** Why it is left out; "" when it is read. */
  readonly why: string;
  /** What the person chose for it; "" for nothing. */
  readonly answer: string;
  /** Numbers stand in it that are more than a running number. */
  readonly hasNumbers: boolean;
  /** It is asked above. */
  readonly isAsked: boolean;
};

export type ToldTable = {
  readonly columns: readonly ToldColumn[];
  /** What a column may be read as. */
  readonly roles: readonly { readonly value: string; readonly label: string }[];
  readonly otherSheets: readonly string[];
  /** Who confirmed this reading of the same heads before, and when; null: nobody. */
  readonly before: { readonly by: string; readonly day: CalendarDay } | null;
};

type ToldTerms = {
  readonly vocabulary: Vocabulary;
  readonly answers: Answers;
  readonly before: ConfirmedMapping | undefined;
  readonly timeZone: TimeZone;
};

export function toldTable(
  t: ReadingText,
  { columns, scope, otherSheets }: TableReading,
  { vocabulary, answers, before, timeZone }: ToldTerms,
): ToldTable {
  const label = (role: string) => optionLabel(t, roleOption(role, vocabulary));
  const roles = [...rolesOf(vocabulary), notRead];
  return {
    columns: columns.map(({ columnIndex, head, seen, role, left, hasNumbers }) => ({
      id: columnId(scope, columnIndex),
      letter: columnLetters(columnIndex),
      head: toldText(head),
      seen: seen.map(toldText),
      readAs: role === null ? "" : label(role),
      why: role === null ? t(`left.${left ?? "unknown"}`) : "",
      answer: answers.get(columnId(scope, columnIndex)) ?? "",
      hasNumbers: hasNumbers && left !== "remark",
      isAsked: left === "asked",
    })),
    roles: roles.map((role) => ({ value: role, label: label(role) })),
    otherSheets: otherSheets.map(toldText),
    before: before ? { by: before.by ?? "", day: localDay(before.at, timeZone) } : null,
  };
}
