import clsx from "clsx";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { interventionOf } from "@/lib/campaign/campaign";
import { formats } from "@/lib/base/i18n/format";
import type { InterventionAssessment } from "@/lib/monitor/coverage/view";
import { excessOver, hasCoverage, statusWord } from "@/lib/monitor/assessment";

import { BulletBar } from "./bullet-bar";
import type { CoverageProps } from "./coverage-props";
import { NotAddedNote } from "./not-added-note";
import { StatusShape } from "./status-shape";

/** As many as there are, up to four in a row. */
const columnClasses: Readonly<Record<number, string>> = {
  2: "desktop:grid-cols-2",
  3: "desktop:grid-cols-3",
  4: "desktop:grid-cols-4",
};

/**
 * The interventions of the campaign, each against its own goal; the chosen one is marked on top. A
 * campaign of one has its figure here, too.
 */
export function InterventionTabs(props: CoverageProps) {
  const t = useTranslations("coverage.tabs");
  const { view, params, links } = props;
  return (
    <nav aria-label={t("label")} className="mt-4 print:hidden">
      <ul
        className={clsx(
          view.interventions.length > 1 && "grid-cols-2",
          "grid gap-px overflow-hidden rounded-panel border border-line bg-surface",
          columnClasses[Math.min(view.interventions.length, 4)],
        )}
      >
        {view.interventions.map((each) => (
          <li key={each.intervention.key} className="min-w-0 outline outline-line">
            <Tab
              {...each}
              isChosen={each.intervention.key === params.intervention.key}
              href={links.here({
                intervensi: each.intervention.code,
                kelompok:
                  each.intervention.targetGroup ??
                  (each.assessment ? (params.groupFilter ?? "") : ""),
              })}
            />
          </li>
        ))}
      </ul>
      <div className="mt-3 empty:hidden">
        <NotAddedNote notAdded={view.notAdded} wording={wholeOf(props).wording} />
      </div>
    </nav>
  );
}

/** The chosen intervention with all of its groups. */
function wholeOf({ campaign, params }: CoverageProps) {
  return interventionOf(campaign, params.intervention.code);
}

function Tab({
  intervention,
  assessment,
  isChosen,
  href,
}: InterventionAssessment & {
  readonly isChosen: boolean;
  readonly href: string;
}) {
  const t = useTranslations("coverage.tabs");
  const status = useTranslations("common.status");
  const format = formats(useLocale());
  const needed =
    assessment === null
      ? t("notGiven")
      : assessment.coverageGoal === null
        ? t("noGoal")
        : assessment.needed === null
          ? t(assessment.targetPopulation === 0 ? "emptyTarget" : "noTarget")
          : assessment.needed > 0
            ? t("needed", {
                count: format.count(assessment.needed),
                remaining: format.count(assessment.remaining),
              })
            : assessment.isDoubtful
              ? t("doubtful")
              : excessOver(assessment) > 0
                ? t("exceeded")
                : t("reached");

  return (
    <Link
      href={href}
      scroll={false}
      aria-current={isChosen ? "true" : undefined}
      className={clsx(
        "block h-full border-t-4 px-3 pt-2.5 pb-3 text-ink no-underline focus-visible:outline-offset-[-3px] tablet:px-4",
        isChosen ? "border-brand" : "border-transparent bg-canvas hover:bg-sunken",
      )}
    >
      <span className="flex items-start justify-between gap-2 text-dense font-semibold">
        <span className="min-w-0">{intervention.name}</span>
        {assessment ? (
          <StatusShape
            status={statusWord(assessment)}
            size={16}
            label={status(statusWord(assessment))}
          />
        ) : null}
      </span>
      <span className="mt-1 flex flex-wrap items-baseline justify-between gap-x-2">
        <span className="text-title font-semibold tracking-tight">
          {assessment && hasCoverage(assessment) ? format.coverage(assessment) : "–"}
        </span>
        <span className="text-note text-ink2">{needed}</span>
      </span>
      {assessment ? (
        <BulletBar
          wording={intervention.wording}
          size="small"
          counts={assessment}
          unverifiedDoses={assessment.unverifiedDoses}
          goal={assessment.coverageGoal}
          elapsed={assessment.base}
          forecast={null}
          status={assessment.status}
          className="mt-1.5"
        />
      ) : null}
    </Link>
  );
}
