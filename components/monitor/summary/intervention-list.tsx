import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { AnnouncedNote } from "@/components/monitor/coverage/announced-note";
import { BulletBar } from "@/components/monitor/coverage/bullet-bar";
import { EachPair } from "@/components/monitor/coverage/each-pair";
import { NotByDoses } from "@/components/monitor/coverage/later-target";
import { TargetDetail } from "@/components/monitor/coverage/target-detail";
import { NotAddedNote } from "@/components/monitor/coverage/not-added-note";
import { OtherSource } from "@/components/monitor/coverage/other-source";
import { PacePair } from "@/components/monitor/coverage/pace-pair";
import { StatusBadge } from "@/components/monitor/coverage/status-badge";
import { statusColors } from "@/components/monitor/coverage/status-color";
import { StatusShape } from "@/components/monitor/coverage/status-shape";
import { NumberLink } from "@/components/monitor/source/number-link";
import type { Campaign } from "@/lib/campaign/campaign";
import { whyNotAdded } from "@/lib/campaign/figure";
import { formats, noData } from "@/lib/base/i18n/format";
import type { InterventionSummary, Summary } from "@/lib/monitor/summary/summary";
import { statusWord } from "@/lib/monitor/assessment";

import { bold } from "./bold";
import { numberAddress, ofFigure } from "./number-address";
import { partWord, unitWord } from "./place-word";
import { ServedList } from "./served-list";
import { VerdictSentence } from "./verdict-sentence";

/** "3.375,0%" is written smaller than "102,9%". */
const maxFigureLetters = 6;

/** Each intervention against its own goal: what it is, how far, and whether it will do. */
export function InterventionList(props: {
  readonly summary: Summary;
  readonly campaign: Campaign;
}) {
  const t = useTranslations("summary");
  return (
    <section
      aria-label={t("interventions")}
      className="-mx-4 mt-5 border-y border-line bg-surface px-4 tablet:mx-0 tablet:rounded-panel tablet:border-x tablet:px-6"
    >
      {props.summary.interventions
        .filter(({ intervention }) => intervention.targetGroup === null)
        .map((row) => (
          <InterventionRow key={row.intervention.key} row={row} {...props} />
        ))}
      <ServedList {...props} />
      <NotAddedNotes campaign={props.campaign} />
    </section>
  );
}

/** Why there is no total of interventions whose groups do not add. */
export function NotAddedNotes({ campaign }: { readonly campaign: Campaign }) {
  return campaign.interventions.map((intervention) => (
    <NotAddedNote
      key={intervention.code}
      notAdded={whyNotAdded(intervention)}
      wording={intervention.wording}
    />
  ));
}

