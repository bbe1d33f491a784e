import clsx from "clsx";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { PlainTable, RowHead } from "@/components/base/ui/table";
import { formats } from "@/lib/base/i18n/format";
import type { Wording } from "@/lib/base/i18n/wording";
import type { PlaceNoun } from "@/lib/campaign/unit-kind";
import type { PlaceRow, Ranking } from "@/lib/monitor/coverage/rows";
import { hasCoverage, statusWord } from "@/lib/monitor/assessment";

import { AnnouncedFigure } from "./announced-note";
import type { CoverageProps } from "./coverage-props";
import { OtherFigure } from "./other-figure";
import { byOtherSource } from "./other-source";
import { PwsWord } from "./pws-word";
import { RankingBar } from "./ranking-bar";
import { RankingHead } from "./ranking-head";
import type { RankingScale } from "./ranking-scale";
import { StatusShape } from "./status-shape";

/** A row is 28 px, 24 where there are many, 44 on a phone, and the whole of it is a link. */
export function RankingTable({
  params,
  view,
  links,
  rows,
  scale,
  by,
  noun,
  hasHead,
}: CoverageProps & {
  readonly by: Ranking;
  readonly rows: readonly PlaceRow[];
  readonly scale: RankingScale;
  readonly noun: PlaceNoun;
  readonly hasHead: boolean;
}) {
  const format = formats(useLocale());
  const t = useTranslations("coverage.ranking");
  const hasLack = by !== "dosesAdministered";
  const hasPws = rows.some(({ pws }) => pws !== null);
  const hasOther = rows.some((row) => byOtherSource(row) !== null);
  const isDense = rows.length > 20 && view.root.parts === "unit";

  return (
    <PlainTable look="ranking" className={isDense ? "dense" : undefined}>
      <colgroup>
        <col className="w-29 tablet:w-36" />
        <col />
        <col className={hasOther ? "w-30 tablet:w-34" : "w-19 tablet:w-22"} />
        {hasLack ? <col className="hidden w-19 tablet:table-column" /> : null}
        {hasPws ? <col className="hidden w-22 tablet:table-column" /> : null}
      </colgroup>
      {hasHead ? <RankingHead {...{ by, scale, noun, hasPws }} wording={params.wording} /> : null}
      <tbody>
        {rows.map((row) => (
          <tr key={row.code}>
            <RowHead>
              <Link href={links.place(row.code)} prefetch={false}>
                {row.name}
              </Link>
            </RowHead>
            <td aria-hidden>
              <RankingBar row={row} scale={scale} by={by} />
            </td>
            <td>
              {by === "dosesAdministered" ? (
                format.count(row.hasReported ? row.dosesAdministered : null)
              ) : (
                <>
                  <CoverageFigure row={row} wording={params.wording} />
                  <OtherFigure assessment={row} />
                </>
              )}
            </td>
            {hasLack ? (
              <td>
                {row.coverageGoal === null ? null : format.count(row.needed)}
                {row.remaining === null || row.remaining === 0 ? null : (
                  <small>{t("remaining", { count: format.count(row.remaining) })}</small>
                )}
              </td>
            ) : null}
            {hasPws ? (
              <td>
                <PwsWord row={row} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
      <tfoot aria-hidden>
        <tr className="text-axis text-ink3">
          <td />
          <td className="p-0">
            <AxisNumbers scale={scale} isCount={by !== "coverage"} />
          </td>
          <td />
          {hasLack ? <td className="hidden tablet:table-cell" /> : null}
          {hasPws ? <td className="hidden tablet:table-cell" /> : null}
        </tr>
      </tfoot>
    </PlainTable>
  );
}

function CoverageFigure({ row, wording }: { readonly row: PlaceRow; readonly wording: Wording }) {
  const t = useSentences("coverage.ranking", wording);
  const status = useTranslations("common.status");
  const format = formats(useLocale());
  return (
    <span className="figure">
      <StatusShape status={statusWord(row)} size={12} label={status(statusWord(row))} />
      {hasCoverage(row) ? format.coverage(row) : "–"}
      <AnnouncedFigure announced={row.announced} counts={row} wording={wording} />
      {row.hasReported && row.targetPopulation === null ? (
        <small>{t("given", { count: format.count(row.dosesAdministered) })}</small>
      ) : null}
    </span>
  );
}

function AxisNumbers(props: { readonly scale: RankingScale; readonly isCount: boolean }) {
  const format = formats(useLocale());
  const { ticks, end } = props.scale;
  return (
    <div className="relative h-5">
      {ticks.map((tick, index) => (
        <span
          key={tick}
          className={clsx(
            "absolute top-0.5",
            index === 0 ? "" : "-translate-x-1/2",
            index % 2 === 1 && ticks.length > 3 && "hidden tablet:inline",
          )}
          style={{ left: `${(tick / end) * 100}%` }}
        >
          {props.isCount ? format.count(tick) : format.share(tick / 100)}
        </span>
      ))}
    </div>
  );
}
