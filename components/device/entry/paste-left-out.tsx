"use client";

import { CircleX } from "lucide-react";
import { useTranslations } from "next-intl";

import { FileQuestions } from "@/components/base/sheet/file-questions";
import { Button } from "@/components/base/ui/button";
import { answerField } from "@/lib/campaign/table-reading/answers";
import { optionLabel, toldQuestions } from "@/lib/campaign/table-reading/told-questions";
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
    preview.asked.length > 0 ||
    (preview.otherDays ?? []).length > 0 ||
    preview.rows.some(({ cells }) => cells.some(({ kind }) => kind === "rejected"))
  );
}

/**
 * What must be asked about a pasted block, in the words of a file's questions, and what of it is not
 * used. Takes the focus; its answers belong to the form `formId`.
 */
export function PasteLeftOut(props: {
  readonly preview: PastePreview;
  readonly words: EntryWords;
  readonly formId: string;
  /** The day that the screen shows, in words. */
  readonly dayName: string;
  /** Units whose report is verified. */
  readonly locked: readonly string[];
  readonly takesOtherDays: boolean;
  readonly onOtherDays: (isTaken: boolean) => void;
}) {
  const t = useTranslations("paste");
  const reading = useTranslations("tableReading");
  const { preview } = props;
  if (!isPartial(preview) && props.locked.length === 0) return null;
  return (
    <div
      ref={takeFocus}
      tabIndex={-1}
      role="group"
      aria-label={t("leftOut")}
      className="mb-3 grid gap-3"
    >
      <FileQuestions
        questions={toldQuestions(reading, preview.asked)}
        formId={props.formId}
        isReading={false}
        what="block"
      />
      <LeftOutList {...props} />
    </div>
  );
}

function LeftOutList(props: Parameters<typeof PasteLeftOut>[0]) {
  const t = useTranslations("paste");
  const entry = useTranslations("entry");
  const reading = useTranslations("tableReading");
  const { preview, words } = props;
  const choosable = new Set(preview.choosable.map(({ id }) => id));
  const named = preview.leftOut.filter(({ id }) => !choosable.has(id));
  const rejected = preview.rows.flatMap(({ unit, cells }) =>
    cells.flatMap((cell, index) => {
      const column = preview.columns[index];
      const isAsked = cell.kind === "rejected" && cell.reason === "dash";
      return column && cell.kind === "rejected" && !isAsked ? [{ unit, column, cell }] : [];
    }),
  );
  const at = (unit: { readonly name: string }, column: EntryColumn) => ({
    unit: unit.name,
    column: words.columnName(column),
  });
  const nameOf = (head: string, columnIndex: number) =>
    head === "" ? t("headless", { place: columnIndex + 1 }) : `“${head}”`;

  return (
    <ul className="grid gap-2 rounded-control border border-line-strong p-3 text-dense empty:hidden">
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
              what: preview.isMessage ? "message" : "block",
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
      {preview.choosable.map(({ id, columnIndex, head, reason, chosen, choices }) => (
        <li key={id}>
          <label className="flex flex-wrap items-center gap-2">
            {t("unsure", { head: nameOf(head, columnIndex), why: reading(`left.${reason}`) })}
            <select
              name={answerField(id)}
              form={props.formId}
              defaultValue={chosen ?? ""}
              onChange={(event) => event.currentTarget.form?.requestSubmit()}
              className="min-h-11 max-w-full rounded-control border border-line-strong bg-surface px-2 tablet:min-h-9"
            >
              {choices.map((option, at) => (
                <option key={option.value} value={at === 0 ? "" : option.value}>
                  {optionLabel(reading, option)}
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
            list: shortList(
              named.map(({ head, columnIndex, reason }) =>
                t("namedOne", { head: nameOf(head, columnIndex), why: reading(`left.${reason}`) }),
              ),
            ),
          })}
        </li>
      ) : null}
      {rejected.length > 0 ? (
        <li className="flex gap-2 text-error">
          <CircleX aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t("rejectedCount", {
            count: rejected.length,
            list: shortList(
              rejected.map(({ unit, column, cell }) =>
                t("rejectedOf", {
                  ...at(unit, column),
                  reason: entry(`rejectedShort.${cell.reason}`, { text: cell.text }),
                }),
              ),
            ),
          })}
        </li>
      ) : null}
      {unplacedReasons.map((reason) => {
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

const unplacedReasons = [
  "strayQuote",
  "unknown",
  "ambiguous",
  "codeName",
  "notUnit",
  "noUnit",
  "unread",
  "moreCells",
  "twice",
  "beyond",
] as const;

function takeFocus(element: HTMLElement | null) {
  element?.focus();
}
