"use client";

import clsx from "clsx";
import { CircleX, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import { excess, remaining } from "@/lib/coverage/needed";
import { columnName } from "@/lib/report/column-groups";
import type { EntryCell, EntryColumn } from "@/lib/report/entry-row";
import { formFields } from "@/lib/report/village-form";

import { CountInput } from "./count-input";
import { goToNextField } from "./next-field";
import { countIn, fallenAt, warningAt } from "@/lib/device/entry/row-counts";
import { fieldText, saysZero, type RowState } from "@/lib/device/entry/row-state";
import { selectWhole } from "./select-whole";
import type { EntryWords } from "./use-entry-words";

/** One column on the card: what is known at the left, the number at the right, what to ask below. */
export function CardField(props: {
  readonly id: string;
  readonly state: RowState;
  readonly column: EntryColumn;
  readonly columns: readonly EntryColumn[];
  readonly cell: EntryCell;
  readonly words: EntryWords;
  readonly problem: string | null;
  /** Of a verified report. */
  readonly isReadOnly: boolean;
  readonly onType: (text: string) => void;
  readonly onConfirm: () => void;
}) {
  const t = useTranslations("entry");
  const { id, state, column, cell, words, problem } = props;
  const { count } = words.format;
  const isZero = saysZero(state, props.columns);
  const typed = isZero ? 0 : countIn(state, props.columns, column.key);
  const text = fieldText(state, column.key);
  // What is typed may be below 0, which is rejected or explained beside the field.
  const given = Math.max(0, cell.before + (typed ?? 0));
  const doses = { dosesAdministered: given, targetPopulation: cell.target };
  const over = excess(doses) ?? 0;
  const fallen = fallenAt(state, props.columns, column.key);
  const recounted = state.recounted.find(({ key }) => key === column.key);
  const isBad = problem !== null || fallen !== null;
  const warning = isBad ? null : warningAt(state, props.columns, column.key);
  const isOpen = warning !== null && !state.confirmed.includes(column.key);
  const facts = [
    { name: t("target"), value: count(cell.target) },
    { name: t("already"), value: count(cell.before) },
    over > 0
      ? { name: t("over"), value: count(over) }
      : { name: t("left"), value: count(remaining(doses)) },
  ];

  return (
    <div className="border-t border-line py-3 first:border-t-0">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <label htmlFor={id} className="text-dense font-medium">
            <ColumnName column={column} />
          </label>
          <dl id={`${id}-facts`} className="mt-0.5 flex gap-4">
            {facts.map(({ name, value }) => (
              <div key={name}>
                <dt className="text-axis text-ink3">{name}</dt>
                <dd className="text-dense font-semibold">{value}</dd>
              </div>
            ))}
          </dl>
        </div>
        <div className="shrink-0 text-right">
          <span className="relative block">
            {isOpen ? (
              <TriangleAlert aria-hidden className="absolute top-4.5 left-2 size-4 text-warn" />
            ) : null}
            {isBad ? (
              <CircleX aria-hidden className="absolute top-4.5 left-2 size-4 text-error" />
            ) : null}
            <CountInput
              id={id}
              name={formFields.of("residents", column.key)}
              value={text}
              onType={props.onType}
              onKeyDown={goToNextField}
              {...selectWhole}
              readOnly={props.isReadOnly}
              placeholder={isZero ? t("nihilWord") : undefined}
              enterKeyHint="next"
              aria-invalid={problem ? true : undefined}
              aria-describedby={`${id}-facts ${id}-kemarin ${id}-note`}
              className={clsx(
                "h-13 w-26 scroll-mt-28 scroll-mb-44 rounded-control border pr-3 pl-7 text-right leading-7 font-semibold placeholder:text-dense placeholder:font-normal placeholder:text-ink2 placeholder:opacity-100 read-only:border-line read-only:bg-sunken focus:outline-3 focus:outline-focus",
                // A long number is seen whole.
                text.length > 4 ? "text-body" : "text-[1.5rem]",
                isBad
                  ? "border-2 border-error-line bg-error-tint"
                  : isOpen
                    ? "border-2 border-warn-line bg-warn-tint"
                    : "border-line-strong bg-surface",
              )}
            />
          </span>
          <span id={`${id}-kemarin`} className="block text-axis text-ink3">
            {state.figures === "cumulative" ? (
              <UntilNow cell={cell} typed={typed} isFallen={fallen !== null} words={words} />
            ) : (
              t("yesterdayValue", { value: count(cell.yesterday) })
            )}
          </span>
        </div>
      </div>
      <div id={`${id}-note`}>
        {problem ? <p className="mt-1 text-note font-medium text-error">{problem}</p> : null}
        {fallen ? (
          <p className="mt-1 text-note font-medium text-error">{t("figures.fell", fallen)}</p>
        ) : null}
        {recounted ? (
          <p className="mt-1 text-note font-medium text-warn">
            {t("figures.recounted", { from: recounted.from, to: recounted.to })}
          </p>
        ) : null}
        {warning && isOpen ? (
          <Question
            warning={warning}
            count={typed ?? 0}
            words={words}
            onFix={() => selectField(id)}
            onConfirm={props.onConfirm}
          />
        ) : null}
      </div>
    </div>
  );
}

/** Of a cumulative figure: what it makes the day's, and what stood there the evening before. */
function UntilNow(props: {
  readonly cell: EntryCell;
  readonly typed: number | null;
  readonly isFallen: boolean;
  readonly words: EntryWords;
}) {
  const t = useTranslations("entry");
  const { typed, words } = props;
  return (
    <>
      {typed === null ? null : (
        <strong
          className={clsx(
            "block text-note font-semibold",
            props.isFallen ? "text-error" : "text-ink",
          )}
        >
          {t("figures.today", { value: words.format.signed(typed), day: words.dayWord })}
        </strong>
      )}
      {t("figures.until", { value: words.format.count(props.cell.before) })}
    </>
  );
}

/** An unusual number is asked about; it may be right. */
function Question(props: {
  readonly warning: NonNullable<ReturnType<typeof warningAt>>;
  readonly count: number;
  readonly words: EntryWords;
  readonly onFix: () => void;
  readonly onConfirm: () => void;
}) {
  const t = useTranslations("entry");
  const { warning } = props;
  return (
    <div className="mt-2 flex items-start gap-2.5 rounded-control border border-warn-line bg-warn-tint p-3 text-dense">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
      <div>
        <p>
          <strong className="font-semibold">{t("warning.check", { count: props.count })}</strong>{" "}
          {props.words.warning(warning)}{" "}
          {warning.likely === null ? "" : t("warning.likely", { count: warning.likely })}
        </p>
        <div className="mt-2 flex flex-wrap gap-2">
          <Button onClick={props.onFix}>{t("warning.fix")}</Button>
          <Button onClick={props.onConfirm}>{t("warning.right")}</Button>
        </div>
      </div>
    </div>
  );
}

function selectField(id: string) {
  const field = document.getElementById(id);
  if (field instanceof HTMLInputElement) {
    field.focus();
    field.select();
  }
}

/** What does not add to the others of its intervention is known by its own name, under that of the latter. */
function ColumnName({ column }: { readonly column: EntryColumn }) {
  const name = columnName(column, " · ");
  if (!column.isApart || name === column.groupName) return name;
  return (
    <>
      <span className="sr-only">{column.shortName} · </span>
      {column.groupName}
    </>
  );
}
