"use client";

import { ClipboardPaste } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState, useState, type SubmitEvent } from "react";

import { Button } from "@/components/base/ui/button";
import { untouched, type FormState } from "@/lib/base/forms/form-state";
import type { TimeZone } from "@/lib/base/time/time-zone";
import type { EntryColumn, EntryRow } from "@/lib/report/entry-row";
import type { EntryFigures, ReportReason } from "@/lib/report/schema";
import { formFields, type VillageRejection } from "@/lib/report/village-form";
import { openingAddress } from "@/lib/report/verification/opening-address";

import { AskedReason } from "./asked-reason";
import { CardDock } from "./card-dock";
import { CardField } from "./card-field";
import { CardTrouble } from "./card-trouble";
import type { EntryContext } from "@/lib/device/entry/entry-context";
import { FiguresSwitch, type ChooseFigures } from "./figures-switch";
import { LiveRegions } from "./live-regions";
import { PlainRejection, reasonIn } from "./plain-rejection";
import { NonResidentFields } from "./non-resident-fields";
import { countIn } from "@/lib/device/entry/row-counts";
import { isLocked, fieldProblems } from "@/lib/device/entry/row-state";
import { Toast } from "./toast";
import { useEntryStore, useRow, useWhereKept } from "@/lib/device/entry/use-entry-store";
import { useEntryWords } from "./use-entry-words";
import { useFirstField } from "./use-first-field";
import { useNextUnit, type Candidate } from "./use-next-unit";
import { useReturnFocus } from "./use-return-focus";
import { useGridSteps } from "./use-grid-steps";
import { useZeroReport, type UndoZero } from "@/lib/device/entry/use-zero-report";

const PasteDialog = dynamic(() => import("./paste-dialog").then((module) => module.PasteDialog), {
  ssr: false,
});

const ConflictDialog = dynamic(
  () => import("./conflict-dialog").then((module) => module.ConflictDialog),
  { ssr: false },
);

/**
 * One unit's day on a phone. With scripts it is sent by the same way as the grid; without them it
 * is a plain form that the server answers.
 */
