"use client";

import clsx from "clsx";
import {
  ChevronRight,
  CircleX,
  Clock,
  GitCompareArrows,
  LoaderCircle,
  LogIn,
  type LucideIcon,
} from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { useEntryWords } from "@/components/device/entry/use-entry-words";
import { Button } from "@/components/base/ui/button";
import type { LiveMutation } from "@/lib/device/outbox/mutation";
import type { Outbox } from "@/lib/device/outbox/open-outbox";
import type { QueueCondition } from "@/lib/device/outbox/queue";
import { newSubmissionId } from "@/lib/device/outbox/new-id";
import { routes, withQuery } from "@/lib/base/routes";
import { typedOf, type EntryColumn } from "@/lib/report/entry-row";
import { namedCounts, shortCounts } from "@/lib/report/short-counts";
import type { ReportReason } from "@/lib/report/schema";
import { now } from "@/lib/base/time/clock";
import { localDay, type TimeZone } from "@/lib/base/time/time-zone";
import { openingAddress } from "@/lib/report/verification/opening-address";
import { columnKeyOf } from "@/lib/campaign/column-key";
import { dosesOf } from "@/lib/campaign/measures";

import { RejectionAnswer } from "./rejection-answer";
import { useMoveDay } from "./use-move-day";

const ConflictChoice = dynamic(
  () => import("./conflict-choice").then((module) => module.ConflictChoice),
  { ssr: false },
);

/** A report that has not arrived: its state in words, and what can be done about it. */
export function OutboxItem(props: {
  readonly mutation: LiveMutation;
  readonly condition: QueueCondition | null;
  /** Those of the campaign that the page shows; others are told by their codes. */
  readonly columns: readonly EntryColumn[];
  readonly timeZone: TimeZone;
  readonly outbox: Outbox;
  /** Something was changed: send. */
  readonly onChange: (work: Promise<void>) => void;
}) {
  const t = useTranslations("outbox");
  const { mutation, outbox, onChange } = props;
  const { id, slug, unit, unitName, day, state, report } = mutation;
  const columns = columnsOf(mutation, props.columns);
  const words = useEntryWords(columns, props.timeZone, { day });
  const [isDisputed, setDisputed] = useState(false);
  const moveTo = useMoveDay(outbox.actorId, mutation);

  /** The same numbers as a first report of another day; what stands there already makes it a conflict. */
  async function move(to: string): Promise<void> {
    const moved = { ...report, id: newSubmissionId(), day: to, baseVersion: 0 };
    // What was chosen between two versions of the other day says nothing of this one.
    delete moved.choice;
    await outbox.enqueue({ slug, unitName, report: moved });
    await outbox.discard(id);
  }

  return (
    <li className="border-b border-line bg-surface">
      <Line
        mutation={mutation}
        condition={props.condition}
        columns={columns}
        words={words}
        isToday={localDay(now(), props.timeZone) === day}
      />
      {state.kind === "rejected" ? (
        <div className="flex flex-wrap items-center gap-2 px-4 pb-3 pl-14">
          <RejectionAnswer
            problems={state.problems}
            unit={unitName}
            actions={{
              openingHref: openingAddress({ slug, day, unit }),
              retry: () => onChange(outbox.retry(id)),
              explain: (reason: ReportReason | null) => onChange(outbox.explain(id, reason)),
            }}
          />
          {moveTo === null ? null : (
            <Button size="small" variant="primary" onClick={() => onChange(move(moveTo))}>
              {t("moveTo", { day: words.format.monthDay(moveTo) })}
            </Button>
          )}
          <GiveUp unit={unitName} onGiveUp={() => onChange(outbox.discard(id))} />
        </div>
      ) : null}
      {state.kind === "conflict" ? (
        <div className="px-4 pb-3 pl-14">
          <Button size="small" onClick={() => setDisputed(true)}>
            {t("choose")}
          </Button>
          {isDisputed ? (
            <ConflictChoice
              unit={unitName}
              dayName={words.format.longDay(day)}
              columns={columns}
              words={words}
              mine={{
                ...typedOf({ tallies: tallied(report) }, columns),
                isZero: report.zero ?? false,
                parts: report.parts,
              }}
              standing={state.standing}
              onChoose={(keeps) => {
                setDisputed(false);
                onChange(outbox.resolve(id, keeps));
              }}
              onClose={() => setDisputed(false)}
            />
          ) : null}
        </div>
      ) : null}
    </li>
  );
}

type LineProps = {
  readonly mutation: LiveMutation;
  readonly condition: QueueCondition | null;
  readonly columns: readonly EntryColumn[];
  readonly words: ReturnType<typeof useEntryWords>;
};

