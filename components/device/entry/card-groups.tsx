"use client";

import { ChevronDown, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";

import { countIn } from "@/lib/device/entry/row-counts";
import type { fieldProblems, RowState } from "@/lib/device/entry/row-state";
import type { EntryStore } from "@/lib/device/entry/store";
import { useCardFolds } from "@/lib/device/entry/use-card-folds";
import type { EntryColumn, EntryRow } from "@/lib/report/entry-row";

import { CardField } from "./card-field";
import { cellLooks, isTrouble } from "./cell-looks";
import { onwardMark } from "./next-field";
import type { EntryWords } from "./use-entry-words";

/** The fields of a card, a section for each intervention; of many columns they fold, with what is filled in them. */
export function CardGroups(props: {
  readonly store: EntryStore;
  readonly state: RowState;
  readonly row: EntryRow;
  readonly columns: readonly EntryColumn[];
  readonly words: EntryWords;
  /** What is said beside the fields: none before the person has asked to send. */
  readonly problems: ReturnType<typeof fieldProblems>;
  readonly isReadOnly: boolean;
}) {
  const { store, state, columns, words, problems, isReadOnly } = props;
  const { cells, unit } = props.row;
  const { groups, turn } = useCardFolds(store.context.slug, columns);
  return groups.map(({ intervention, columns: own, isFoldable, isOpen }) => {
    const [{ interventionName, isApart }] = own;
    const head = (
      <>
        <h2 className="min-w-0 text-panel font-semibold wrap-anywhere">{interventionName}</h2>
        {own.length > 1 && !isApart ? (
          <Sum counts={own.map(({ key }) => countIn(state, columns, key))} words={words} />
        ) : null}
      </>
    );
    const fields = own.map((column) => {
      const cell = cells[columns.indexOf(column)];
      const problem = problems.find(
        ({ key, field }) => key === column.key && field === "residents",
      );
      return cell ? (
        <CardField
          key={column.key}
          id={fieldId(columns, column.key)}
          {...{ state, column, columns, cell, words, isReadOnly }}
          problem={problem ? words.rejection(state.typed, problem) : null}
          onType={(text) => store.type(unit.code, "residents", column.key, text)}
          onConfirm={() => store.confirm(unit.code, column.key)}
        />
      ) : null;
    });
    return (
      <section
        key={intervention}
        aria-label={interventionName}
        className="-mx-4 border-y border-line bg-surface px-4 tablet:mx-0 tablet:rounded-panel tablet:border-x"
      >
        {isFoldable ? (
          <details
            {...{ [onwardMark]: "" }}
            open={isOpen}
            onToggle={(event) => turn(intervention, event.currentTarget.open)}
            className="group"
          >
            <summary className="flex min-h-13 cursor-pointer items-center gap-x-3 py-2">
              <div className="flex min-w-0 grow flex-wrap items-baseline justify-between gap-x-3">
                {head}
                <Filled {...{ state, columns }} keys={own.map(({ key }) => key)} />
              </div>
              <ChevronDown aria-hidden className="size-5 shrink-0 group-open:rotate-180" />
            </summary>
            {fields}
          </details>
        ) : (
          <>
            <div className="flex items-baseline justify-between gap-3 pt-3 pb-1">{head}</div>
            {fields}
          </>
        )}
      </section>
    );
  });
}

/** How many fields of a section are filled, and how many need a look: it may be folded. */
function Filled(props: {
  readonly state: RowState;
  readonly columns: readonly EntryColumn[];
  readonly keys: readonly EntryColumn["key"][];
}) {
  const t = useTranslations("entry");
  const { state, columns, keys } = props;
  const filled = state.isZero
    ? keys.length
    : keys.filter((key) => countIn(state, columns, key) !== null).length;
  const looks = cellLooks(state, columns);
  const troubled = keys.filter((key) =>
    isTrouble(looks[columns.findIndex((column) => column.key === key)]),
  ).length;
  return (
    <p className="flex w-full flex-wrap items-center gap-x-3 text-note text-ink2">
      {t("filledOf", { filled, all: keys.length })}
      {troubled > 0 ? (
        <span className="flex items-center gap-1 font-medium text-warn">
          <TriangleAlert aria-hidden className="size-4 shrink-0" />
          {t("fold.troubled", { count: troubled })}
        </span>
      ) : null}
    </p>
  );
}

function Sum(props: { readonly counts: readonly (number | null)[]; readonly words: EntryWords }) {
  const t = useTranslations("entry");
  const known = props.counts.filter((count) => count !== null);
  if (known.length === 0) return null;
  const sum = known.reduce((total, count) => total + count, 0);
  return (
    <p className="text-note text-ink2">
      {t("todaySum", { day: props.words.dayWord, value: props.words.format.count(sum) })}
    </p>
  );
}

export function fieldId(columns: readonly EntryColumn[], key: string): string {
  return `f-${String(columns.findIndex((column) => column.key === key))}`;
}
