import { Clock } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { NumberLink } from "@/components/monitor/source/number-link";
import type { Campaign } from "@/lib/campaign/campaign";
import { ratioTenths } from "@/lib/coverage/percent";
import { formats, type Formats } from "@/lib/base/i18n/format";
import type { Summary } from "@/lib/monitor/summary/summary";
import type { TodaysReports } from "@/lib/monitor/summary/part";
import { localDay } from "@/lib/base/time/time-zone";

import { bold } from "./bold";
import { numberAddress } from "./number-address";
import { partWord, unitWord } from "./place-word";

type Props = { readonly summary: Summary; readonly campaign: Campaign };

/** How complete the day's data is; it says how far every other figure may be trusted. */
export function ReportsPanel(props: Props) {
  const { summary } = props;
  return (
    <section
      aria-labelledby="laporan-hari-ini"
      className="border-t-2 border-ink pt-2 max-tablet:hidden"
    >
      {summary.reports ? (
        <TodayPanel {...props} reports={summary.reports} />
      ) : (
        <OtherPhase {...props} />
      )}
    </section>
  );
}

/** The same in one box, for a phone. */
export function ReportsNotice(props: Props) {
  const t = useTranslations("summary");
  const format = formats(useLocale());
  const { summary, campaign } = props;
  const { reports } = summary;
  return (
    <div className="mt-4 flex items-start gap-3 rounded-control bg-sunken px-3 py-2.5 text-dense text-ink2 tablet:hidden">
      <Clock aria-hidden className="mt-px size-5 shrink-0 text-ink" />
      <p>
        {reports ? (
          <>
            <CompleteParts summary={summary} campaign={campaign} reports={reports} />{" "}
            {summary.isPast
              ? null
              : t(reports.received < reports.expected ? "reports.growing" : "reports.whole")}
          </>
        ) : (
          <PhaseText summary={summary} campaign={campaign} format={format} />
        )}
      </p>
    </div>
  );
}

function CompleteParts({
  summary,
  campaign,
  reports,
}: Props & { readonly reports: TodaysReports }) {
  const t = useTranslations("summary");
  const places = useTranslations("places");
  const format = formats(useLocale());
  const time = dataUntil(summary, campaign, format);
  const values = {
    complete: reports.completeParts,
    parts: summary.parts.length,
    places: places(`counted.${partWord(summary)}`, { count: summary.parts.length }),
    b: bold,
  };
  return time === null
    ? t.rich("reports.completeOnly", values)
    : t.rich("reports.completeUntil", { ...values, time });
}

function TodayPanel({ summary, campaign, reports }: Props & { readonly reports: TodaysReports }) {
  const t = useTranslations("summary");
  const places = useTranslations("places");
  const link = useSentences("source.link", campaign.wording);
  const format = formats(useLocale());
  const time = dataUntil(summary, campaign, format);
  const share = format.tenths(
    ratioTenths({ numerator: reports.received, denominator: reports.expected }),
  );
  const isByUnit = summary.partKind === "unit";

  return (
    <>
      <div className="flex items-baseline justify-between gap-3">
        <h2 id="laporan-hari-ini" className="text-dense font-semibold">
          {summary.isPast
            ? t("reports.titlePast", { date: format.shortDay(summary.today) })
            : t("reports.title")}
        </h2>
        {time ? <p className="text-axis text-ink3">{t("reports.dataUntil", { time })}</p> : null}
      </div>
      <p className="mt-1 text-body">
        {t.rich(isByUnit ? "reports.reported" : "reports.complete", {
          complete: reports.completeParts,
          parts: summary.parts.length,
          places: places(`counted.${partWord(summary)}`, { count: summary.parts.length }),
          b: (chunks) => <b className="text-title font-semibold">{chunks}</b>,
        })}
      </p>
      <svg
        role="img"
        aria-label={t("reports.bar", { share })}
        width="100%"
        height="40"
        className="mt-1 block overflow-visible"
      >
        <rect y="6" width="100%" height="9" rx="2" className="fill-sunken" />
        <rect
          y="6"
          width={`${Math.min(100, (reports.received / reports.expected) * 100)}%`}
          height="9"
          rx="2"
          className="fill-ink2"
        />
        <svg x="75%" className="overflow-visible">
          <rect
            x="-1"
            y="1"
            width="2"
            height="19"
            fill="var(--ink)"
            stroke="var(--canvas)"
            strokeWidth="3"
            paintOrder="stroke"
          />
          <text y="34" textAnchor="middle" className="fill-ink2 text-axis">
            {t("reports.limit")}
          </text>
        </svg>
      </svg>
      <p className="text-axis text-ink2">
        {t.rich(
          summary.isPast ? "reports.past" : reports.isComplete ? "reports.above" : "reports.below",
          {
            received: () => (
              <NumberLink
                href={numberAddress(campaign, summary, {
                  intervention: null,
                  from: summary.today,
                  to: summary.today,
                })}
                name={link("reportsOn", {
                  count: format.count(reports.received),
                  date: format.shortDay(summary.today),
                })}
              >
                {format.count(reports.received)}
              </NumberLink>
            ),
            expected: format.count(reports.expected),
            places: places(`counted.${unitWord(summary)}`, { count: reports.expected }),
            share,
          },
        )}
      </p>
    </>
  );
}

function OtherPhase(props: Props) {
  const t = useTranslations("summary.reports");
  const format = formats(useLocale());
  const { phase } = props.summary.calendar;
  return (
    <>
      <h2 id="laporan-hari-ini" className="text-dense font-semibold">
        {t(phase === "before" ? "beforeTitle" : phase === "ended" ? "endedTitle" : "title")}
      </h2>
      <p className="mt-1 text-dense text-ink2">
        <PhaseText {...props} format={format} />
      </p>
    </>
  );
}

/** What there is to say of reports on a day that expects none. */
function PhaseText({ summary, campaign, format }: Props & { readonly format: Formats }) {
  const t = useSentences("summary.reports", campaign.wording);
  if (summary.calendar.phase === "before") {
    return t("before", { date: format.day(summary.round.startsOn) });
  }
  if (summary.calendar.phase === "running") {
    if (summary.isClosed) return t("closed");
    return t(campaign.rhythm === "periods" ? "periods" : "sessions");
  }
  if (summary.calendar.phase === "sweeping") return t("sweeping");
  if (campaign.sourceName !== null) return t("published");

  const assessment = summary.interventions[0]?.assessment;
  const [received, expected] = [assessment?.reportsReceived ?? 0, assessment?.reportsExpected ?? 0];
  return t("ended", {
    received: format.count(received),
    expected: format.count(expected),
    share: format.tenths(ratioTenths({ numerator: received, denominator: expected })),
  });
}

/** "17.05 WIB", with the date when it is not today's; null before the first report. */
export function dataUntil(summary: Summary, campaign: Campaign, format: Formats): string | null {
  const at = summary.lastReceivedAt;
  if (at === null) return null;
  const day = localDay(at, campaign.timeZone);
  const time = format.time(at, campaign.timeZone);
  return day === summary.today ? time : `${format.shortDay(day)}, ${time}`;
}
