"use client";

import { ClipboardPaste, Send } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useCallback, useState, type ReactNode } from "react";

import { Button } from "@/components/base/ui/button";
import { ScrollRegion } from "@/components/base/ui/scroll-region";
import type { TimeZone } from "@/lib/base/time/time-zone";
import type { EntryColumn, EntryRow } from "@/lib/report/entry-row";
import type { EntryFigures } from "@/lib/report/schema";

import { AskedReason } from "./asked-reason";
import { DeskSummary } from "./desk-summary";
import type { EntryContext } from "@/lib/device/entry/entry-context";
import { CopyTable } from "./copy-table";
import { FiguresSwitch, type ChooseFigures } from "./figures-switch";
import { rectangleOf, topLeftOf, type Block } from "./grid-block";
import { GridFoot } from "./grid-foot";
import { GridHead } from "./grid-head";
import { GridInfo } from "./grid-info";
import { GridKeys } from "./grid-keys-help";
import { GridRow } from "./grid-row";
import { LandscapePaper } from "@/components/base/ui/landscape-paper";
import { LiveRegions } from "./live-regions";
import { lookOf } from "@/lib/device/entry/row-state";
import { Toast } from "./toast";
import { useEntryStore, useSnapshot } from "@/lib/device/entry/use-entry-store";
import { useEntryWords } from "./use-entry-words";
import { useFreshReturned } from "@/lib/device/entry/use-fresh-returned";
import { useReturnFocus } from "./use-return-focus";
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

/** Up to so many columns have yesterday's number beside them; of more, too few would be seen at once. */
const maxWithEve = 12;

/** In rem. Fixed, so that no column moves while words beside it change. */
const width = { name: 11.5, field: 4.5, eve: 3.875, sum: 4.5, state: 13.5 } as const;

function widthOf(columns: number, hasEve: boolean): number {
  return width.name + width.sum + width.state + columns * (width.field + (hasEve ? width.eve : 0));
}

function GridColumn({ hasEve }: { readonly hasEve: boolean }) {
  return (
    <>
      <col style={{ width: `${String(width.field)}rem` }} />
      {hasEve ? <col style={{ width: `${String(width.eve)}rem` }} /> : null}
    </>
  );
}

