import clsx from "clsx";
import { Baby, HeartPulse, House, UserRound, type LucideIcon } from "lucide-react";
import { useLocale, useMessages } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { OtherSource } from "@/components/monitor/coverage/other-source";
import { StatusBadge } from "@/components/monitor/coverage/status-badge";
import { statusColors } from "@/components/monitor/coverage/status-color";
import { NumberLink } from "@/components/monitor/source/number-link";
import type { Campaign } from "@/lib/campaign/campaign";
import { formats, noData } from "@/lib/base/i18n/format";
import { isNoun } from "@/lib/base/i18n/wording";
import { hasCoverage, statusWord } from "@/lib/monitor/assessment";
import { servedBlocks } from "@/lib/monitor/summary/served";
import type { InterventionSummary, Summary } from "@/lib/monitor/summary/summary";

import { numberAddress, ofFigure } from "./number-address";

type Props = {
  readonly summary: Summary;
  readonly campaign: Campaign;
  /** On paper: without links. */
  readonly isPlain?: boolean;
};

/** Groups that do not add, each served of its own target population, in blocks of one noun. */
export function ServedList(props: Props) {
  const { words } = useMessages();
  return servedBlocks(props.summary.interventions).map(({ noun, rows }) => {
    const Icon = icons[noun] ?? UserRound;
    return (
      <div key={noun} className="served-block">
        <p>
          <Icon aria-hidden />
          {isNoun(noun) ? words.nouns[noun].many : noun}
        </p>
        <div>
          {rows.map((row) => (
            <ServedRow key={row.intervention.key} {...props} row={row} />
          ))}
        </div>
      </div>
    );
  });
}

const icons: Readonly<Record<string, LucideIcon>> = {
  child: Baby,
  infant: Baby,
  underTwo: Baby,
  underFive: Baby,
  pregnantWoman: HeartPulse,
  family: House,
};

function ServedRow({ row, ...props }: Props & { readonly row: InterventionSummary }) {
  const { intervention, assessment } = row;
  const t = useSentences("summary.served", intervention.wording);
  const format = formats(useLocale());
  const isKnown = hasCoverage(assessment);
  const coverage = isKnown ? format.coverage(assessment) : noData;
  const number = (kind: "doses" | "people", count: number) => (
    <Count {...props} row={row} kind={kind} count={count} />
  );
  const { needed, remaining, targetPopulation } = assessment;
  return (
    <article aria-label={intervention.name}>
      <h2>
        {intervention.name}
        {needed === null ? null : <StatusBadge status={statusWord(assessment)} look="inline" />}
      </h2>
      <p className="figure">{coverage}</p>
      <div>
        <ServedBar row={row} label={coverage} />
        <p>
          {targetPopulation === null
            ? t.rich("noTarget", { doses: () => number("doses", assessment.dosesAdministered) })
            : t.rich("counts", {
                doses: () => number("doses", assessment.dosesAdministered),
                people: () => number("people", targetPopulation),
              })}
          {remaining === null ? null : ` · ${t("remaining", { count: format.count(remaining) })}`}
          {needed === null || needed === 0
            ? null
            : ` · ${t("needed", {
                count: format.count(needed),
                goal: format.goal(assessment.coverageGoal),
              })}`}{" "}
          <OtherSource assessment={assessment} source={props.campaign.decidingTargetSource} />
        </p>
      </div>
    </article>
  );
}

/** Served of the target population: grey without a verdict, dashed where nobody is counted. */
function ServedBar(props: { readonly row: InterventionSummary; readonly label: string }) {
  const { assessment } = props.row;
  const { targetPopulation, dosesAdministered, needed } = assessment;
  if (!targetPopulation) {
    return (
      <svg aria-hidden width="100%" height="10" className="block overflow-visible">
        <rect
          x="0.5"
          y="0.5"
          width="99.8%"
          height="9"
          rx="2"
          fill="none"
          stroke="var(--line-strong)"
          strokeDasharray="3 2"
        />
      </svg>
    );
  }
  const share = Math.min(100, Math.round((dosesAdministered / targetPopulation) * 10_000) / 100);
  return (
    <svg role="img" aria-label={props.label} width="100%" height="10" className="block">
      <rect width="100%" height="10" rx="2" className="fill-sunken" />
      <rect
        width={`${String(share)}%`}
        height="10"
        rx="2"
        className={clsx(needed === null ? "fill-ink2" : statusColors[statusWord(assessment)].fill)}
      />
    </svg>
  );
}

function Count(
  props: Props & {
    readonly row: InterventionSummary;
    readonly kind: "doses" | "people";
    readonly count: number;
  },
) {
  const { intervention } = props.row;
  const link = useSentences("source.link", intervention.wording);
  const count = formats(useLocale()).count(props.count);
  if (props.isPlain) return <b>{count}</b>;
  const target = props.campaign.decidingTargetSource;
  return (
    <NumberLink
      href={numberAddress(props.campaign, props.summary, {
        ...ofFigure(intervention),
        ...(props.kind === "people" && { target }),
      })}
      name={link(props.kind, { count, of: intervention.shortName })}
    >
      <b>{count}</b>
    </NumberLink>
  );
}