export function VillageCard(props: {
  readonly row: EntryRow;
  readonly columns: readonly EntryColumn[];
  readonly context: EntryContext;
  readonly timeZone: TimeZone;
  readonly dayName: string;
  /** Of the form as the server drew it; with scripts each submission gets its own. */
  readonly submissionId: string;
  /** The list of all units; null: this person has this one alone. */
  readonly listHref: string | null;
  /** Units without a report of the day, in order. */
  readonly next: readonly Candidate[];
  /** ISO, by the server's clock: of when these are. */
  readonly drawnAt: string;
  readonly action: (
    previous: FormState<VillageRejection>,
    form: FormData,
  ) => Promise<FormState<VillageRejection>>;
  readonly undoZero: UndoZero;
  /** How the person types. */
  readonly figures: EntryFigures;
  readonly chooseFigures: ChooseFigures;
}) {
  const t = useTranslations("entry");
  const { row, columns, context } = props;
  const unit = row.unit.code;
  const next = useNextUnit(props.next, context, props.drawnAt);
  const [answer, submit] = useActionState(props.action, untouched);
  const rejection = answer.status === "saved" ? answer.result : null;
  const store = useEntryStore({
    rows: [row],
    columns,
    context,
    figures: props.figures,
    rejected: rejection && { unit, ...rejection },
  });
  const state = useRow(store, unit);
  const where = useWhereKept(store);
  const words = useEntryWords(columns, props.timeZone, context);
  const zero = useZeroReport(store, props.undoZero);
  const router = useRouter();
  const [isAsked, setAsked] = useState(false);
  const [isDisputed, setDisputed] = useState(false);
  const [isPasting, setPasting] = useState(false);
  const steps = useGridSteps(store, zero.takeBack);
  useReturnFocus(isDisputed || isPasting);
  const problems = fieldProblems(state, columns);
  const isReadOnly = isLocked(state, columns, context.mayVerify ?? false);
  useFirstField(
    isReadOnly || state.standing !== null ? null : fieldId(columns, columns[0]?.key ?? ""),
  );
  const groups = [...new Set(columns.map(({ intervention }) => intervention))].map((intervention) =>
    columns.filter((column) => column.intervention === intervention),
  );

  async function send(reason: ReportReason | null) {
    setAsked(true);
    const [first] = problems;
    if (first) {
      document.getElementById(fieldId(columns, first.key))?.focus();
      return;
    }
    await store.send([unit], { reason });
    refreshSent();
  }
  function submitted(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    void send(reasonIn(new FormData(event.currentTarget)));
  }
  /** Ends the conflict that the plain form was answered with, unless there is a newer one by now. */
  async function choose(kept: "mine" | "theirs") {
    await send(null);
    const { status } = store.stateOf(unit);
    const shown = rejection?.kind === "conflict" ? rejection.standing.version : null;
    if (status.kind !== "conflict" || status.standing.version !== shown) return;
    await store.resolve(unit, kept);
    refreshSent();
  }
  /** The list and the neighbours read the server again. */
  function refreshSent() {
    if (store.stateOf(unit).status.kind === "sent") router.refresh();
  }

  return (
    <div className="grid gap-3">
      <form action={submit} onSubmit={submitted} noValidate className="grid gap-3">
        {Object.entries({
          kampanye: context.slug,
          unit,
          day: context.day,
          id: props.submissionId,
          baseVersion: String(state.base),
          figures: state.figures,
          ...(state.isZero && { [formFields.wasZero]: "1" }),
        }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <PlainRejection
          answer={answer}
          state={state}
          columns={columns}
          words={words}
          onChoose={(kept) => void choose(kept)}
        />
        {groups.map((group) => (
          <section
            key={group[0]?.intervention}
            aria-label={group[0]?.interventionName}
            className="-mx-4 border-y border-line bg-surface px-4 tablet:mx-0 tablet:rounded-panel tablet:border-x"
          >
            <div className="flex items-baseline justify-between gap-3 pt-3 pb-1">
              <h2 className="text-panel font-semibold">{group[0]?.interventionName}</h2>
              {group.length > 1 ? (
                <Sum counts={group.map(({ key }) => countIn(state, columns, key))} words={words} />
              ) : null}
            </div>
            {group.map((column) => {
              const cell = row.cells[columns.indexOf(column)];
              const problem = problems.find(
                ({ key, field }) => key === column.key && field === "residents",
              );
              return cell ? (
                <CardField
                  key={column.key}
                  id={fieldId(columns, column.key)}
                  state={state}
                  column={column}
                  columns={columns}
                  cell={cell}
                  words={words}
                  problem={
                    problem && (isAsked || rejection) ? words.rejection(state.typed, problem) : null
                  }
                  isReadOnly={isReadOnly}
                  onType={(text) => store.type(unit, "residents", column.key, text)}
                  onConfirm={() => store.confirm(unit, column.key)}
                />
              ) : null;
            })}
          </section>
        ))}
        <NonResidentFields
          state={state}
          columns={columns}
          words={words}
          problems={problems}
          isReadOnly={isReadOnly}
          onType={(key, text) => store.type(unit, "nonResidents", key, text)}
        />
        <p className="text-note text-ink3">{t("explain")}</p>
        {row.cells.some(({ target }) => target === null) ? (
          <p className="text-note text-ink2">{t("noTarget")}</p>
        ) : null}
        <CardTrouble
          state={state}
          columns={columns}
          words={words}
          where={where}
          onResolve={() => setDisputed(true)}
          onRetry={() => void store.retry(unit)}
          onExplain={(reason) => void store.explain(unit, reason)}
          onCallOff={() => void zero.callOff(unit)}
          onPutBack={() => store.unclear(unit)}
          openingHref={openingAddress({ ...context, unit })}
        />
        <CardDock
          state={state}
          columns={columns}
          words={words}
          isToday={context.isToday ?? false}
          isReadOnly={isReadOnly}
          listHref={props.listHref}
          next={next}
          onRetry={() => void store.retry(unit)}
          onZero={() => void zero.press(unit)}
          onResend={() => void store.resend(unit).then(refreshSent)}
        />
        <LiveRegions store={store} words={words} chosen={null} />
        <AskedReason store={store} onSent={refreshSent} />
        {isDisputed ? (
          <ConflictDialog
            store={store}
            words={words}
            unit={unit}
            dayName={props.dayName}
            onClose={() => setDisputed(false)}
          />
        ) : null}
        {steps.toast ? (
          <Toast {...steps.toast} isRaised onGone={steps.dismiss} />
        ) : zero.toast ? (
          <Toast {...zero.toast} isRaised onGone={zero.dismiss} />
        ) : null}
      </form>
      <FiguresSwitch
        figures={state.figures}
        actorId={context.actorId}
        slug={context.slug}
        choose={props.chooseFigures}
        onChoose={(next) => store.setFigures(next).typed}
      />
      {isReadOnly ? null : (
        <Button
          variant="ghost"
          className="justify-self-start noscript:hidden"
          onClick={() => setPasting(true)}
        >
          <ClipboardPaste aria-hidden className="size-4" />
          {t("message.open")}
        </Button>
      )}
      {isPasting ? (
        <PasteDialog
          store={store}
          words={words}
          unitKind={row.unit.villageKind === null ? "unit" : "village"}
          at={null}
          initial=""
          dayName={props.dayName}
          onFilled={(filled) => {
            setPasting(false);
            steps.pasted(filled);
          }}
          onClose={() => setPasting(false)}
        />
      ) : null}
    </div>
  );
}

function Sum(props: {
  readonly counts: readonly (number | null)[];
  readonly words: ReturnType<typeof useEntryWords>;
}) {
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

function fieldId(columns: readonly EntryColumn[], key: string): string {
  return `f-${String(columns.findIndex((column) => column.key === key))}`;
}
