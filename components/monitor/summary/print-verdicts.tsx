import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";

import { AnnouncedNote } from "@/components/monitor/coverage/announced-note";
import { BulletBar } from "@/components/monitor/coverage/bullet-bar";
import { EachPair } from "@/components/monitor/coverage/each-pair";
import { NotByDoses } from "@/components/monitor/coverage/later-target";
import { TargetDetail } from "@/components/monitor/coverage/target-detail";
import { StatusBadge } from "@/components/monitor/coverage/status-badge";
import type { Campaign } from "@/lib/campaign/campaign";
import { formats, noData } from "@/lib/base/i18n/format";
import type { Summary } from "@/lib/monitor/summary/summary";
import { statusWord } from "@/lib/monitor/assessment";

import { NotAddedNotes, RowFigures } from "./intervention-list";
import { partWord, unitWord } from "./place-word";
import { ServedList } from "./served-list";
import { VerdictSentence } from "./verdict-sentence";

/** Interventions with which rows are roomy; more of them stay on the one page as lower rows. */
const maxRoomyVerdicts = 6;

/** The interventions on paper: name and status, coverage, bar, sentence with both paces. */
export function PrintVerdicts(props: { readonly summary: Summary; readonly campaign: Campaign }) {
  const t = useTranslations("summary");
  const format = formats(useLocale());
  const { summary } = props;
  const isOpen = summary.calendar.phase === "running" || summary.calendar.phase === "sweeping";
  const rows = summary.interventions.filter(({ intervention }) => !intervention.targetGroup);
  const isLow = rows.length > maxRoomyVerdicts;
  return (
    <section aria-label={t("interventions")} className="mt-2 border-t border-line-strong">
      {rows.map((row) => (
        <div
          key={row.intervention.key}
          className={clsx(
            "grid break-inside-avoid grid-cols-[11.5rem_6rem_1fr_17rem] items-center gap-x-4 border-b border-line",
            isLow ? "leading-tight" : "py-0.5",
          )}
        >
          <div>
            <p className={clsx("font-semibold", !isLow && "text-[1.05rem]")}>
              {row.intervention.name}
            </p>
            <StatusBadge
              status={statusWord(row.assessment)}
              look="inline"
              className="font-semibold"
            />
          </div>
          <p className={clsx("font-semibold", isLow ? "text-[1.2rem]" : "text-[1.85rem]")}>
            {row.assessment.hasReported ? format.coverage(row.assessment) : noData}
          </p>
          <div>
            <BulletBar
              wording={row.intervention.wording}
              counts={row.assessment}
              goal={row.assessment.coverageGoal}
              elapsed={row.assessment.base}
              forecast={isOpen ? row.verdict.forecast : null}
              status={row.verdict.status}
              unverifiedDoses={row.assessment.unverifiedDoses}
            />
            <AnnouncedNote
              announced={row.announced}
              counts={row.assessment}
              wording={row.intervention.wording}
            />
            <p className="-mt-1 text-[0.8rem]/[1.1] text-ink2">
              <RowFigures row={row} />{" "}
              <span className="before:mr-1 before:content-['·'] empty:hidden">
                <TargetDetail counts={row.assessment} noun={summary.unitKind ?? "unit"} />
              </span>{" "}
              <NotByDoses
                steps={summary.steps}
                intervention={row.intervention}
                on={summary.today}
              />
            </p>
            <EachPair
              assessment={row.assessment}
              wording={row.intervention.wording}
              noun={unitWord(summary)}
            />
          </div>
          <p className={clsx("text-ink2", isLow && "text-[0.8rem]")}>
            <VerdictSentence
              wording={row.intervention.wording}
              sentence={row.sentence}
              goal={row.assessment.coverageGoal}
              places={partWord(summary)}
              partCount={summary.parts.length}
              isOver={summary.calendar.phase === "ended"}
            />
          </p>
        </div>
      ))}
      <ServedList {...props} isPlain />
      <NotAddedNotes campaign={props.campaign} />
    </section>
  );
}
