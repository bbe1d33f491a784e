"use client";

import { CircleCheck, Undo2, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import { otherMeasures } from "@/lib/campaign/measures";
import type { CellHistory, CellValue, ReportEvent } from "@/lib/report/history-schema";
import type { ChangeReason } from "@/lib/report/schema";
import { localDay, type TimeZone } from "@/lib/base/time/time-zone";

import { historyLines } from "@/lib/device/entry/cell-history-reading";

/** Typed so long before it arrived that both hours are told. */
const waited = 2 * 60_000;

/** Written out, because the schema brings the whole of zod along. */
const reasons: readonly ChangeReason[] = [
  "typingError",
  "lateData",
  "recount",
  "wrongPlace",
  "wrongDay",
  "cumulativeFell",
  "conflictChoice",
  "returned",
  "notInLater",
  "inLater",
  "other",
];

/** Every value of a cell and every decision about its report, newest first. */
export function HistoryList(props: { readonly history: CellHistory; readonly timeZone: TimeZone }) {
  const t = useTranslations("entry.history");
  const lines = historyLines(props.history);
  const current = props.history.values.find(({ kind }) => kind !== "kept")?.submission;
  if (lines.length === 0) return <p className="min-h-24 text-dense text-ink2">{t("empty")}</p>;

  return (
    <ol aria-label={t("list")} className="border-t border-line">
      {lines.map((line) =>
        line.kind === "value" ? (
          <ValueLine
            key={`${line.value.submission} ${line.value.kind}`}
            value={line.value}
            isCurrent={line.value.submission === current && line.value.kind !== "kept"}
            timeZone={props.timeZone}
          />
        ) : (
          <EventLine
            key={`${line.event.kind} ${line.at}`}
            event={line.event}
            timeZone={props.timeZone}
          />
        ),
      )}
    </ol>
  );
}

function ValueLine(props: {
  readonly value: CellValue;
  readonly isCurrent: boolean;
  readonly timeZone: TimeZone;
}) {
  const t = useTranslations("entry.history");
  const format = formats(useLocale());
  const when = useWhen(props.timeZone);
  const { value } = props;
  const isLate = Date.parse(value.receivedAt) - Date.parse(value.typedAt) > waited;

  return (
    <li className="grid grid-cols-[4.5rem_1fr] gap-3 border-b border-line py-2.5 text-dense">
      <p className="text-right">
        {value.residents === null || value.kind !== "count" ? (
          <span className="font-semibold">
            {value.kind === "count" ? format.count(null) : t(`kinds.${value.kind}`)}
          </span>
        ) : (
          <strong className="text-section leading-6 font-semibold">
            {format.count(value.residents)}
          </strong>
        )}
        {otherMeasures.map((measure) =>
          value[measure] ? (
            <span key={measure} className="block text-note text-ink2">
              {t(measure, { count: value[measure] })}
            </span>
          ) : null,
        )}
      </p>
      <div className="min-w-0">
        <p className="font-medium">
          {value.by ?? t("someone")}
          {props.isCurrent ? (
            <span className="ml-2 rounded-cell bg-reached-tint px-1.5 py-0.5 text-note font-medium text-reached">
              {t("current")}
            </span>
          ) : null}
        </p>
        <p className="text-note text-ink2">
          {when(value.receivedAt)} · {t(`via.${value.via}`)}
        </p>
        {isLate ? (
          <p className="text-note text-ink2">{t("typed", { when: when(value.typedAt) })}</p>
        ) : null}
        {value.figures === "cumulative" ? (
          <p className="text-note text-ink2">{t("cumulative")}</p>
        ) : null}
        {value.isAboveTargetConfirmed ? (
          <p className="text-note text-ink2">{t("aboveTarget")}</p>
        ) : null}
        {value.kept ? <p className="mt-0.5">{t(`kept.${value.kept}`)}</p> : null}
        <Reason value={value} />
      </div>
    </li>
  );
}

/** The choice in a conflict is told by itself, and is not a reason besides. */
function Reason({ value }: { readonly value: CellValue }) {
  const t = useTranslations("entry");
  const code = reasons.find((each) => each === value.reason?.code);
  const note = value.reason?.note ?? "";
  const isToldAlready = code === "conflictChoice" && value.kept !== null;
  const said = [
    ...(code === undefined || isToldAlready ? [] : [t(`reason.codes.${code}`)]),
    ...(note === "" ? [] : [`“${note}”`]),
  ];
  if (said.length === 0) return null;
  return <p className="mt-0.5">{t("history.reason", { reason: said.join(". ") })}</p>;
}

const eventIcons = {
  verified: CircleCheck,
  returned: Undo2,
  withdrawn: Trash2,
  unverified: Undo2,
} as const;

function EventLine(props: { readonly event: ReportEvent; readonly timeZone: TimeZone }) {
  const t = useTranslations("entry.history");
  const when = useWhen(props.timeZone);
  const { kind, by, at, reason } = props.event;
  const Icon = eventIcons[kind];
  return (
    <li className="grid grid-cols-[4.5rem_1fr] gap-3 border-b border-line bg-canvas py-2.5 text-dense">
      <Icon
        aria-hidden
        className={`mt-0.5 size-4 justify-self-end ${kind === "verified" ? "text-reached" : "text-warn"}`}
      />
      <div className="min-w-0">
        <p className="font-medium">{t(`events.${kind}`, { who: by ?? t("someone") })}</p>
        <p className="text-note text-ink2">{when(at)}</p>
        {reason ? <p className="mt-0.5">{t("reason", { reason: `“${reason}”` })}</p> : null}
      </div>
    </li>
  );
}

/** "4 Juni 2026, 14.12 WIB" */
function useWhen(timeZone: TimeZone) {
  const format = formats(useLocale());
  return (instant: string) => {
    const at = new Date(instant);
    return `${format.day(localDay(at, timeZone))}, ${format.time(at, timeZone)}`;
  };
}
