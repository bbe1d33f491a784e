import { useLocale, useTranslations } from "next-intl";

import { DoubtNote } from "@/components/coverage/doubt-note";
import { LaterTarget } from "@/components/coverage/later-target";
import { lastDay } from "@/lib/campaign/calendar";
import type { Campaign } from "@/lib/campaign/campaign";
import { ratioTenths } from "@/lib/coverage/percent";
import { formats } from "@/lib/i18n/format";
import type { Summary } from "@/lib/monitor/summary";
import { isWideMap } from "@/lib/region/tile-layout";
import { routes } from "@/lib/routes";
import { localDay } from "@/lib/time/time-zone";

import { bold } from "./bold";
import { Headline } from "./headline";
import { OriginText } from "./origin-note";
import { mapLayout, PartMap } from "./part-map";
import { partWord, unitWord } from "./place-word";
import { PrintedChanges, PrintedWaiting } from "./print-notes";
import { PrintTable, mostColumnsByMap, mostRoomyRows } from "./print-table";
import { PrintVerdicts } from "./print-verdicts";
import { dataUntil } from "./reports-panel";
import { Shortfall } from "./shortfall";
import { UnverifiedNote } from "./unverified-note";

export type PrintProps = {
  readonly summary: Summary;
  readonly campaign: Campaign;
  /** Whose page it is, when it is not the whole kabupaten's. */
  readonly regionName: string | null;
  readonly printedBy: string;
  readonly printedAt: Date;
};

/** The page on one A4: all interventions in one table instead of a choice, and room for orders. */
export function PrintSheet(props: PrintProps) {
  const t = useTranslations("summary");
  const { summary, campaign } = props;
  const map = mapPlace(summary, campaign);
  const isOpen = summary.calendar.phase === "running" || summary.calendar.phase === "sweeping";

  return (
    <div className="hidden text-body/[1.35] text-ink print:block">
      <PrintHead {...props} />
      <p className="mt-2 text-[1.55rem]/[1.15] font-semibold tracking-tight">
        <Headline summary={summary} />
      </p>
      <p className="text-[1.1rem]/[1.35] text-ink2">
        <Shortfall summary={summary} />
      </p>
      <ReportLine summary={summary} campaign={campaign} />
      {summary.isPast ? <LaterTarget steps={summary.steps} on={summary.today} /> : null}
      <DoubtNote doubts={summary.doubts} campaign={campaign} mayReview={false} isPlain />
      <PrintVerdicts summary={summary} />
      {summary.parts.length > 1 ? (
        <div className={mapClasses[map]}>
          <PrintTable summary={summary} campaign={campaign} />
          {map === "none" ? null : (
            <section className="break-inside-avoid">
              <p className="mb-1 text-[1.1rem] font-semibold">
                {t("sheet.mapTitle", { name: summary.chosen.shortName })}
              </p>
              <PartMap summary={summary} campaign={campaign} isLinked={false} />
            </section>
          )}
        </div>
      ) : null}
      <div className="mt-2 grid break-inside-avoid grid-cols-2 gap-x-8">
        {isOpen ? <PrintedChanges summary={summary} /> : null}
        <div className={isOpen ? "" : "col-span-2"}>
          {!summary.isPast && summary.reports && summary.reports.waiting.length > 0 ? (
            <PrintedWaiting summary={summary} />
          ) : null}
          <p className="mt-1.5 text-[1.1rem] font-semibold">{t("sheet.orders")}</p>
          <div className="mt-5.5 border-b border-line-strong" />
          <div className="mt-5.5 border-b border-line-strong" />
          <div className="mt-5.5 border-b border-line-strong" />
        </div>
      </div>
      <PrintFoot {...props} />
    </div>
  );
}

/** Where the map has room for whole names, beside the table's columns or under it. */
type MapPlace = "beside" | "wideBeside" | "under" | "none";

const mapClasses: Record<MapPlace, string> = {
  beside: "mt-2 grid grid-cols-[1fr_18.5rem] items-start gap-x-5",
  wideBeside: "mt-2 grid grid-cols-[1fr_37rem] items-start gap-x-4",
  under: "mt-2 grid gap-y-3",
  none: "mt-3",
};