function InterventionRow(props: {
  readonly row: InterventionSummary;
  readonly summary: Summary;
  readonly campaign: Campaign;
}) {
  const status = useTranslations("common.status");
  const format = formats(useLocale());
  const link = useSentences("source.link", props.row.intervention.wording);
  const unverified = useSentences("summary.unverified", props.row.intervention.wording);
  const { row, summary, campaign } = props;
  const { intervention, assessment, verdict } = row;
  const sentence = {
    wording: intervention.wording,
    sentence: row.sentence,
    goal: assessment.coverageGoal,
    places: partWord(summary),
    partCount: summary.parts.length,
    isOver: summary.calendar.phase === "ended",
  };
  const figure = assessment.hasReported ? format.coverage(assessment) : noData;
  const isOpen = summary.calendar.phase === "running" || summary.calendar.phase === "sweeping";

  const number = (kind: "doses" | "people" | "unverified", count: number) => (
    <NumberLink
      href={numberAddress(campaign, summary, {
        ...ofFigure(intervention),
        ...(kind === "unverified" ? { isUnverified: true } : {}),
        ...(kind === "people" ? { target: campaign.decidingTargetSource } : {}),
      })}
      name={link(kind, { count: format.count(count), of: intervention.shortName })}
    >
      {format.count(count)}
    </NumberLink>
  );

  return (
    <article
      aria-label={intervention.name}
      className="grid grid-cols-[1fr_auto] items-end gap-x-4 border-t border-line py-4 first:border-t-0 desktop:grid-cols-[8.5rem_minmax(6rem,auto)_1fr_18rem] desktop:items-center desktop:py-5"
    >
      <h2 className="flex items-center gap-2.5 text-panel font-semibold wrap-anywhere desktop:flex-col desktop:items-start desktop:gap-1.5">
        <StatusBadge status={statusWord(assessment)} className="max-desktop:hidden" />
        <StatusShape status={statusWord(assessment)} size={20} className="desktop:hidden" />
        {intervention.name}
      </h2>
      <p
        className={clsx(
          "text-right font-semibold tracking-tight whitespace-nowrap desktop:text-left",
          figure.length > maxFigureLetters ? "text-title" : "text-figure-phone desktop:text-figure",
        )}
      >
        {assessment.hasReported ? (
          <NumberLink
            href={numberAddress(campaign, summary, ofFigure(intervention))}
            name={link("coverage", { coverage: figure, of: intervention.shortName })}
          >
            {figure}
          </NumberLink>
        ) : (
          figure
        )}
      </p>
      <div className="col-span-2 mt-1 desktop:col-span-1 desktop:mt-0">
        <BulletBar
          wording={intervention.wording}
          counts={assessment}
          goal={assessment.coverageGoal}
          elapsed={assessment.base}
          forecast={isOpen ? verdict.forecast : null}
          status={verdict.status}
          unverifiedDoses={assessment.unverifiedDoses}
          countLinks={{
            doses: number("doses", assessment.dosesAdministered),
            people: number("people", assessment.targetPopulation ?? 0),
          }}
        />
        <AnnouncedNote
          announced={row.announced}
          counts={assessment}
          wording={intervention.wording}
        />
        <FiguresLine summary={summary} row={row} />
        <p className="text-axis text-ink2 empty:hidden">
          <OtherSource assessment={assessment} source={campaign.decidingTargetSource} />
        </p>
        <EachPair assessment={assessment} wording={intervention.wording} noun={unitWord(summary)} />
        <p className="text-axis text-warn empty:hidden">
          <NotByDoses steps={summary.steps} intervention={intervention} on={summary.today} />
        </p>
        {assessment.unverifiedDoses > 0 ? (
          <p className="text-axis text-ink2">
            {unverified.rich("row", {
              doses: () => number("unverified", assessment.unverifiedDoses),
            })}
          </p>
        ) : null}
        <MissingTargets {...row} />
      </div>
      <div className="col-span-2 mt-1 text-[0.9375rem] leading-[1.3125rem] text-ink2 desktop:hidden">
        <b className={clsx("font-semibold", statusColors[statusWord(assessment)].text)}>
          {status(statusWord(assessment))}.
        </b>{" "}
        <VerdictSentence {...sentence} />
      </div>
      <div className="hidden space-y-1.5 text-dense text-ink2 desktop:block">
        <p>
          <VerdictSentence {...sentence} isShort />
        </p>
        <PaceLine row={row} isOpen={isOpen} />
      </div>
    </article>
  );
}

/** What each day needs beside what it brings; once the goal is reached, what it brings. */
function PaceLine(props: { readonly row: InterventionSummary; readonly isOpen: boolean }) {
  const { intervention, assessment, verdict } = props.row;
  const t = useSentences("summary.sentence", intervention.wording);
  const format = formats(useLocale());
  if (verdict.required.kind === "perDay" && assessment.hasReported) {
    return (
      <PacePair
        perDay={verdict.required.perDay}
        recent={verdict.recentPace}
        status={verdict.status}
      />
    );
  }
  if (verdict.status !== "reached" || !props.isOpen || verdict.recentPace === null) return null;
  return (
    <p className="text-note text-ink3">
      {t("recentOnly", { recent: format.pace(verdict.recentPace) })}
    </p>
  );
}

/** Units whose target population nobody knows, so that the coverage is not of all. */
function MissingTargets({
  intervention,
  assessment,
}: Pick<InterventionSummary, "intervention" | "assessment">) {
  const t = useSentences("summary.sentence", intervention.wording);
  const format = formats(useLocale());
  const { dosesWithoutTarget, missingTargets, targetPopulation } = assessment;
  if (missingTargets === 0 || targetPopulation === null) return null;
  return (
    <p className="text-axis text-warn">
      {dosesWithoutTarget > 0
        ? t("withoutTarget", { doses: format.count(dosesWithoutTarget), count: missingTargets })
        : t("missingTargets", { count: missingTargets })}
    </p>
  );
}

/** Who is not reached, and what today has brought while the verdict still goes by yesterday. */
export function RowFigures({ row }: { readonly row: InterventionSummary }) {
  const t = useSentences("summary.row", row.intervention.wording);
  const format = formats(useLocale());
  const { remaining, onDay, base } = row.assessment;
  const isOpen = onDay !== null && !base.isLookedAt;
  return (
    <>
      {remaining === null ? null : t("remaining", { count: format.count(remaining) })}
      {remaining !== null && isOpen ? " · " : null}
      {isOpen
        ? onDay.isService && onDay.received === 0
          ? t("none")
          : t.rich(onDay.isService ? "open" : "openSweeping", {
              count: format.signed(onDay.doses),
              b: bold,
            })
        : null}
    </>
  );
}

function FiguresLine(props: { readonly summary: Summary; readonly row: InterventionSummary }) {
  const { summary, row } = props;
  return (
    <p className="text-axis text-ink2">
      <RowFigures row={row} />
      <span className="block empty:hidden">
        <TargetDetail counts={row.assessment} noun={summary.unitKind ?? "unit"} />
      </span>
    </p>
  );
}
