import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { HeadCell, PlainTable, RowHead, TableHead } from "@/components/base/ui/table";
import { AnnouncedFigure } from "@/components/monitor/coverage/announced-note";
import { OtherFigure, OtherKey } from "@/components/monitor/coverage/other-figure";
import { statusColors } from "@/components/monitor/coverage/status-color";
import { StatusShape } from "@/components/monitor/coverage/status-shape";
import { NumberLink } from "@/components/monitor/source/number-link";
import type { Campaign } from "@/lib/campaign/campaign";
import type { Wording } from "@/lib/base/i18n/wording";
import { formats, noData } from "@/lib/base/i18n/format";
import { goalOfChosen, type Summary } from "@/lib/monitor/summary/summary";
import { comparedBy, isGivenOnly, type SummaryPart } from "@/lib/monitor/summary/part";
import { statusWord } from "@/lib/monitor/assessment";

import { useEndedName } from "../use-ended-name";
import { GivenOnly } from "./given-only";
import { numberAddress, ofFigure } from "./number-address";
import { partWord } from "./place-word";
import { placeAddress } from "./summary-address";

/** Rows shown; the rest stand on the coverage screen. */
export const maxRows = 40;

/** The places by children still needed, for screens wider than a phone. */
export function PartTable(props: { readonly summary: Summary; readonly campaign: Campaign }) {
  const t = useSentences("summary.parts", props.summary.chosen.wording);
  const heads = useTranslations("places.heads");
  const locale = useLocale();
  const { summary, campaign } = props;
  const { unplaced } = summary;
  const parts = [...summary.parts.slice(0, maxRows), ...(unplaced ? [unplaced] : [])];
  const isGiven = isGivenOnly(summary.parts);
  const most = Math.max(1, ...parts.map((part) => comparedBy(part, isGiven) ?? 0));
  const isOpen = summary.calendar.phase === "running" || summary.calendar.phase === "sweeping";
  const hasGoal = goalOfChosen(summary) !== null && !isGiven;
  const hasStar = isOpen && !summary.isPast && parts.some(isIncomplete);

  return (
    <div className="max-tablet:hidden">
      <PlainTable look="parts">
        <TableHead>
          <td />
          <HeadCell className="name">{heads(partWord(summary))}</HeadCell>
          {hasGoal ? <HeadCell colSpan={2}>{t("needed")}</HeadCell> : null}
          {isGiven ? (
            <HeadCell colSpan={2}>{t("givenHead")}</HeadCell>
          ) : (
            <>
              <HeadCell colSpan={hasGoal ? 1 : 2}>{t("remaining")}</HeadCell>
              <HeadCell>{t("coverage")}</HeadCell>
            </>
          )}
          {isOpen && hasGoal ? (
            <>
              <HeadCell>{t("perDay")}</HeadCell>
              <HeadCell>{t("recent")}</HeadCell>
            </>
          ) : null}
          {isOpen ? (
            <HeadCell>
              {summary.isPast ? formats(locale).shortDay(summary.today) : t("today")}
            </HeadCell>
          ) : null}
        </TableHead>
        <tbody>
          {parts.map((part, index) => (
            <PartRow
              key={part.code}
              part={part}
              rank={part === unplaced || comparedBy(part, isGiven) === null ? null : index + 1}
              most={most}
              isGiven={isGiven}
              isOpen={isOpen}
              href={placeAddress(campaign, summary, part.code)}
              summary={summary}
              campaign={campaign}
            />
          ))}
        </tbody>
      </PlainTable>
      {isGiven ? null : <p className="mt-2 text-axis text-ink3">{t("remainingNote")}</p>}
      <OtherKey
        of={parts.map(({ assessment }) => assessment)}
        source={campaign.decidingTargetSource}
      />
      {hasStar ? <p className="mt-2 text-axis text-ink3">{t("incomplete")}</p> : null}
    </div>
  );
}

