"use client";

import { ClipboardPaste, Send } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useMemo, useState, type ComponentProps, type ReactNode } from "react";

import { Button } from "@/components/base/ui/button";
import type { TimeZone } from "@/lib/base/time/time-zone";
import type { EntryColumn, EntryRow } from "@/lib/report/entry-row";
import type { EntryFigures } from "@/lib/report/schema";
import { openingAddress } from "@/lib/report/verification/opening-address";

import { AskedReason } from "./asked-reason";
import { DeskSummary } from "./desk-summary";
import type { EntryContext } from "@/lib/device/entry/entry-context";
import { CopyTable } from "./copy-table";
import { EntryGrid } from "./entry-grid";
import { FiguresSwitch, type ChooseFigures } from "./figures-switch";
import { rectangleOf, topLeftOf, type Block } from "./grid-block";
import { gridColumns, placeAmongAll } from "./grid-columns";
import { GridInfo } from "./grid-info";
import { GridKeys } from "./grid-keys-help";
import { LandscapePaper } from "@/components/base/ui/landscape-paper";
import { LiveRegions } from "./live-regions";
import { RowActionsOf } from "./row-actions";
import { lookOf } from "@/lib/device/entry/row-state";
import { Toast } from "./toast";
import type { EntryStore } from "@/lib/device/entry/store";
import { useEntryStore, useSnapshot } from "@/lib/device/entry/use-entry-store";
import { useEntryWords, type EntryWords } from "./use-entry-words";
import type { RestReason } from "./use-rest-words";
import { useFreshReturned } from "@/lib/device/entry/use-fresh-returned";
import { useReturnFocus } from "./use-return-focus";
import { useFolded } from "@/lib/device/entry/use-folded";
import { useGridFocus } from "./use-grid-focus";
import { useGridSteps } from "./use-grid-steps";
import { useZeroReport, type UndoZero } from "@/lib/device/entry/use-zero-report";

const PasteDialog = dynamic(() => import("./paste-dialog").then((module) => module.PasteDialog), {
  ssr: false,
});
const ConflictDialog = dynamic(
  () => import("./conflict-dialog").then((module) => module.ConflictDialog),
  { ssr: false },
);

/** A day of all units in one table of fields, for a keyboard. Nothing typed is ever lost. */
export function EntryDesk(props: {
  readonly rows: readonly EntryRow[];
  readonly columns: readonly EntryColumn[];
  /** All of the campaign, with those that are not asked of these units. */
  readonly named: readonly EntryColumn[];
  readonly context: EntryContext;
  readonly timeZone: TimeZone;
  readonly unitKind: "village" | "unit";
  /** "Kamis, 4 Juni 2026" */
  readonly dayName: string;
  /** "16.00 WIB" */
  readonly cutOff: string;
  readonly daySwitch: ReactNode;
  readonly restReason: RestReason;
  /** The card of each unit, for what the grid has no room for. */
  readonly cardHrefs: Readonly<Record<string, string>>;
  readonly undoZero: UndoZero;
  /** How the person types. */
  readonly figures: EntryFigures;
  readonly chooseFigures: ChooseFigures;
  /** Other ways to fill the day in. */
  readonly otherWays?: ReactNode;
}) {
  const { columns, context, unitKind, dayName } = props;
  const store = useEntryStore({ ...props, sendsAtRest: true });
  const words = useEntryWords(columns, props.timeZone, context, props.named);
  const { rows, figures, where } = useSnapshot(store);
  const { press, leave, takeBack, callOff, toast, dismiss } = useZeroReport(store, props.undoZero);
  const steps = useGridSteps(store, takeBack);
  const [pasted, setPasted] = useState<string | null>(null);
  const [disputed, setDisputed] = useState<string | null>(null);
  useReturnFocus(pasted !== null || disputed !== null);
  useFreshReturned(rows);
  const { folded, fold, unfold } = useFolded(context.slug);
  const grid = useMemo(() => gridColumns(columns, folded), [columns, folded]);
  const { at, block, handlers } = useGridFocus({
    store,
    columns: grid.fields,
    onZero: store.markZero,
    onBlock: setPasted,
    onUndo: steps.undo,
    onRedo: steps.redo,
  });
  const actions = useDeskActions(store, { press, callOff, resolve: setDisputed });
  const chosenUnit = at && store.order[at.row];
  const chosen = at && (grid.fields[at.column] ?? null);
  const pasteFrom = block ? topLeftOf(block) : at;

  return (
    <div className="grid-of-day hidden print:contents noscript:hidden! desk:contents">
      <LandscapePaper />
      <DeskSummary
        store={store}
        unitKind={unitKind}
        cutOff={props.cutOff}
        restReason={props.restReason}
      />
      <DeskBar {...props} store={store} onPaste={() => setPasted("")} />
      {/* What is below the panel belongs to it, so that the panel can stay under the bar to the end. */}
      <div className="-mb-12 min-w-0 pb-12 wide:col-span-2 wide:mt-1 print:col-span-1">
        <DeskWays {...{ store, figures, context }} choose={props.chooseFigures}>
          {props.otherWays}
        </DeskWays>
        {/* As high as the window below the bar: the strip and the heads stay, the rows scroll. */}
        <div className="sticky top-14 flex max-h-[calc(100dvh-7.5rem)] flex-col overflow-hidden rounded-panel border border-line bg-surface desktop:max-h-[calc(100dvh-4rem)] print:max-h-none print:overflow-visible print:rounded-none">
          <GridInfo
            state={(chosenUnit && rows.get(chosenUnit)) || null}
            column={chosen}
            columns={columns}
            words={words}
            where={where}
            history={{ slug: context.slug, day: context.day, dayName, timeZone: props.timeZone }}
          />
          <RowActionsOf actions={actions}>
            <EntryGrid
              {...props}
              {...{ store, grid, words, figures, handlers, fold, unfold }}
              onLeave={leave}
            />
          </RowActionsOf>
        </div>
      </div>
      <LiveRegions
        store={store}
        words={words}
        chosen={chosenUnit && chosen ? { unit: chosenUnit, key: chosen.key } : null}
      />
      <BlockRegion block={block} columns={grid.fields} store={store} words={words} />
      {pasted === null ? null : (
        <PasteDialog
          {...{ store, words, unitKind, dayName }}
          at={pasteFrom && placeAmongAll(grid, pasteFrom)}
          initial={pasted}
          onFilled={(filled) => {
            setPasted(null);
            // A block is as wide as the sheet that it is from: what it filled is seen.
            unfold();
            steps.pasted(filled);
          }}
          onClose={() => setPasted(null)}
        />
      )}
      {disputed === null ? null : (
        <ConflictDialog
          {...{ store, words, dayName }}
          unit={disputed}
          onClose={() => setDisputed(null)}
        />
      )}
      <AskedReason store={store} />
      {steps.toast ? (
        <Toast {...steps.toast} onGone={steps.dismiss} />
      ) : toast ? (
        <Toast {...toast} onGone={dismiss} />
      ) : null}
    </div>
  );
}

