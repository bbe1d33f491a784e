"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";

import { formats } from "@/lib/base/i18n/format";
import { now } from "@/lib/base/time/clock";
import { localDay, localTime, type TimeZone } from "@/lib/base/time/time-zone";
import type { OutboxProblem } from "@/lib/device/outbox/mutation";
import type { CellWarning } from "@/lib/report/cell-warning";
import { columnName } from "@/lib/report/column-groups";
import {
  columnsOf,
  type EntryColumn,
  type EntryFieldProblem,
  type TypedRow,
} from "@/lib/report/entry-row";

import { blanksOf } from "@/lib/device/entry/row-life";
import {
  isCleared,
  isEmptied,
  fieldProblems,
  unaskedTexts,
  type RowState,
} from "@/lib/device/entry/row-state";
import { columnKeyOf, type ColumnKey } from "@/lib/campaign/column-key";

/**
 * The sentences that grid, card and paste have in common.
 *
 * @param named all columns of the campaign, where some are not of the screen and may be told of.
 */
export function useEntryWords(
  columns: readonly EntryColumn[],
  timeZone: TimeZone,
  { day, isToday = false }: { readonly day: string; readonly isToday?: boolean | undefined },
  named: readonly EntryColumn[] = columns,
) {
  const t = useTranslations("entry");
  const locale = useLocale();

  return useMemo(() => {
    const format = formats(locale);
    const dayName = format.monthDay(day);
    const nameAt = (key: ColumnKey) => {
      const column = named.find((each) => each.key === key);
      return column ? columnName(column) : key;
    };
    const typedAt = (typed: TypedRow, { key, field }: EntryFieldProblem) =>
      (typed[field][key] ?? "").trim();

    function rejection(typed: TypedRow, problem: EntryFieldProblem): string {
      return t(`rejected.${problem.reason}`, { text: typedAt(typed, problem) });
    }
    function problem(told: OutboxProblem): string {
      const { code, intervention = "", targetGroup = "", before, value, later } = told;
      const column = nameAt(columnKeyOf({ intervention, targetGroup }));
      const isCounted = before !== undefined && value !== undefined;
      if (
        isCounted &&
        (code === "cumulativeFell" || code === "cumulativeChanged" || code === "farAboveTarget")
      ) {
        return t(`problemNumbers.${code}`, { column, before, value });
      }
      if (isCounted && code === "laterCumulative" && later !== undefined) {
        const day = format.monthDay(later);
        return t(`problemNumbers.${code}`, { column, day, before, value });
      }
      return t(`problems.${code}`, { column, day: dayName });
    }

    return {
      format,
      columnName: (column: EntryColumn) => columnName(column),
      /** The report's day: "hari ini" on the day itself, "28 Nov" on any other. */
      dayWord: isToday ? t("todayWord") : format.shortDay(day),
      /** "14.12": the campaign's local hour of an instant. */
      hour: (instant: string) => format.hour(localTime(new Date(instant), timeZone)),
      /** The same with its day, which is told when it is not today. */
      moment: (instant: string) => {
        const at = new Date(instant);
        const day = localDay(at, timeZone);
        return {
          time: format.hour(localTime(at, timeZone)),
          day: format.shortDay(day),
          isToday: String(day === localDay(now(), timeZone)),
        };
      },
      rejection,
      problem,
      /** Numbers that cannot go, with their columns; null: there are none. */
      unasked: (state: RowState): string | null => {
        const texts = [...unaskedTexts(state, columns)];
        return texts.length === 0
          ? null
          : format.list(texts.map(([key, text]) => `${nameAt(key)} ${text.trim()}`));
      },
      /** "Terkirim 14.12", "Nihil, terkirim 14.12", or that columns of it are empty; "" for no report. */
      sentAs: ({ standing, row }: Pick<RowState, "standing" | "row">): string => {
        if (!standing) return "";
        const time = format.hour(localTime(new Date(standing.receivedAt), timeZone));
        if (standing.zero) return t("state.zero", { time });
        const count = blanksOf(standing, columnsOf(row.unit, columns));
        return count > 0 ? t("state.sentBlanks", { count }) : t("state.sent", { time });
      },
      /** What stops a row, in one sentence; null: nothing. */
      whyRejected: (state: RowState): string | null => {
        const [first] = fieldProblems(state, columns);
        if (first) {
          return t(`rejectedShort.${first.reason}`, { text: typedAt(state.typed, first) });
        }
        if (state.parts?.said === null) return t("problems.partOutOfRange");
        if (isCleared(state, columns)) return t("cleared.title");
        if (isEmptied(state, columns)) return t("problems.emptyReport");
        const [rejected] = state.status.kind === "rejected" ? state.status.problems : [];
        if (!rejected) return null;
        const { code, before, value, later } = rejected;
        if (code === "laterCumulative" && later && before !== undefined && value !== undefined) {
          return t("figures.laterShort", { day: format.monthDay(later), before, value });
        }
        return code === "cumulativeFell" && before !== undefined && value !== undefined
          ? t("figures.fellShort", { before, value })
          : problem(rejected);
      },
      warning: ({ kinds, remaining, usual }: CellWarning): string => {
        const isOver = kinds.includes("exceedsRemaining");
        if (!isOver) return usual ? t("warning.usual", usual) : "";
        if (remaining === 0) return t("warning.none");
        const left = remaining ?? 0;
        return usual && kinds.includes("threeTimesUsual")
          ? t("warning.leftUsual", { left, ...usual })
          : t("warning.left", { left });
      },
    };
  }, [columns, named, locale, t, timeZone, day, isToday]);
}

export type EntryWords = ReturnType<typeof useEntryWords>;
