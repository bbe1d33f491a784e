"use client";

import { CircleX } from "lucide-react";
import { useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import type { EntryColumn } from "@/lib/report/entry-row";
import type { PastePreview } from "@/lib/report/pasted";

import { shortList } from "./short-list";
import type { EntryWords } from "./use-entry-words";

/** Whether something of the block is not used, or not yet decided. */
export function isPartial(preview: PastePreview): boolean {
  return (
    preview.leftOut.length > 0 ||
    preview.unplaced.length > 0 ||
    preview.columnsBeyond > 0 ||
    preview.dashes > 0 ||
    (preview.otherDays ?? []).length > 0 ||
    preview.rows.some(({ cells }) => cells.some(({ kind }) => kind === "refused"))
  );
}

/** What of a pasted block is not used, and what must be asked about it. Takes the focus. */
export function PasteLeftOut(props: {
  readonly preview: PastePreview;
  readonly words: EntryWords;
  readonly columns: readonly EntryColumn[];
  readonly dash: "zero" | "blank" | null;
  readonly onDash: (meaning: "zero" | "blank") => void;
  readonly onChoose: (place: number, key: string) => void;
  /** The day that the screen shows, in words. */
  readonly dayName: string;
  /** Units whose report is verified. */
  readonly locked: readonly string[];
  readonly takesOtherDays: boolean;
  readonly onOtherDays: (isTaken: boolean) => void;
}) {
  const t = useTranslations("paste");
  const entry = useTranslations("entry");
  const { preview, words } = props;
  if (!isPartial(preview) && props.locked.length === 0) return null;

  const free = props.columns.filter((column) => !preview.columns.includes(column));
  const named = preview.leftOut.filter(({ reason }) => reason === "named");
  const unsure = preview.leftOut.filter(({ reason }) => reason === "unsure");
  const refused = preview.rows.flatMap(({ unit, cells }) =>
    cells.flatMap((cell, index) => {
      const column = preview.columns[index];
      const isAsked = cell.kind === "refused" && cell.reason === "dash";
      return column && cell.kind === "refused" && !isAsked ? [{ unit, column, cell }] : [];
    }),
  );
  const at = (unit: { readonly name: string }, column: EntryColumn) => ({
    unit: unit.name,
    column: words.columnName(column),
  });
  const nameOf = (head: string, place: number) =>
    head === "" ? t("headless", { place: place + 1 }) : `“${head}”`;

  return (
    <ul
      ref={takeFocus}
      tabIndex={-1}
      aria-label={t("leftOut")}
      className="mb-3 grid gap-2 rounded-control border border-line-strong p-3 text-dense"
    >
      {(preview.otherDays ?? []).length > 0 ? (
        <li className="flex flex-wrap items-center gap-2">
          <span>
            {t("otherDays", {
              days: shortList(
                (preview.otherDays ?? []).map(({ day, units }) =>
                  t("otherDay", { day: words.format.longDay(day), count: units }),
                ),
              ),
              day: props.dayName,
            })}
          </span>
          {([false, true] as const).map((isTaken) => (
            <Button
              key={String(isTaken)}
              aria-pressed={props.takesOtherDays === isTaken}
              onClick={() => props.onOtherDays(isTaken)}
            >
              {t(isTaken ? "otherDaysTaken" : "otherDaysLeft", { day: props.dayName })}
              {props.takesOtherDays === isTaken ? " ✓" : ""}
            </Button>
          ))}
        </li>
      ) : null}
      {preview.dashes > 0 ? (
        <li className="flex flex-wrap items-center gap-2">
          <span>{t("dashes", { count: preview.dashes })}</span>
          {(["zero", "blank"] as const).map((meaning) => (
            <Button
              key={meaning}
              aria-pressed={props.dash === meaning}
              onClick={() => props.onDash(meaning)}
            >
              {t(`dashAs.${meaning}`)}
              {props.dash === meaning ? " ✓" : ""}
            </Button>
          ))}
        </li>
      ) : null}
      {unsure.map(({ place, head }) => (
        <li key={place}>
          <label className="flex flex-wrap items-center gap-2">
            {t("unsure", { head: nameOf(head, place) })}
            <select
              value=""
              onChange={(event) => props.onChoose(place, event.target.value)}
              className="min-h-11 rounded-control border border-line-strong bg-surface px-2 tablet:min-h-9"
            >
              <option value="">{t("notUsed")}</option>
              {free.map((column) => (
                <option key={column.key} value={column.key}>
                  {words.columnName(column)}
                </option>
              ))}
            </select>
          </label>
        </li>
      ))}
      {props.locked.length > 0 ? (
        <li className="text-error">{t("locked", { list: shortList(props.locked) })}</li>
      ) : null}
      {named.length > 0 ? (
        <li>
          {t("named", {
            list: shortList(named.map(({ head, place }) => nameOf(head, place))),
          })}
        </li>
      ) : null}
      {refused.length > 0 ? (
        <li className="flex gap-2 text-error">
          <CircleX aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t("refusedCount", {
            count: refused.length,
            list: shortList(
              refused.map(({ unit, column, cell }) =>
                t("refusedOf", {
                  ...at(unit, column),
                  reason: entry(`refusedShort.${cell.reason}`, { text: cell.text }),
                }),
              ),
            ),
          })}
        </li>
      ) : null}
      {(["unknown", "ambiguous", "noUnit", "unread", "twice", "beyond"] as const).map((reason) => {
        const lines = preview.unplaced.filter((line) => line.reason === reason);
        return lines.length > 0 ? (
          <li key={reason} className="flex gap-2 text-error">
            <CircleX aria-hidden className="mt-0.5 size-4 shrink-0" />
            {t(`unplaced.${reason}`, {
              count: lines.length,
              list: shortList([
                ...new Set(lines.map(({ text }) => (text === "" ? t("nameless") : `“${text}”`))),
              ]),
            })}
          </li>
        ) : null;
      })}
      {preview.columnsBeyond > 0 ? (
        <li className="text-warn">{t("columnsBeyond", { count: preview.columnsBeyond })}</li>
      ) : null}
    </ul>
  );
}

function takeFocus(element: HTMLElement | null) {
  element?.focus();
}
