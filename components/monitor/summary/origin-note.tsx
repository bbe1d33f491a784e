import { useLocale, useTranslations } from "next-intl";
import { useSentences } from "@/components/base/use-sentences";
import type { ReactNode } from "react";

import { byOtherSource } from "@/components/monitor/coverage/other-source";
import type { Campaign } from "@/lib/campaign/campaign";
import { paceRuleOf } from "@/lib/campaign/rhythm";
import { formats, type Formats } from "@/lib/base/i18n/format";
import type { Source, Summary } from "@/lib/monitor/summary/summary";
import { addDays, daysBetween, type CalendarDay } from "@/lib/base/time/calendar-day";

import { bold } from "./bold";
import { partWord } from "./place-word";

type Props = { readonly summary: Summary; readonly campaign: Campaign };

/** Whose counts these are, of which date, and how each figure was made. */
export function OriginNote(props: Props) {
  const t = useTranslations("summary.origin");
  return (
    <section aria-labelledby="dari-mana" className="min-w-0">
      <h2 id="dari-mana" className="text-section font-semibold">
        {t("title")}
      </h2>
      <div className="mt-2 space-y-2 text-note text-ink2">
        <p>
          <OriginText {...props} />
        </p>
        <OriginBasis {...props} />
      </div>
    </section>
  );
}

/** Sources and methods, as one paragraph. */
export function OriginText(props: Props) {
  const t = useSentences("summary.origin", props.summary.chosen.wording);
  const format = formats(useLocale());
  const { summary } = props;
  const { calendar, base, paceDays, forecastDays } = summary;
  const rule = paceRuleOf(props.campaign);
  const hasPace = paceDays.length >= rule.atLeast;
  const baseDay = base.isLookedAt ? summary.today : addDays(summary.today, -1);
  const chosen = summary.interventions.find(
    ({ intervention }) => intervention.key === summary.chosen.key,
  );
  const isOpen = calendar.phase === "running" || calendar.phase === "sweeping";
  return (
    <>
      {summary.sources.map((source) => (
        <SourceText key={source.source} source={source} summary={summary} />
      ))}
      {calendar.phase === "running" ? (
        <>
          {t.rich("running", {
            day: base.day,
            days: base.days,
            date: format.shortDay(baseDay),
            b: bold,
          })}{" "}
        </>
      ) : null}
      {isOpen && chosen && chosen.assessment.required.kind === "perDay" ? (
        <>
          {t.rich("required", {
            name: summary.chosen.shortName,
            date: format.shortDay(baseDay),
            needed: format.count(chosen.assessment.neededAtBase),
            days: base.daysLeft,
            b: bold,
          })}{" "}
        </>
      ) : null}
      {isOpen ? (
        <>
          {rule.isEveryDay
            ? t.rich(hasPace ? "paceDays" : "paceDaysEarly", {
                days: hasPace ? paceDays.length : rule.atLeast,
                b: bold,
              })
            : hasPace
              ? t.rich("pace", { days: dayRange(paceDays, format), b: bold })
              : t.rich("paceEarly", { b: bold })}{" "}
          {hasPace ? (
            <>
              {t.rich(rule.isEveryDay ? "forecastDays" : "forecast", {
                days: forecastDays,
                b: bold,
              })}{" "}
            </>
          ) : null}
        </>
      ) : null}
      <GapText summary={summary} />
    </>
  );
}

/** What the goal rests on, and where published figures were published. */
function OriginBasis({ campaign }: Pick<Props, "campaign">) {
  const t = useTranslations("summary.origin");
  const link = (chunks: ReactNode) =>
    campaign.sourceUrl === null ? chunks : <a href={campaign.sourceUrl}>{chunks}</a>;
  return (
    <>
      {campaign.sourceName === null ? null : (
        <p>{t.rich("published", { name: campaign.sourceName, b: bold, a: link })}</p>
      )}
      {campaign.legalBasis === null ? null : (
        <p>{t("legalBasis", { text: campaign.legalBasis })}</p>
      )}
    </>
  );
}

function SourceText(props: { readonly source: Source; readonly summary: Summary }) {
  const t = useTranslations("summary.origin");
  const format = formats(useLocale());
  const { source, summary } = props;
  const values = {
    source: t(`sources.${source.source}`),
    date: format.day(source.asOf),
    decree: source.decree === null ? "" : t("decree", { decree: source.decree }),
    b: bold,
  };
  if (source.isDeciding) return <>{t.rich("target", values)} </>;
  const coverages = summary.interventions.flatMap(({ intervention, assessment }) => {
    const other = byOtherSource(assessment);
    if (intervention.targetGroup || other === null) return [];
    return t("otherCoverage", {
      name: intervention.shortName,
      coverage: format.coverage(other),
      people: format.count(other.targetPopulation),
      points: format.points(other.tenths),
    });
  });
  return coverages.length === 0 ? null : (
    <>{t.rich("other", { ...values, coverages: coverages.join("; ") })} </>
  );
}

/** Names beyond these are counted. */
const maxNames = 3;

/** Why the needs of the places do not add up to the whole's. */
function GapText({ summary }: { readonly summary: Summary }) {
  const t = useTranslations("summary");
  const places = useTranslations("places");
  const format = formats(useLocale());
  const { needGap } = summary;
  if (needGap === null) return null;

  const { beyondGoal } = needGap;
  const values = {
    places: places(`counted.${partWord(summary)}`, { count: summary.parts.length }),
    parts: format.count(needGap.ofParts),
    whole: format.count(needGap.ofWhole),
  };
  if (beyondGoal.length === 0) return t("origin.gapRounding", values);
  return beyondGoal.length > maxNames
    ? t("origin.gapMany", { ...values, count: beyondGoal.length })
    : t("origin.gap", {
        ...values,
        names: format.list(beyondGoal.map((each) => `${each.name} (${format.coverage(each)})`)),
      });
}

/** "1 Jun–3 Jun", or the days one by one where some between them were incomplete. */
function dayRange(days: readonly CalendarDay[], format: Formats): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return "";
  return daysBetween(first, last) === days.length - 1
    ? `${format.shortDay(first)}–${format.shortDay(last)}`
    : format.list(days.map(format.shortDay));
}
