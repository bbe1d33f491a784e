"use client";

import { CircleX, TriangleAlert, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";

import { usualRange } from "@/lib/coverage/unusual";
import { otherMeasures } from "@/lib/campaign/measures";
import { columnName } from "@/lib/report/column-groups";
import type { EntryColumn } from "@/lib/report/entry-row";
import { readTypedCount } from "@/lib/report/typed-count";

import type { WhereKept } from "@/lib/device/entry/board";
import { HistoryButton } from "./history-button";
import type { HistoryOf } from "./history-dialog";
import { countIn, fallenAt, warningAt } from "@/lib/device/entry/row-counts";
import { lookOf, fieldProblems, saysZero, type RowState } from "@/lib/device/entry/row-state";
import type { EntryWords } from "./use-entry-words";

/** What is known of the chosen cell, in words; it follows the focus. */
export function GridInfo(props: {
  readonly state: RowState | null;
  readonly column: EntryColumn | null;
  readonly columns: readonly EntryColumn[];
  readonly words: EntryWords;
  readonly where: WhereKept;
  readonly history: Omit<HistoryOf, "unit" | "columns">;
}) {
  const t = useTranslations("entry");
  const { state, column, columns, words } = props;
  const cell = state && column ? state.row.cells[columns.indexOf(column)] : undefined;

  return (
    <section
      aria-label={t("info.place")}
      className="flex min-h-16 items-stretch border-b border-line text-dense print:hidden"
    >
      {state && column && cell ? (
        <>
          <div className="flex w-60 shrink-0 items-center justify-between gap-1 border-r border-line py-2.5 pr-1.5 pl-4">
            <div className="min-w-0">
              <p className="font-semibold">{state.row.unit.name}</p>
              <p className="text-note text-ink3">{columnName(column, ", ")}</p>
            </div>
            <HistoryButton
              of={{ ...props.history, unit: state.row.unit, columns }}
              first={column.key}
              href={null}
            />
          </div>
          <Facts {...{ state, column, columns, cell, words }} />
          <Message {...{ state, column, columns, words }} where={props.where} />
        </>
      ) : (
        <p className="self-center px-4 text-note text-ink3">{t("info.choose")}</p>
      )}
    </section>
  );
}

function Facts(props: {
  readonly state: RowState;
  readonly column: EntryColumn;
  readonly columns: readonly EntryColumn[];
  readonly cell: RowState["row"]["cells"][number];
  readonly words: EntryWords;
}) {
  const t = useTranslations("entry.info");
  const { state, column, columns, cell, words } = props;
  const { count, signed } = words.format;
  const today = saysZero(state, columns) ? 0 : countIn(state, columns, column.key);
  const left = cell.target === null ? null : cell.target - cell.before - (today ?? 0);
  const usual = usualRange(cell.usual);
  const facts = [
    { name: t("target"), value: count(cell.target) },
    { name: t("already"), value: count(cell.before) },
    {
      name: capital(words.dayWord),
      value: state.figures === "cumulative" && today !== null ? signed(today) : count(today),
    },
    {
      name: t(left !== null && left < 0 ? "over" : "left"),
      value: count(left === null ? null : Math.abs(left)),
    },
    { name: t("yesterday"), value: count(cell.yesterday) },
    {
      name: t("usual"),
      value: usual ? `${count(usual.low)}–${count(usual.high)}` : count(null),
    },
    ...otherMeasures.flatMap((measure) => {
      const read = readTypedCount(state.typed[measure][column.key] ?? "");
      const isSome = read.kind === "count" && read.value > 0;
      return isSome ? [{ name: t(measure), value: count(read.value) }] : [];
    }),
  ];
  return (
    <dl className="flex gap-5 px-4 py-2">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt className="text-note text-ink2">{name}</dt>
          <dd className="text-body font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Message(props: {
  readonly state: RowState;
  readonly column: EntryColumn;
  readonly columns: readonly EntryColumn[];
  readonly words: EntryWords;
  readonly where: WhereKept;
}) {
  const t = useTranslations("entry");
  const { state, column, columns, words, where } = props;
  const problem = fieldProblems(state, columns).find(({ key }) => key === column.key);
  if (problem) {
    return (
      <p className="flex grow items-center gap-2.5 border-l border-error-line bg-error-tint px-4 font-medium text-error">
        <CircleX aria-hidden className="size-5 shrink-0" />
        {words.rejection(state.typed, problem)}
      </p>
    );
  }
  const fallen = fallenAt(state, columns, column.key);
  if (fallen) {
    return (
      <p className="flex grow items-center gap-2.5 border-l border-error-line bg-error-tint px-4 font-medium text-error">
        <CircleX aria-hidden className="size-5 shrink-0" />
        {t("figures.fell", fallen)}
      </p>
    );
  }
  const recounted = state.recounted.find(({ key }) => key === column.key);
  if (recounted) {
    return (
      <p className="flex grow items-center gap-2.5 border-l border-warn-line bg-warn-tint px-4 py-1">
        <TriangleAlert aria-hidden className="size-5 shrink-0 text-warn" />
        {t("figures.recounted", { from: recounted.from, to: recounted.to })}
      </p>
    );
  }
  const warning = warningAt(state, columns, column.key);
  if (warning) {
    return (
      <p className="flex grow items-center gap-2.5 border-l border-warn-line bg-warn-tint px-4 py-1">
        <TriangleAlert aria-hidden className="size-5 shrink-0 text-warn" />
        <span>
          <strong className="font-semibold">
            {t("warning.check", { count: countIn(state, columns, column.key) ?? 0 })}
          </strong>{" "}
          {words.warning(warning)} {t("warning.allowed")}
        </span>
      </p>
    );
  }
  const { kind } = state.status;
  if (lookOf(state, columns) === "returned") {
    return (
      <p className="flex grow items-center gap-2.5 border-l border-warn-line bg-warn-tint px-4 py-1">
        <Undo2 aria-hidden className="size-5 shrink-0 text-warn" />
        {t("returnedWhy", { reason: state.standing?.returnReason ?? "" })}
      </p>
    );
  }
  const told =
    kind === "failed" || kind === "signedOut"
      ? `${t(kind)} ${t(`${kind}Text`, { where })}`
      : // What is wrong with another cell is said there, and in the row's state.
        fieldProblems(state, columns).length > 0
        ? null
        : words.whyRejected(state);
  return told ? (
    <p className="flex grow items-center border-l border-error-line bg-error-tint px-4 text-error">
      {told}
    </p>
  ) : (
    <p className="flex grow items-center px-4 text-note text-ink3">
      {countIn(state, columns, column.key) === null && !saysZero(state, columns)
        ? t("info.empty")
        : null}
    </p>
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
