import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { useSentences } from "@/components/base/use-sentences";
import { GroupingChoice } from "@/components/monitor/grouping-choice";
import { DoubtNote } from "@/components/monitor/coverage/doubt-note";
import { TwoLevelsNote } from "@/components/monitor/coverage/two-levels-note";
import { LaterTarget } from "@/components/monitor/coverage/later-target";
import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { ButtonLink } from "@/components/base/ui/button-link";
import { DayFilter } from "@/components/base/ui/date-field";
import { Segments } from "@/components/base/ui/segments";
import type { Campaign } from "@/lib/campaign/campaign";
import { formats } from "@/lib/base/i18n/format";
import { routes } from "@/lib/base/routes";
import { isWideMap } from "@/lib/base/region/tile-layout";
import { isGivenOnly } from "@/lib/monitor/summary/part";
import { goalOfChosen, type Summary } from "@/lib/monitor/summary/summary";

import { DayLine } from "./day-line";
import { GateList } from "./gate-list";
import { Headline } from "./headline";
import { InterventionChoice } from "./intervention-choice";
import { InterventionList } from "./intervention-list";
import { OriginNote } from "./origin-note";
import { AllPartsLink, PartList } from "./part-list";
import { mapLayout, PartMap } from "./part-map";
import { PartTable } from "./part-table";
import { partWord } from "./place-word";
import { PrintButton } from "./print-button";
import { ReportsNotice, ReportsPanel } from "./reports-panel";
import { Shortfall } from "./shortfall";
import { SinceYesterday } from "./since-yesterday";
import { perWord, summaryAddress } from "./summary-address";
import { UnverifiedNote } from "./unverified-note";
import { WaitingReports } from "./waiting-reports";

type Props = { readonly summary: Summary; readonly campaign: Campaign };

/** The summary on a screen: sentence, bars, places, what changed, where it comes from. */
export function SummaryPage(
  props: Props & {
    readonly mayReview: boolean;
    /** What was asked about the campaign, for those who asked: beside the sentence, and under the bars. */
    readonly asked?: { readonly lead: ReactNode; readonly block: ReactNode } | null;
  },
) {
  const t = useSentences("summary", props.campaign.wording);
  const { summary } = props;
  const isOpen = summary.calendar.phase === "running" || summary.calendar.phase === "sweeping";
  return (
    <div className="print:hidden">
      <PastNotice {...props} />
      {summary.isPast ? <LaterTarget steps={summary.steps} on={summary.today} /> : null}
      <SummaryHead {...props} lead={props.asked?.lead} />
      <TwoLevelsNote
        levels={summary.twoLevels}
        wholes={summary.interventions.map(({ assessment }) => assessment)}
        campaign={props.campaign}
      />
      <DoubtNote {...props} doubts={summary.doubts} />
      <InterventionList {...props} />
      <GateList gates={summary.gates} />
      <UnverifiedNote {...props} />
      <p className="mt-1 text-note text-ink3">{t("numbers")}</p>
      {props.asked?.block}
      {summary.parts.length > 1 ? <PartsSection {...props} /> : null}
      <div
        className={`mt-10 grid gap-x-8 gap-y-10 ${isOpen ? "desktop:grid-cols-[1.25fr_1fr_1fr]" : ""}`}
      >
        {isOpen ? <SinceYesterday {...props} /> : null}
        {isOpen && !summary.isPast && summary.reports ? <WaitingReports summary={summary} /> : null}
        <OriginNote {...props} />
      </div>
    </div>
  );
}

function SummaryHead(props: Props & { readonly lead: ReactNode }) {
  const t = useTranslations("summary");
  const { summary, campaign } = props;
  return (
    <div className="grid gap-x-16 gap-y-4 tablet:grid-cols-[1fr_16rem] desktop:grid-cols-[1fr_23.25rem]">
      <div className="min-w-0">
        <p className="text-note text-ink2">
          <span className="block tablet:hidden">{campaign.name}</span>
          <DayLine summary={summary} campaign={campaign} />
        </p>
        <h1 className="mt-1 text-verdict-phone font-semibold tracking-[-0.018em] text-balance desktop:text-verdict">
          <Headline summary={summary} campaign={props.campaign} />
        </h1>
        <p className="mt-1.5 max-w-200 text-ink2 desktop:text-section desktop:font-normal">
          <Shortfall summary={summary} /> {props.lead}
        </p>
        <ReportsNotice {...props} />
        <div className="mt-4 flex flex-wrap items-end gap-3">
          <div className="max-tablet:hidden">
            <PrintButton label={t("print")} />
          </div>
          <RoundChoice {...props} />
          <DayChoice {...props} />
        </div>
      </div>
      <ReportsPanel {...props} />
    </div>
  );
}