/** A day of all units in one table of fields, for a keyboard. Nothing typed is ever lost. */
export function EntryDesk(props: {
  readonly rows: readonly EntryRow[];
  readonly columns: readonly EntryColumn[];
  readonly context: EntryContext;
  readonly timeZone: TimeZone;
  readonly unitKind: "village" | "unit";
  /** "Kamis, 4 Juni 2026" */
  readonly dayName: string;
  /** "16.00 WIB" */
  readonly cutOff: string;
  readonly daySwitch: ReactNode;
  /** The card of each unit, for what the grid has no room for. */
  readonly cardHrefs: Readonly<Record<string, string>>;
  readonly undoZero: UndoZero;
  /** How the person types. */
  readonly figures: EntryFigures;
  readonly chooseFigures: ChooseFigures;
  /** Other ways to fill the day in. */
  readonly otherWays?: ReactNode;
}) {
  const t = useTranslations("entry");
  const places = useTranslations("places");
  const { columns, unitKind } = props;
  const store = useEntryStore({ ...props, sendsAtRest: true });
  const words = useEntryWords(columns, props.timeZone, props.context);
  const { rows, figures, where } = useSnapshot(store);
  const { press, leave, takeBack, callOff, toast, dismiss } = useZeroReport(store, props.undoZero);
  const steps = useGridSteps(store, takeBack);
  const [pasted, setPasted] = useState<string | null>(null);
  const [disputed, setDisputed] = useState<string | null>(null);
  useReturnFocus(pasted !== null || disputed !== null);

  const pressZero = useCallback(
    (unit: string) => {
      document.getElementById(`c-${unit}-0`)?.focus();
      void press(unit);
    },
    [press],
  );
  const dropReport = useCallback((unit: string) => void callOff(unit), [callOff]);
  useFreshReturned(rows);
  const { at, block, handlers } = useGridFocus({
    store,
    onZero: store.markZero,
    onBlock: setPasted,
    onUndo: steps.undo,
    onRedo: steps.redo,
  });

  function wordsOf(chosenBlock: Block) {
    const { top, bottom, left, right } = rectangleOf(chosenBlock);
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

  const states = [...rows.values()];
  const waiting = states.flatMap((state) =>
    ["unsent", "kept", "failed", "signedOut"].includes(lookOf(state, columns))
      ? [state.row.unit.code]
      : [],
  );
  const chosenUnit = at && store.order[at.row];
  const chosen = at && (columns[at.column] ?? null);
  const hasSubdistricts = new Set(props.rows.map(({ unit }) => unit.subdistrictName)).size > 1;
  const hasEve = columns.length <= maxWithEve;
  const isAllSent = waiting.length === 0 && states.every(({ standing }) => standing !== null);

  return (
    <div className="grid-of-day hidden print:contents noscript:hidden! desk:contents">
      <LandscapePaper />
      <DeskSummary store={store} unitKind={unitKind} cutOff={props.cutOff} />
      <div className="flex flex-wrap items-center gap-3 wide:col-start-2 wide:row-span-2 wide:row-start-1 wide:justify-end print:hidden">
        {props.daySwitch}
        <Button onClick={() => setPasted("")}>
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
      {/* What is below the panel belongs to it, so that the panel can stay under the bar to the end. */}
      <div className="-mb-12 min-w-0 pb-12 wide:col-span-2 wide:mt-1 print:col-span-1">
        <div className="mb-2.5 flex flex-wrap items-center justify-between gap-x-6 gap-y-1 print:hidden">
          <FiguresSwitch
            figures={figures}
            actorId={props.context.actorId}
            slug={props.context.slug}
            choose={props.chooseFigures}
            onChoose={(next) => store.setFigures(next).typed}
          />
          <GridKeys />
          {props.otherWays}
        </div>
        {/* As high as the window below the bar: the strip and the heads stay, the rows scroll. */}
        <div className="sticky top-14 flex max-h-[calc(100dvh-7.5rem)] flex-col overflow-hidden rounded-panel border border-line bg-surface desktop:max-h-[calc(100dvh-4rem)] print:max-h-none print:overflow-visible print:rounded-none">
          <GridInfo
            state={(chosenUnit && rows.get(chosenUnit)) || null}
            column={chosen}
            columns={columns}
            words={words}
            where={where}
            history={{
              slug: props.context.slug,
              day: props.context.day,
              dayName: props.dayName,
              timeZone: props.timeZone,
            }}
          />
          <div role="region" aria-label={t("grid.label")} className="flex min-h-0 flex-col">
            <ScrollRegion
              isFilling
              className="min-h-0 scroll-pt-14 scroll-pr-56 scroll-pl-48 overflow-y-auto print:overflow-visible"
            >
              <table
                {...handlers}
                style={{ minWidth: `${String(widthOf(columns.length, hasEve))}rem` }}
                className="w-full table-fixed border-separate border-spacing-0"
              >
                <caption className="sr-only">{t("grid.caption", { day: props.dayName })}</caption>
                <colgroup>
                  <col style={{ width: `${String(width.name)}rem` }} />
                  {columns.map(({ key }) => (
                    <GridColumn key={key} hasEve={hasEve} />
                  ))}
                  <col style={{ width: `${String(width.sum)}rem` }} />
                  <col />
                </colgroup>
                <GridHead columns={columns} unitKind={unitKind} figures={figures} hasEve={hasEve} />
                <tbody>
                  {store.order.map((unit, index) => (
                    <GridRow
                      key={unit}
                      store={store}
                      unit={unit}
                      index={index}
                      columns={columns}
                      words={words}
                      cardHref={props.cardHrefs[unit] ?? ""}
                      hasSubdistrict={hasSubdistricts}
                      hasEve={hasEve}
                      onZero={pressZero}
                      onLeave={leave}
                      onResolve={setDisputed}
                      onCallOff={dropReport}
                    />
                  ))}
                </tbody>
                <GridFoot store={store} columns={columns} words={words} hasEve={hasEve} />
              </table>
            </ScrollRegion>
          </div>
        </div>
      </div>
      <LiveRegions
        store={store}
        words={words}
        chosen={chosenUnit && chosen ? { unit: chosenUnit, key: chosen.key } : null}
      />
      <p aria-live="polite" className="sr-only">
        {block ? t("live.block", wordsOf(block)) : ""}
      </p>
      {pasted === null ? null : (
        <PasteDialog
          store={store}
          words={words}
          unitKind={unitKind}
          at={block ? topLeftOf(block) : at}
          initial={pasted}
          dayName={props.dayName}
          onFilled={(filled) => {
            setPasted(null);
            steps.pasted(filled);
          }}
          onClose={() => setPasted(null)}
        />
      )}
      {disputed === null ? null : (
        <ConflictDialog
          store={store}
          words={words}
          unit={disputed}
          dayName={props.dayName}
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