/** Whose report it is, how it stands and its numbers; it leads to the card. */
function Line(props: LineProps & { readonly isToday: boolean }) {
  const t = useTranslations("outbox");
  const entry = useTranslations("entry");
  const { columns, words } = props;
  const { slug, unit, unitName, day, state, report, earlier } = props.mutation;
  const { icon: Icon, text, isBad } = useLook(props);
  const { named, more } = namedCounts(
    shortCounts(
      report.tallies.flatMap(({ residents: count, ...tally }) => {
        const column = columns.find(({ key }) => key === columnKeyOf(tally));
        return column ? [{ column, count }] : [];
      }),
    ),
  );
  const counts = report.zero
    ? t("zero")
    : [
        ...named.map((each) => entry("oneOf", each)),
        ...(more > 0 ? [entry("moreCounts", { count: more })] : []),
      ].join(", ");
  return (
    <Link
      href={withQuery(routes.entryOf(unit), { kampanye: slug, hari: day })}
      prefetch={false}
      className="flex min-h-14 items-center gap-3 px-4 py-2.5 no-underline focus-visible:-outline-offset-3"
    >
      <span
        aria-hidden
        className={clsx(
          "grid size-7 shrink-0 place-items-center self-start rounded-control",
          isBad ? "bg-error-tint text-error" : "bg-sunken text-ink2",
        )}
      >
        <Icon className={clsx("size-4", state.kind === "sending" && "animate-spin")} />
      </span>
      <span className="min-w-0 grow">
        <span className="block font-semibold text-ink">{unitName}</span>
        <span className={clsx("block text-note", isBad ? "font-medium text-error" : "text-ink2")}>
          {[
            text,
            ...(props.isToday ? [] : [words.format.monthDay(day)]),
            ...(isBad ? [] : [counts]),
          ].join(" · ")}
        </span>
        {isBad ? <span className="block text-note text-ink2">{counts}</span> : null}
        {earlier.length > 0 ? (
          <span className="block text-note text-ink3">
            {t("earlier", { count: earlier.length })}
          </span>
        ) : null}
      </span>
      <ChevronRight aria-hidden className="size-5 shrink-0 text-ink2" />
    </Link>
  );
}

function useLook({ mutation, condition, words }: LineProps): {
  readonly icon: LucideIcon;
  readonly text: string;
  readonly isBad: boolean;
} {
  const t = useTranslations("outbox");
  const { state } = mutation;
  switch (state.kind) {
    case "waiting":
      return condition
        ? { icon: LogIn, text: t(`state.${condition}`), isBad: false }
        : { icon: Clock, text: t("state.waiting"), isBad: false };
    case "sending":
      return { icon: LoaderCircle, text: t("state.sending"), isBad: false };
    case "stored":
      return { icon: LoaderCircle, text: t("state.stored"), isBad: false };
    case "rejected":
      return {
        icon: CircleX,
        text: t("state.rejected", { reason: state.problems.map(words.problem).join(" ") }),
        isBad: true,
      };
    case "conflict":
      return {
        icon: GitCompareArrows,
        text: t("state.conflict", { who: state.standing.receivedBy ?? t("someone") }),
        isBad: true,
      };
  }
}

/** Takes two presses, because what was typed is gone with it. */
function GiveUp(props: { readonly unit: string; readonly onGiveUp: () => void }) {
  const t = useTranslations("outbox");
  const [isAsked, setAsked] = useState(false);
  return isAsked ? (
    <Button size="small" variant="danger" onClick={props.onGiveUp}>
      {t("giveUpSure", { unit: props.unit })}
    </Button>
  ) : (
    <Button size="small" variant="ghost" onClick={() => setAsked(true)}>
      {t("giveUp")}
    </Button>
  );
}

function tallied(report: LiveMutation["report"]) {
  return report.tallies.map((tally) => ({ ...tally, ...dosesOf(tally) }));
}

/** The columns of the page's campaign, or what the report itself names. */
function columnsOf(
  { report }: LiveMutation,
  known: readonly EntryColumn[],
): readonly EntryColumn[] {
  const isKnown = report.tallies.every(({ intervention, targetGroup }) =>
    known.some(
      (column) => column.intervention === intervention && column.targetGroup === targetGroup,
    ),
  );
  if (isKnown) return known;
  return report.tallies.map(({ intervention, targetGroup }) => ({
    key: columnKeyOf({ intervention, targetGroup }),
    intervention,
    targetGroup,
    interventionName: intervention,
    shortName: intervention,
    groupName: targetGroup,
    shortGroupName: targetGroup,
  }));
}
