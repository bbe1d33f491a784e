import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { Banner } from "@/components/base/ui/banner";
import { formats } from "@/lib/base/i18n/format";
import { daysBetween, type CalendarDay } from "@/lib/base/time/calendar-day";
import type { Gap, Pair } from "@/lib/campaign/predecessor";
import type { PairView } from "@/lib/monitor/coverage/pair";

import { CoveragePanel } from "./coverage-panel";
import { pairWords } from "./pair-words";

type Span = { readonly startsOn: CalendarDay; readonly endsOn: CalendarDay };

/** The days between the two, as planned and as they are; said where they are fewer than they should be. */
export function GapPanel({ view }: { readonly view: PairView }) {
  const t = useTranslations("coverage.pair.gap");
  const { doseGap, gap, pair } = view;
  if (pair.kind === "rounds" && gap) return <RoundGap view={view} pair={pair} gap={gap} />;
  if (pair.kind === "rounds" || (!doseGap && !pair.later.minGapDays)) return null;
  const least = pair.later.minGapDays ?? null;
  return (
    <CoveragePanel title={t("doses")}>
      {doseGap?.isShort ? (
        <div className="mt-3">
          <Banner kind="warning" title={t("dosesShort", { days: String(doseGap.days) })}>
            {t("least", { days: String(doseGap.minDays) })}
          </Banner>
        </div>
      ) : null}
      <p className="mt-3 text-dense text-ink2">
        {doseGap ? t("dosesDays", { days: String(doseGap.days) }) : t("dosesNotYet")}{" "}
        {least === null ? null : t("least", { days: String(least) })}
      </p>
    </CoveragePanel>
  );
}

function RoundGap(props: {
  readonly view: PairView;
  readonly pair: Pair & { readonly kind: "rounds" };
  readonly gap: Gap;
}) {
  const t = useTranslations("coverage.pair.gap");
  const format = formats(useLocale());
  const { gap, pair, view } = props;
  const { earlier, later } = pair;
  const planned = view.plannedGap;
  const plan = (round: typeof later): Span => ({
    startsOn: round.plannedStartsOn,
    endsOn: round.plannedEndsOn,
  });
  const isMoved = [earlier, later].some(
    (round) => round.plannedStartsOn !== round.startsOn || round.plannedEndsOn !== round.endsOn,
  );
  const spans = [earlier, later, plan(earlier), plan(later)];
  const from = spans.map(({ startsOn }) => startsOn).sort()[0] ?? earlier.startsOn;
  const to =
    spans
      .map(({ endsOn }) => endsOn)
      .sort()
      .at(-1) ?? later.endsOn;
  const line = { from, days: daysBetween(from, to) + 1, view };
  const least = gap.minDays === null ? null : t("least", { days: String(gap.minDays) });
  return (
    <CoveragePanel title={t("title")}>
      {gap.isShort ? (
        <div className="mt-3">
          <Banner kind="warning" title={t("short", { days: String(gap.days) })}>
            {least} {later.gapReason ? t("reason", { reason: later.gapReason }) : null}
          </Banner>
        </div>
      ) : isMoved && planned?.isShort ? (
        <div className="mt-3">
          <Banner kind="warning" title={t("plannedShort", { days: String(planned.days) })}>
            {least}{" "}
            {t("moved", { from: format.monthDay(later.startsOn), to: format.day(later.endsOn) })}
          </Banner>
        </div>
      ) : null}
      <div className="mt-4 grid gap-3">
        {isMoved && planned ? (
          <Line {...line} spans={[plan(earlier), plan(later)]} gap={planned} isPlan />
        ) : null}
        <Line {...line} spans={[earlier, later]} gap={gap} isPlan={false} />
      </div>
      <p className="mt-3 text-note text-ink3">
        {t("rule")} {gap.isShort || (isMoved && planned?.isShort) ? null : least}
      </p>
    </CoveragePanel>
  );
}

/** Two blocks with the days between them. */
function Line(props: {
  readonly from: CalendarDay;
  readonly days: number;
  readonly spans: readonly [Span, Span];
  readonly gap: Gap;
  readonly isPlan: boolean;
  readonly view: PairView;
}) {
  const t = useSentences("coverage.pair", props.view.wording);
  const format = formats(useLocale());
  const { from, days, spans, gap, isPlan, view } = props;
  const x = (day: CalendarDay, after = 0) => (daysBetween(from, day) + after) * (100 / days);
  const [first, second] = spans;
  const color = gap.isShort ? "var(--warn)" : "var(--brand)";
  const words = pairWords(t, view);
  const sentence = t(isPlan ? "gap.plannedLine" : "gap.line", {
    days: String(gap.days),
    from: format.monthDay(first.endsOn),
    to: format.day(second.startsOn),
  });
  return (
    <figure className="grid gap-1">
      <svg role="img" aria-label={sentence} width="100%" height="20" className="block">
        {spans.map(({ startsOn, endsOn }) => (
          <rect
            key={startsOn}
            x={`${x(startsOn)}%`}
            width={`${x(endsOn, 1) - x(startsOn)}%`}
            y="2"
            height="16"
            rx="2"
            fill={isPlan ? "none" : "var(--ink2)"}
            stroke="var(--ink2)"
            strokeDasharray={isPlan ? "4 3" : undefined}
          />
        ))}
        <line
          x1={`${x(first.endsOn, 1)}%`}
          x2={`${x(second.startsOn)}%`}
          y1="10"
          y2="10"
          stroke={color}
          strokeWidth="2"
        />
      </svg>
      <figcaption
        aria-hidden
        className="flex flex-wrap justify-between gap-x-3 text-note text-ink2"
      >
        <span>
          {words.head(view.earlier)}: {format.shortDay(first.startsOn)}–
          {format.shortDay(first.endsOn)}
        </span>
        <b className="font-semibold" style={{ color }}>
          {t(isPlan ? "gap.plannedDays" : "gap.days", { days: String(gap.days) })}
        </b>
        <span>
          {words.head(view.later)}: {format.shortDay(second.startsOn)}–
          {format.shortDay(second.endsOn)}
        </span>
      </figcaption>
    </figure>
  );
}
