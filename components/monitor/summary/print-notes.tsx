import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import type { ReactNode } from "react";

import { formats, noData } from "@/lib/base/i18n/format";
import type { Summary } from "@/lib/monitor/summary/summary";
import type { Campaign } from "@/lib/campaign/campaign";
import { addDays } from "@/lib/base/time/calendar-day";

import { bold } from "./bold";
import { ChangeText, NewlyReached } from "./change-list";
import { unitWord } from "./place-word";
import { LateDoses } from "./since-yesterday";

/** Changes and waiting places that are named. */
const maxLines = 5;

/** What today and yesterday brought, and whose status changed. */
export function PrintedChanges(props: { readonly summary: Summary; readonly campaign: Campaign }) {
  const t = useSentences("summary", props.campaign.wording);
  const format = formats(useLocale());
  const { summary } = props;
  const { changes, reached, reports, interventions } = summary;
  const shown = changes.slice(0, maxLines);
  const listed = (of: "today" | "yesterday") =>
    interventions
      .flatMap((row) =>
        row[of] === null ? [] : [`${row.intervention.shortName} ${format.signed(row[of])}`],
      )
      .join(", ") || noData;
  const isIncomplete = reports !== null && reports.received < reports.expected;
  return (
    <section>
      <p className="text-[1.1rem] font-semibold">
        {summary.isPast
          ? t("yesterday.titlePast", { date: format.shortDay(addDays(summary.today, -1)) })
          : t("yesterday.title")}
      </p>
      <ul className="mt-1 space-y-0.5 text-ink2">
        <Line>
          {t(
            summary.isPast
              ? "sheet.dosesPast"
              : isIncomplete
                ? "sheet.dosesIncomplete"
                : "sheet.dosesComplete",
            {
              date: format.shortDay(summary.today),
              before: format.shortDay(addDays(summary.today, -1)),
              today: listed("today"),
              yesterday: listed("yesterday"),
            },
          )}
        </Line>
        {interventions.some(({ late }) => late !== 0) ? (
          <Line>
            <span className="[&>p]:mt-0">
              <LateDoses summary={summary} />
            </span>
          </Line>
        ) : null}
        {shown.map((change) => (
          <Line key={`${change.assessment.code}/${change.intervention.key}`}>
            <ChangeText change={change} summary={summary} />
          </Line>
        ))}
        {changes.length > shown.length ? (
          <Line>{t("sheet.others", { count: changes.length - shown.length })}</Line>
        ) : null}
        {reached.newly > 0 ? (
          <Line>
            <NewlyReached summary={summary} />
          </Line>
        ) : null}
      </ul>
    </section>
  );
}

function Line(props: { readonly children: ReactNode }) {
  return (
    <li className="flex gap-2">
      <span aria-hidden>–</span>
      <span>{props.children}</span>
    </li>
  );
}

/** Where reports of today are missing, by how many. */
export function PrintedWaiting({ summary }: { readonly summary: Summary }) {
  const t = useTranslations("summary");
  const places = useTranslations("places");
  const waiting = summary.reports?.waiting ?? [];
  const shown = waiting.slice(0, maxLines);
  const isByUnit = summary.partKind === "unit";
  return (
    <section>
      <p className="text-[1.1rem] font-semibold">{t("waiting.title")}</p>
      <p className="mt-1 text-ink2">
        {shown.map((part, index) => {
          const { received, expected } = part.today ?? { received: 0, expected: 0 };
          return (
            <span key={part.code}>
              {index > 0 ? ", " : ""}
              {isByUnit
                ? part.name
                : t.rich(part.assessment.hasReported ? "waiting.missing" : "waiting.missingNever", {
                    name: part.name,
                    missing: expected - received,
                    expected,
                    places: places(`counted.${unitWord(summary)}`, { count: expected }),
                    b: bold,
                  })}
            </span>
          );
        })}
        {waiting.length > shown.length
          ? ` ${t("sheet.others", { count: waiting.length - shown.length })}`
          : ""}
        .
      </p>
    </section>
  );
}