function useDeskActions(
  store: EntryStore,
  {
    press,
    callOff,
    resolve,
  }: Pick<ReturnType<typeof useZeroReport>, "press" | "callOff"> & {
    readonly resolve: (unit: string) => void;
  },
) {
  return useMemo<ComponentProps<typeof RowActionsOf>["actions"]>(
    () => ({
      retry: (unit) => void store.retry(unit),
      explain: (unit, reason) => void store.explain(unit, reason),
      resolve,
      resend: (unit) => void store.resend(unit),
      callOff: (unit) => void callOff(unit),
      putBack: (unit) => void store.unclear(unit),
      zero: (unit) => {
        // The first field that is drawn: the first columns may be folded.
        document.querySelector<HTMLElement>(`input[id^="c-${unit}-"]`)?.focus();
        void press(unit);
      },
      openingHref: () => openingAddress({ ...store.context, unit: null }),
    }),
    [store, press, callOff, resolve],
  );
}

/** How the person types, and other ways to fill the day in. */
function DeskWays(props: {
  readonly store: EntryStore;
  readonly figures: EntryFigures;
  readonly context: EntryContext;
  readonly choose: ChooseFigures;
  readonly children: ReactNode;
}) {
  return (
    <div className="mb-2.5 flex flex-wrap items-center justify-between gap-x-6 gap-y-1 print:hidden">
      <FiguresSwitch
        figures={props.figures}
        actorId={props.context.actorId}
        slug={props.context.slug}
        choose={props.choose}
        onChoose={(next) => props.store.setFigures(next).typed}
      />
      <GridKeys />
      {props.children}
    </div>
  );
}

/** The day, and what is done with all of its rows at once. */
function DeskBar(props: {
  readonly store: EntryStore;
  readonly columns: readonly EntryColumn[];
  readonly unitKind: "village" | "unit";
  readonly daySwitch: ReactNode;
  readonly onPaste: () => void;
}) {
  const t = useTranslations("entry");
  const places = useTranslations("places");
  const { store, columns, unitKind } = props;
  const states = [...useSnapshot(store).rows.values()];
  const waiting = states.flatMap((state) =>
    ["unsent", "kept", "failed", "signedOut"].includes(lookOf(state, columns))
      ? [state.row.unit.code]
      : [],
  );
  const isAllSent =
    waiting.length === 0 &&
    states.some(({ standing }) => standing !== null) &&
    states.every(({ standing, row }) => standing !== null || !row.isDue);
  return (
    <div className="flex flex-wrap items-center gap-3 wide:col-start-2 wide:row-span-2 wide:row-start-1 wide:justify-end print:hidden">
      {props.daySwitch}
      <Button onClick={props.onPaste}>
        <ClipboardPaste aria-hidden className="size-4" />
        {t("grid.paste")}
      </Button>
      <CopyTable store={store} unitHead={places(`heads.${unitKind}`)} />
      <Button
        variant="primary"
        aria-disabled={waiting.length === 0 || undefined}
        // The focus stays: a row that is left goes by itself, and what it says would move the button
        // between the press and the release.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => void store.send(waiting)}
      >
        <Send aria-hidden className="size-4" />
        {isAllSent
          ? t("grid.sendNone")
          : t("grid.sendSome", {
              count: waiting.length,
              noun: places(`counted.${unitKind}`, { count: waiting.length }),
            })}
      </Button>
    </div>
  );
}

/** Says which cells are chosen together. */
function BlockRegion(props: {
  readonly block: Block | null;
  readonly columns: readonly EntryColumn[];
  readonly store: EntryStore;
  readonly words: EntryWords;
}) {
  const t = useTranslations("entry");
  const { columns, store, words } = props;

  function wordsOf(block: Block) {
    const { top, bottom, left, right } = rectangleOf(block);
    const nameOf = (row: number, column: number) => {
      const [unit, of] = [store.order[row], columns[column]];
      return unit !== undefined && of
        ? t("grid.cell", { unit: store.stateOf(unit).row.unit.name, column: words.columnName(of) })
        : "";
    };
    return {
      rows: bottom - top + 1,
      columns: right - left + 1,
      from: nameOf(top, left),
      to: nameOf(bottom, right),
    };
  }

  return (
    <p aria-live="polite" className="sr-only">
      {props.block ? t("live.block", wordsOf(props.block)) : ""}
    </p>
  );
}
