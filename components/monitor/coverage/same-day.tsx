import { Table2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { HeadCell, NumberCell, RowHead, ScrollTable, TableHead } from "@/components/base/ui/table";
import { useSentences } from "@/components/base/use-sentences";
import { goalRatio } from "@/lib/coverage/goal";
import { formats } from "@/lib/base/i18n/format";
import type { PairStep, PairView } from "@/lib/monitor/coverage/pair";

import { CoveragePanel } from "./coverage-panel";
import { pairWords } from "./pair-words";

const [width, height] = [600, 200];

/** Both on the same day of their round: where the later one was when the earlier one was as old. */
export function SameDay({ view }: { readonly view: PairView }) {
  const t = useSentences("coverage.pair", view.wording);
  const format = formats(useLocale());
  const words = pairWords(t, view);
  const { earlier, later, sameDay } = view;
  const days = Math.max(earlier.curve.length, later.curve.length);
  if (days === 0) return null;
  const names = { earlier: words.within(earlier), later: words.head(later) };
  const points = sameDay && Math.round(sameDay.difference * 1_000);
  const sentence =
    sameDay === null || points === null
      ? t("sameDay.note")
      : t(points < 0 ? "sameDay.below" : points > 0 ? "sameDay.above" : "sameDay.equal", {
          ...names,
          day: String(sameDay.day),
          points: format.tenths(Math.abs(points)).replace("%", ""),
        });
  const y = (share: number) => height - Math.min(1, share) * height;
  const x = (day: number) => (days === 1 ? 0 : ((day - 1) / (days - 1)) * width);
  const { coverageGoal } = later.assessment;
  return (
    <CoveragePanel title={t("sameDay.title")} note={sentence}>
      <svg
        role="img"
        aria-label={sentence}
        viewBox={`0 -4 ${width} ${height + 8}`}
        preserveAspectRatio="none"
        className="mt-3 block h-44 w-full"
      >
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <Level key={share} y={y(share)} stroke="var(--line)" thickness={1} />
        ))}
        {coverageGoal === null ? null : (
          <Level y={y(goalRatio(coverageGoal))} stroke="var(--ink)" thickness={2} />
        )}
        {[earlier, later].map((step) => (
          <polyline
            key={`${step.round.number} ${step.intervention.code}`}
            points={step.curve
              .map(({ day, doses }) => `${x(day)},${y(shareOf(step, doses))}`)
              .join(" ")}
            fill="none"
            stroke={step === earlier ? "var(--ink3)" : "var(--brand)"}
            strokeWidth="3"
            vectorEffect="non-scaling-stroke"
            strokeDasharray={step === earlier ? "6 4" : undefined}
          />
        ))}
      </svg>
      <p className="mt-1 flex flex-wrap justify-between gap-x-4 text-note text-ink2">
        <span>{t("sameDay.axis", { days: String(days) })}</span>
        <span>
          <span aria-hidden className="text-ink3">
            ┅{" "}
          </span>
          {words.head(earlier)}{" "}
          <span aria-hidden className="ml-2 text-brand">
            ━{" "}
          </span>
          {words.head(later)} ·{" "}
          {coverageGoal === null ? null : t("sameDay.goal", { goal: format.goal(coverageGoal) })}
        </span>
      </p>
      <DaysTable view={view} days={days} />
    </CoveragePanel>
  );
}

function shareOf({ assessment }: PairStep, doses: number): number {
  return assessment.targetPopulation ? doses / assessment.targetPopulation : 0;
}

function Level(props: { readonly y: number; readonly stroke: string; readonly thickness: number }) {
  return (
    <line
      x1="0"
      x2={width}
      y1={props.y}
      y2={props.y}
      stroke={props.stroke}
      strokeWidth={props.thickness}
      vectorEffect="non-scaling-stroke"
    />
  );
}

function DaysTable({ view, days }: { readonly view: PairView; readonly days: number }) {
  const t = useSentences("coverage.pair", view.wording);
  const common = useTranslations("common");
  const format = formats(useLocale());
  const words = pairWords(t, view);
  const steps = [view.earlier, view.later];
  return (
    <details className="mt-3 print:hidden">
      <summary className="inline-flex min-h-11 items-center gap-2 text-dense text-link underline underline-offset-3 tablet:min-h-6">
        <Table2 aria-hidden className="size-4" />
        {common("showAsTable")}
      </summary>
      <ScrollTable look="figures-table" label={t("sameDay.title")} frame="mt-2">
        <TableHead>
          <HeadCell>{t("sameDay.day")}</HeadCell>
          {steps.map((step) => (
            <HeadCell key={words.head(step)}>{words.head(step)}</HeadCell>
          ))}
        </TableHead>
        <tbody>
          {Array.from({ length: days }, (_, index) => (
            <tr key={index}>
              <RowHead>{index + 1}</RowHead>
              {steps.map((step) => {
                const at = step.curve[index];
                return (
                  <NumberCell key={words.head(step)}>
                    {at
                      ? `${format.count(at.doses)} (${format.coverage({
                          dosesAdministered: Math.max(0, at.doses),
                          targetPopulation: step.assessment.targetPopulation,
                        })})`
                      : "–"}
                  </NumberCell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </details>
  );
}