function mapPlace(summary: Summary, campaign: Campaign): MapPlace {
  const layout = mapLayout(summary, campaign);
  const columns = summary.interventions.length;
  if (layout === null || columns > mostColumnsByMap) return "none";
  if (!isWideMap(layout)) return "beside";
  return columns === 1 ? "wideBeside" : "under";
}

function PrintHead({ summary, campaign, regionName }: PrintProps) {
  const t = useTranslations("summary.sheet");
  const format = formats(useLocale());
  const { phase, day, days } = summary.calendar;
  return (
    <div className="flex items-baseline justify-between gap-6 border-b-2 border-ink pb-2 text-[1.1rem]">
      <p>
        <PrintLogo /> <b className="font-semibold">{campaign.name}</b>{" "}
        <span className="ml-1 text-ink2">
          {regionName === null ? t("purpose") : t("purposeOf", { region: regionName })}
        </span>
      </p>
      <p className="text-right text-ink2">
        {summary.isPast
          ? t("past", { date: format.longDay(summary.today) })
          : format.longDay(summary.today)}
        {phase === "running" ? ` · ${t("dayOf", { day, days })}` : ""}
        {phase === "ended" ? ` · ${t("ended", { date: format.day(lastDay(summary.round)) })}` : ""}
      </p>
    </div>
  );
}

function PrintLogo() {
  return (
    <svg viewBox="0 0 32 26" aria-hidden className="inline-block h-[1.3em] align-[-0.25em]">
      <rect y="7" width="31" height="12" rx="2" className="fill-fan" />
      <rect y="7" width="18" height="12" rx="2" className="fill-brand" />
      <rect x="23" width="4" height="26" rx="1" className="fill-brand" />
    </svg>
  );
}

function ReportLine({ summary, campaign }: Pick<PrintProps, "summary" | "campaign">) {
  const t = useTranslations("summary");
  const format = formats(useLocale());
  const { reports } = summary;
  const time = dataUntil(summary, campaign, format);
  if (reports === null || time === null) return null;
  return (
    <p className="mt-1 text-ink2">
      {t.rich("sheet.reportLine", {
        complete: reports.completeParts,
        parts: summary.parts.length,
        places: t(`places.${partWord(summary)}`, { count: summary.parts.length }),
        time,
        received: format.count(reports.received),
        expected: format.count(reports.expected),
        unitPlaces: t(`places.${unitWord(summary)}`, { count: reports.expected }),
        share: format.tenths(
          ratioTenths({ numerator: reports.received, denominator: reports.expected }),
        ),
        note: t(reports.isComplete ? "sheet.noteAbove" : "sheet.noteBelow"),
        b: bold,
      })}
    </p>
  );
}

function PrintFoot({ summary, campaign, printedBy, printedAt }: PrintProps) {
  const t = useTranslations("summary");
  const sample = useTranslations("common.sample");
  const format = formats(useLocale());
  const origin = useTranslations("summary.origin");
  // A page cannot count its pages, so this is said only where it is certain.
  const isOnePage =
    summary.parts.length <= mostRoomyRows &&
    summary.interventions.length <= mostColumnsByMap &&
    mapPlace(summary, campaign) !== "under";
  const parts = [
    campaign.isSample ? sample("label") : null,
    t("sheet.printed", {
      date: format.day(localDay(printedAt, campaign.timeZone)),
      time: format.time(printedAt, campaign.timeZone),
      name: printedBy,
    }),
    routes.summary,
    isOnePage ? t("sheet.onePage") : null,
  ];
  return (
    <div className="mt-3 break-inside-avoid border-t border-line-strong pt-1.5 text-[0.9rem]/[1.3] text-ink2">
      <p>
        <UnverifiedNote summary={summary} campaign={campaign} isPlain />{" "}
        <OriginText summary={summary} campaign={campaign} />{" "}
        {campaign.legalBasis === null ? "" : origin("legalBasis", { text: campaign.legalBasis })}{" "}
        {campaign.sourceName === null
          ? null
          : origin.rich("published", {
              name: campaign.sourceName,
              b: (chunks) => chunks,
              a: (chunks) => chunks,
            })}
      </p>
      <p>{parts.filter((part) => part !== null).join(" · ")}</p>
    </div>
  );
}
