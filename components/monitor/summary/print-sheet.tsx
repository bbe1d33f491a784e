import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { DoubtNote } from "@/components/monitor/coverage/doubt-note";
import { TwoLevelsNote } from "@/components/monitor/coverage/two-levels-note";
import { LaterTarget } from "@/components/monitor/coverage/later-target";
import type { Campaign } from "@/lib/campaign/campaign";
import { ratioTenths } from "@/lib/coverage/percent";
import { formats } from "@/lib/base/i18n/format";
import type { Summary } from "@/lib/monitor/summary/summary";
import { isWideMap } from "@/lib/base/region/tile-layout";

import { bold } from "./bold";
import { GateList } from "./gate-list";
import { Headline } from "./headline";
import { OriginText } from "./origin-note";
import { mapLayout, PartMap } from "./part-map";
import { partWord, unitWord } from "./place-word";
import { PrintedChanges, PrintedWaiting } from "./print-notes";
import { PrintTable, maxColumnsByMap } from "./print-table";
import { PrintVerdicts } from "./print-verdicts";
import { dataUntil } from "./reports-panel";
import { Shortfall } from "./shortfall";
import { UnverifiedNote } from "./unverified-note";

type PrintProps = {
  readonly summary: Summary;
  readonly campaign: Campaign;
  /** What was asked about the campaign, in the place of the reports that are waited for. */
  readonly asked?: ReactNode;
};

/** The page on one A4: all interventions in one table instead of a choice, and room for orders. */
export function PrintSheet(props: PrintProps) {
  const t = useTranslations("summary");
  const { summary, campaign } = props;
  const map = mapPlace(summary, campaign);
  const isOpen = summary.calendar.phase === "running" || summary.calendar.phase === "sweeping";

  return (
    <div className="hidden text-body/[1.35] text-ink print:block">
      <p className="text-[1.55rem]/[1.15] font-semibold tracking-tight">
        <Headline summary={summary} campaign={props.campaign} />
      </p>
      <p className="text-[1.1rem]/[1.35] text-ink2">
        <Shortfall summary={summary} />
      </p>
      <ReportLine summary={summary} campaign={campaign} />
      {summary.isPast ? <LaterTarget steps={summary.steps} on={summary.today} /> : null}
      <TwoLevelsNote
        levels={summary.twoLevels}
        wholes={summary.interventions.map(({ assessment }) => assessment)}
        campaign={campaign}
        isPlain
      />
      <DoubtNote doubts={summary.doubts} campaign={campaign} mayReview={false} isPlain />
      <PrintVerdicts summary={summary} campaign={campaign} />
      <GateList gates={summary.gates} />
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
      <div
        className={clsx(
          "grid break-inside-avoid grid-cols-2 gap-x-8",
          props.asked ? "mt-1" : "mt-2",
        )}
      >
        {isOpen ? <PrintedChanges summary={summary} campaign={campaign} /> : null}
        <div className={isOpen ? "" : "col-span-2"}>
          {/* How many villages of each place reported stands in the table too. */}
          {props.asked ??
            (!summary.isPast && summary.reports && summary.reports.waiting.length > 0 ? (
              <PrintedWaiting summary={summary} />
            ) : null)}
          <p className={clsx("text-[1.1rem] font-semibold", props.asked ? "mt-1" : "mt-1.5")}>
            {t("sheet.orders")}
          </p>
          {[1, 2, 3].map((line) => (
            <div
              key={line}
              className={clsx("border-b border-line-strong", props.asked ? "mt-3.5" : "mt-5.5")}
            />
          ))}
        </div>
      </div>
      <PrintOrigin {...props} />
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
  if (layout === null || columns > maxColumnsByMap) return "none";
  if (!isWideMap(layout)) return "beside";
  return columns === 1 ? "wideBeside" : "under";
}

function ReportLine({ summary, campaign }: Pick<PrintProps, "summary" | "campaign">) {
  const t = useTranslations("summary");
  const places = useTranslations("places");
  const format = formats(useLocale());
  const { reports } = summary;
  const time = dataUntil(summary, campaign, format);
  if (reports === null || time === null) return null;
  return (
    <p className="mt-1 text-ink2">
      {t.rich("sheet.reportLine", {
        complete: reports.completeParts,
        parts: summary.parts.length,
        places: places(`counted.${partWord(summary)}`, { count: summary.parts.length }),
        time,
        received: format.count(reports.received),
        expected: format.count(reports.expected),
        unitPlaces: places(`counted.${unitWord(summary)}`, { count: reports.expected }),
        share: format.tenths(
          ratioTenths({ numerator: reports.received, denominator: reports.expected }),
        ),
        note: t(reports.isComplete ? "sheet.noteAbove" : "sheet.noteBelow"),
        b: bold,
      })}
    </p>
  );
}

/** Where the figures come from. */
function PrintOrigin({ summary, campaign }: PrintProps) {
  const origin = useTranslations("summary.origin");
  return (
    <p className="mt-2 break-inside-avoid border-t border-line-strong pt-1 text-[0.9rem]/[1.25] text-ink2">
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
  );
}
