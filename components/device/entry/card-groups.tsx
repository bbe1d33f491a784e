"use client";

import { useTranslations } from "next-intl";

import { countIn } from "@/lib/device/entry/row-counts";
import type { fieldProblems, RowState } from "@/lib/device/entry/row-state";
import type { EntryStore } from "@/lib/device/entry/store";
import type { EntryColumn, EntryRow } from "@/lib/report/entry-row";

import { CardField } from "./card-field";
import type { EntryWords } from "./use-entry-words";

/** The fields of a card, a section for each intervention. */
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
  const groups = [...new Set(columns.map(({ intervention }) => intervention))].map((intervention) =>
    columns.filter((column) => column.intervention === intervention),
  );
  return groups.map((group) => (
    <section
      key={group[0]?.intervention}
      aria-label={group[0]?.interventionName}
      className="-mx-4 border-y border-line bg-surface px-4 tablet:mx-0 tablet:rounded-panel tablet:border-x"
    >
      <div className="flex items-baseline justify-between gap-3 pt-3 pb-1">
        <h2 className="text-panel font-semibold">{group[0]?.interventionName}</h2>
        {group.length > 1 && !group[0]?.isApart ? (
          <Sum counts={group.map(({ key }) => countIn(state, columns, key))} words={words} />
        ) : null}
      </div>
      {group.map((column) => {
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
      })}
    </section>
  ));
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