/** Says that the page stands on a day in the past, what it knows, and the way back. */
function PastNotice({ summary, campaign }: Props) {
  const t = useSentences("summary.past", campaign.wording);
  const format = formats(useLocale());
  if (!summary.isPast) return null;
  return (
    <div className="mb-4">
      <Banner
        kind="info"
        title={t("title", { date: format.day(summary.today) })}
        action={
          <ButtonLink href={summaryAddress(campaign, { ...summary, isPast: false }, {})}>
            {t("back")}
          </ButtonLink>
        }
      >
        {t("note")}
      </Banner>
    </div>
  );
}

/** Another day of the campaign, by a plain form. */
function DayChoice({ summary, campaign }: Props) {
  const t = useTranslations("summary.past");
  const locale = useLocale();
  if (summary.calendar.phase === "before") return null;
  return (
    <form action={routes.summary} className="flex flex-wrap items-end gap-2">
      <input type="hidden" name="kampanye" value={campaign.slug} />
      <input type="hidden" name="intervensi" value={summary.chosen.code} />
      {summary.chosen.targetGroup === null ? null : (
        <input type="hidden" name="kelompok" value={summary.chosen.targetGroup} />
      )}
      {summary.setKind ? (
        <input type="hidden" name="per" value={perWord(summary.setKind) ?? ""} />
      ) : null}
      <DayFilter
        key={summary.today}
        id="tanggal"
        name="tanggal"
        label={t("label")}
        locale={locale}
        required
        min={campaign.startsOn}
        defaultValue={summary.today}
      />
      <Button type="submit" size="filter">
        {t("show")}
      </Button>
    </form>
  );
}

function RoundChoice({ summary, campaign }: Props) {
  const t = useTranslations("summary");
  if (campaign.rounds.length < 2) return null;
  return (
    <Segments
      label={t("roundLabel")}
      options={campaign.rounds.map(({ number }) => ({
        label: t("roundNumber", { number }),
        href: summaryAddress(campaign, summary, { round: number }),
        isCurrent: number === summary.round.number,
      }))}
    />
  );
}

function PartsSection(props: Props) {
  const t = useSentences("summary", props.summary.chosen.wording);
  const places = useTranslations("places");
  const format = formats(useLocale());
  const { summary, campaign } = props;
  const { chosen } = summary;
  const word = partWord(summary);
  const layout = mapLayout(summary, campaign);
  const goal = goalOfChosen(summary);
  const isGiven = isGivenOnly(summary.parts);
  const isBeside = layout !== null && !isWideMap(layout);

  return (
    <section aria-labelledby="kekurangan-terbesar" className="mt-10">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div>
          <h2 id="kekurangan-terbesar" className="text-section font-semibold">
            {t(isGiven ? "parts.titleGiven" : goal === null ? "parts.titleNoGoal" : "parts.title", {
              head: places(`heads.${word}`),
            })}
          </h2>
          <p className="text-note text-ink2">
            {isGiven
              ? t("parts.noteGiven", { name: chosen.name, noun: places(`nouns.${word}`) })
              : goal === null
                ? t("parts.noteNoGoal", { name: chosen.name })
                : t("parts.note", { name: chosen.name, goal: format.goal(goal) })}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-3 max-tablet:w-full">
          <GroupingChoice
            sets={campaign.unitSets}
            current={summary.setKind}
            href={(setKind) => summaryAddress(campaign, summary, { setKind })}
          />
          <InterventionChoice {...props} />
        </div>
      </div>
      <div
        className={`mt-3 grid items-start gap-6 ${isBeside ? "wide:grid-cols-[1fr_23.25rem]" : ""}`}
      >
        <div className="min-w-0 tablet:rounded-panel tablet:border tablet:border-line tablet:bg-surface tablet:px-4 tablet:py-2">
          <PartTable {...props} />
          <PartList {...props} />
          <AllPartsLink {...props} />
        </div>
        {layout ? (
          <div className="min-w-0 tablet:rounded-panel tablet:border tablet:border-line tablet:bg-surface tablet:p-5">
            <h3 className="mb-3 text-dense font-semibold">
              {t("parts.map", {
                name: chosen.shortName,
                count: summary.parts.length,
                places: places(`counted.${word}`, { count: summary.parts.length }),
              })}
            </h3>
            <PartMap {...props} isLinked />
          </div>
        ) : null}
      </div>
    </section>
  );
}