function PartRow(props: {
  readonly part: SummaryPart;
  /** null: it has none, as units in no kecamatan and whoever has no target population. */
  readonly rank: number | null;
  readonly most: number;
  readonly isGiven: boolean;
  readonly isOpen: boolean;
  readonly href: string;
  readonly summary: Summary;
  readonly campaign: Campaign;
}) {
  const link = useSentences("source.link", props.summary.chosen.wording);
  const format = formats(useLocale());
  const nameOf = useEndedName(props.summary.ended);
  const { part, rank, isGiven, isOpen } = props;
  const { assessment, required } = part;
  const hasGoal = goalOfChosen(props.summary) !== null && !isGiven;
  const of = { place: part.code, ...ofFigure(props.summary.chosen) };
  const named = link("of", { intervention: props.summary.chosen.shortName, place: part.name });
  return (
    <tr>
      <td>{rank}</td>
      <RowHead>
        <Link href={props.href}>{nameOf(part)}</Link>
      </RowHead>
      <td>
        <PartBar part={part} most={props.most} isGiven={isGiven} height={10} />
      </td>
      {hasGoal ? <td>{format.count(assessment.needed)}</td> : null}
      {isGiven ? (
        <td>
          <NumberLink
            href={numberAddress(props.campaign, props.summary, of)}
            name={link("doses", { count: format.count(assessment.dosesAdministered), of: named })}
          >
            {format.count(assessment.hasReported ? assessment.dosesAdministered : null)}
          </NumberLink>
        </td>
      ) : (
        <>
          <td>{format.count(assessment.remaining)}</td>
          <td>
            <CoverageFigure {...props} href={numberAddress(props.campaign, props.summary, of)} />
          </td>
        </>
      )}
      {isOpen && hasGoal ? (
        <>
          <td>
            {required.kind === "perDay"
              ? format.count(required.perDay)
              : required.kind === "nothingNeeded"
                ? format.count(0)
                : noData}
          </td>
          <td>{format.pace(paceOf(part))}</td>
        </>
      ) : null}
      {isOpen ? (
        <td>
          <TodayText
            part={part}
            named={named}
            wording={props.summary.chosen.wording}
            href={numberAddress(props.campaign, props.summary, {
              ...of,
              from: props.summary.today,
              to: props.summary.today,
            })}
            date={format.shortDay(props.summary.today)}
          />
        </td>
      ) : null}
    </tr>
  );
}

/** Status and coverage, or what stands in its place. */
function CoverageFigure(props: {
  readonly part: SummaryPart;
  readonly summary: Summary;
  readonly href: string;
}) {
  const status = useTranslations("common.status");
  const link = useSentences("source.link", props.summary.chosen.wording);
  const format = formats(useLocale());
  const { part, summary } = props;
  const { assessment } = part;
  const { wording, shortName } = summary.chosen;
  const coverage = coverageText(part, format);
  return (
    <>
      <span className="figure">
        <StatusShape
          status={statusWord(assessment)}
          size={12}
          label={status(statusWord(assessment))}
        />
        {assessment.hasReported ? (
          <NumberLink
            href={props.href}
            name={link("coverage", {
              coverage,
              of: link("of", { intervention: shortName, place: part.name }),
            })}
          >
            {coverage}
          </NumberLink>
        ) : (
          noData
        )}
        <GivenOnly assessment={assessment} wording={wording} />
        <AnnouncedFigure announced={part.announced} counts={assessment} wording={wording} />
      </span>
      <OtherFigure assessment={assessment} />
    </>
  );
}

/** What places are compared by, on the scale of the largest; dashed where nothing is known. */
export function PartBar(props: {
  readonly part: SummaryPart;
  readonly most: number;
  readonly isGiven: boolean;
  readonly height: number;
}) {
  const { assessment } = props.part;
  // To a hundredth of a percent.
  const amount = comparedBy(props.part, props.isGiven) ?? 0;
  const width = `${String(Math.round((amount / props.most) * 10_000) / 100)}%`;
  return (
    <svg aria-hidden width="100%" height={props.height} className="block overflow-visible">
      {assessment.status === "unknown" && !props.isGiven ? (
        <rect
          x="0.5"
          y="0.5"
          width={width}
          height={props.height - 1}
          rx="2"
          fill="none"
          stroke="var(--line-strong)"
          strokeDasharray="3 2"
        />
      ) : (
        <rect
          width={amount === 0 ? 2 : width}
          height={props.height}
          rx={amount === 0 ? 0 : 2}
          className={statusColors[props.isGiven ? "noGoal" : assessment.status].fill}
        />
      )}
    </svg>
  );
}

function TodayText(props: {
  readonly part: SummaryPart;
  readonly named: string;
  readonly wording: Wording;
  readonly href: string;
  readonly date: string;
}) {
  const { part } = props;
  const link = useSentences("source.link", props.wording);
  const t = useTranslations("summary.parts");
  const format = formats(useLocale());
  if (part.today === null) return noData;
  const { doses, received, expected } = part.today;
  if (received === 0 && expected > 0) {
    return <span className="text-ink3">{t("notReported")}</span>;
  }
  return (
    <>
      <NumberLink
        href={props.href}
        name={link("day", { count: format.signed(doses), of: props.named, date: props.date })}
      >
        {format.signed(doses)}
      </NumberLink>
      {isIncomplete(part) ? "*" : ""}
    </>
  );
}

/** A place that never reported has no coverage to show, whatever its target population. */
export function coverageText(
  part: Pick<SummaryPart, "assessment">,
  format: ReturnType<typeof formats>,
) {
  return part.assessment.hasReported ? format.coverage(part.assessment) : noData;
}

/** Nor has it a pace: its zeros are days without a report. */
export function paceOf(part: SummaryPart): number | null {
  return part.assessment.hasReported ? part.recentPace : null;
}

function isIncomplete({ today }: SummaryPart): boolean {
  return today !== null && today.received > 0 && today.received < today.expected;
}
