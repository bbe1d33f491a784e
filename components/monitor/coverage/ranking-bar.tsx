import { useTranslations } from "next-intl";

import { coverage } from "@/lib/coverage/coverage";
import { goalPercent } from "@/lib/coverage/goal";
import { announcedCounts } from "@/lib/monitor/announced";
import { unverifiedShare } from "@/lib/monitor/assessment";
import type { PlaceRow, Ranking } from "@/lib/monitor/coverage/rows";

import { HatchedRect } from "./hatch";
import type { RankingScale } from "./ranking-scale";
import { statusColors } from "./status-color";

const ticksId = "garis-skala";
const linesId = "garis-target";

/** Of the axis' length, to a hundredth of a percent: hundreds of rows say it. */
function share(value: number, end: number): string {
  return `${String(Math.round((value / end) * 10_000) / 100)}%`;
}

function placeOn({ end }: RankingScale, value: number): string {
  return share(Math.min(value, end), end);
}

/** The lines that run through all rows, drawn once and used by each. */
export function RankingLines({ scale }: { readonly scale: RankingScale }) {
  const at = (value: number) => placeOn(scale, value);
  return (
    <svg aria-hidden width="0" height="0" className="absolute">
      <defs>
        <g id={ticksId}>
          {scale.ticks.map((tick) => (
            <line
              key={tick}
              x1={at(tick)}
              x2={at(tick)}
              y1="0"
              y2="100%"
              stroke={tick === 0 ? "var(--line-strong)" : "var(--chart-grid)"}
            />
          ))}
        </g>
        <g id={linesId}>
          {scale.running === null ? null : (
            <Line at={at(scale.running)} width={1.5} edge={1.5} dashes="4 3" />
          )}
          {scale.goal === null ? null : (
            <Line at={at(goalPercent(scale.goal))} width={3} edge={1.5} />
          )}
        </g>
      </defs>
    </svg>
  );
}

/** One bar with its piece of the lines that run through all rows; in SVG, so that print keeps it. */
export function RankingBar(props: {
  readonly row: PlaceRow;
  readonly scale: RankingScale;
  readonly by: Ranking;
}) {
  const t = useTranslations("coverage.ranking");
  const { row, scale, by } = props;
  const at = (value: number) => placeOn(scale, value);
  const isCount = by !== "coverage";
  const isGiven = by === "dosesAdministered";
  const isOutlined = !isGiven && row.status === "unknown";
  const value = isCount ? row[by] : row.coverage === null ? null : row.coverage * 100;
  // What nobody has verified yet is the end of the bar, hatched.
  const open = isCount || row.coverage === null ? 0 : unverifiedShare(row) * row.coverage * 100;
  const said =
    row.announced === null || isCount
      ? 0
      : (coverage(announcedCounts(row.announced, row)) ?? 0) * 100;
  const reason =
    said > 0
      ? ""
      : isGiven
        ? row.hasReported
          ? null
          : t("never")
        : row.targetPopulation === null
          ? t("noTarget")
          : row.targetPopulation === 0
            ? t("emptyTarget")
            : row.hasReported || isCount
              ? null
              : t("never");

  return (
    <div className="relative h-full">
      <svg width="100%" height="100%" className="absolute inset-0 block overflow-visible">
        <use href={`#${ticksId}`} />
        {said > 0 ? (
          <svg y="50%" className="overflow-visible">
            <HatchedRect status="noGoal" x="0" y={-7} width={at(said)} height={14} />
          </svg>
        ) : null}
        {reason === null && value !== null ? (
          <svg y="50%" className="overflow-visible">
            <rect
              y="-7"
              width={at(value - open)}
              height="14"
              rx="2"
              className={
                isOutlined ? "fill-none" : statusColors[isGiven ? "noGoal" : row.status].fill
              }
              {...(isOutlined && {
                stroke: "var(--line-strong)",
                strokeDasharray: "4 3",
              })}
            />
            {open > 0 ? (
              <HatchedRect
                status={row.status}
                x={at(value - open)}
                y={-7}
                width={share(
                  Math.min(value, scale.end) - Math.min(value - open, scale.end),
                  scale.end,
                )}
                height={14}
              />
            ) : null}
          </svg>
        ) : null}
        {reason === null && value !== null && value > scale.end ? <BreakMark /> : null}
        <use href={`#${linesId}`} />
      </svg>
      {reason ? (
        <span className="absolute top-1/2 left-1 -translate-y-1/2 bg-surface px-0.5 text-axis whitespace-nowrap text-ink3">
          {reason}
        </span>
      ) : null}
    </div>
  );
}

/** Two slanted strokes near the end: the bar goes on beyond the axis. */
function BreakMark() {
  return (
    <svg x="100%" y="50%" className="overflow-visible" data-break>
      <path d="M-16 9 L-10 -9 L-5 -9 L-11 9 Z" fill="var(--surface)" />
      <path d="M-16 9 L-10 -9 M-11 9 L-5 -9" stroke="var(--ink)" strokeWidth="1.5" fill="none" />
    </svg>
  );
}

/** A line that may cross a fill has an edge of the surface's colour. */
function Line(props: {
  readonly at: string;
  readonly width: number;
  readonly edge: number;
  readonly dashes?: string;
}) {
  const { at, width, edge, dashes } = props;
  return (
    <>
      <line
        x1={at}
        x2={at}
        y1="0"
        y2="100%"
        stroke="var(--surface)"
        strokeWidth={width + 2 * edge}
      />
      <line
        x1={at}
        x2={at}
        y1="0"
        y2="100%"
        stroke="var(--ink)"
        strokeWidth={width}
        {...(dashes && { strokeDasharray: dashes })}
      />
    </>
  );
}
