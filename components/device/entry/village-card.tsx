"use client";

import { ClipboardPaste } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useActionState, useMemo, useState, type ComponentProps, type SubmitEvent } from "react";

import { Button } from "@/components/base/ui/button";
import { untouched, type FormState } from "@/lib/base/forms/form-state";
import type { TimeZone } from "@/lib/base/time/time-zone";
import type { EntryColumn, EntryRow } from "@/lib/report/entry-row";
import type { EntryFigures, ReportReason } from "@/lib/report/schema";
import { formFields, type VillageRejection } from "@/lib/report/village-form";
import { openingAddress } from "@/lib/report/verification/opening-address";

import { AskedReason } from "./asked-reason";
import { CardDock } from "./card-dock";
import { CardGroups, fieldId } from "./card-groups";
import { CardTrouble } from "./card-trouble";
import type { EntryContext } from "@/lib/device/entry/entry-context";
import type { AskedParts } from "./report-parts";
import { FiguresSwitch, type ChooseFigures } from "./figures-switch";
import { LiveRegions } from "./live-regions";
import { PlainRejection, reasonIn } from "./plain-rejection";
import { focusUnfolded, unfoldAll } from "./next-field";
import { OtherFields } from "./other-fields";
import { RowActionsOf } from "./row-actions";
import { isLocked, fieldProblems, type RowState } from "@/lib/device/entry/row-state";
import { Toast } from "./toast";
import type { EntryStore } from "@/lib/device/entry/store";
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

/** With its own scripts, for campaigns that ask for more than tallies. */
const ReportParts = dynamic(() => import("./report-parts").then((module) => module.ReportParts));

const ConflictDialog = dynamic(
  () => import("./conflict-dialog").then((module) => module.ConflictDialog),
  { ssr: false },
);

type VillageCardProps = {
  readonly row: EntryRow;
  readonly columns: readonly EntryColumn[];
  /** All of the campaign, with those that are not asked of this unit. */
  readonly named: readonly EntryColumn[];
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
  /** What is asked besides tallies; left out: nothing. */
  readonly asked?: AskedParts | undefined;
};

/**
 * One unit's day on a phone. With scripts it is sent by the same way as the grid; without them it
 * is a plain form that the server answers.
 */
export function VillageCard(props: VillageCardProps) {
  const { row, columns, context, dayName } = props;
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
  const words = useEntryWords(columns, props.timeZone, context, props.named);
  const zero = useZeroReport(store, props.undoZero);
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
  const actions = useCardActions(store, zero, setDisputed);

  async function send(reason: ReportReason | null) {
    setAsked(true);
    const [first] = problems;
    if (first) {
      focusUnfolded(document.getElementById(fieldId(columns, first.key)));
      return;
    }
    if (state.parts?.said === null) focusWrongPart();
    await store.send([unit], { reason });
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
  }

  return (
    <div className="grid gap-3">
      <form action={submit} onSubmit={submitted} noValidate className="grid gap-3">
        <PlainFields state={state} context={context} submissionId={props.submissionId} />
        <PlainRejection
          {...{ answer, state, columns, words }}
          onChoose={(kept) => void choose(kept)}
        />
        <CardGroups
          {...{ store, state, row, columns, words, isReadOnly }}
          problems={isAsked || rejection ? problems : []}
        />
        <OtherFields
          {...{ state, columns, words, problems, isReadOnly }}
          onType={(...typed) => store.type(unit, ...typed)}
        />
        <PartsIfAsked {...{ store, state, isReadOnly }} asked={props.asked} />
        <Explanation row={row} />
        <RowActionsOf actions={actions}>
          <CardTrouble {...{ state, columns, words, where }} />
          <CardDock
            {...{ state, columns, words, isReadOnly, next }}
            isToday={context.isToday ?? false}
            listHref={props.listHref}
          />
        </RowActionsOf>
        <LiveRegions store={store} words={words} chosen={null} />
        <AskedReason store={store} />
        {isDisputed ? (
          <ConflictDialog {...{ store, words, unit, dayName }} onClose={() => setDisputed(false)} />
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
      {isReadOnly ? null : <PasteButton onOpen={() => setPasting(true)} />}
      {isPasting ? (
        <PasteDialog
          {...{ store, words, dayName }}
          unitKind={row.unit.villageKind === null ? "unit" : "village"}
          at={null}
          initial=""
          onFilled={(filled) => {
            setPasting(false);
            unfoldAll();
            steps.pasted(filled);
          }}
          onClose={() => setPasting(false)}
        />
      ) : null}
    </div>
  );
}

function PartsIfAsked(
  props: Pick<ComponentProps<typeof ReportParts>, "state" | "isReadOnly"> & {
    readonly store: EntryStore;
    readonly asked: AskedParts | undefined;
  },
) {
  const { store, asked, ...rest } = props;
  const unit = rest.state.row.unit.code;
  return asked ? (
    <ReportParts {...rest} asked={asked} onType={(parts) => store.typeParts(unit, parts)} />
  ) : null;
}

function focusWrongPart(): void {
  focusUnfolded(document.querySelector<HTMLElement>("[name^='part:'][aria-invalid]"));
}

function useCardActions(
  store: EntryStore,
  { press, callOff }: Pick<ReturnType<typeof useZeroReport>, "press" | "callOff">,
  setDisputed: (isDisputed: boolean) => void,
) {
  return useMemo<ComponentProps<typeof RowActionsOf>["actions"]>(
    () => ({
      retry: (unit) => void store.retry(unit),
      explain: (unit, reason) => void store.explain(unit, reason),
      resolve: () => setDisputed(true),
      resend: (unit) => void store.resend(unit),
      callOff: (unit) => void callOff(unit),
      putBack: (unit) => void store.unclear(unit),
      zero: (unit) => void press(unit),
      openingHref: (unit) => openingAddress({ ...store.context, unit }),
    }),
    [store, press, callOff, setDisputed],
  );
}

/** What the plain form says besides its numbers. */
function PlainFields(props: {
  readonly state: RowState;
  readonly context: EntryContext;
  readonly submissionId: string;
}) {
  const { context, state } = props;
  return Object.entries({
    kampanye: context.slug,
    unit: state.row.unit.code,
    day: context.day,
    id: props.submissionId,
    baseVersion: String(state.base),
    figures: state.figures,
    ...(state.isZero && { [formFields.wasZero]: "1" }),
  }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

function Explanation({ row }: { readonly row: EntryRow }) {
  const t = useTranslations("entry");
  return (
    <>
      <p className="text-note text-ink3">{t("explain")}</p>
      {row.cells.some(({ target }) => target === null) ? (
        <p className="text-note text-ink2">{t("noTarget")}</p>
      ) : null}
    </>
  );
}

function PasteButton(props: { readonly onOpen: () => void }) {
  const t = useTranslations("entry");
  return (
    <Button variant="ghost" className="justify-self-start noscript:hidden" onClick={props.onOpen}>
      <ClipboardPaste aria-hidden className="size-4" />
      {t("message.open")}
    </Button>
  );
}
