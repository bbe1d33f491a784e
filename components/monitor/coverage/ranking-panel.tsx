import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { countAxis, shareAxis } from "@/components/base/chart/axis";
import { Segments } from "@/components/base/ui/segments";
import { formats } from "@/lib/base/i18n/format";
import { withoutUnplaced } from "@/lib/campaign/unplaced";
import { partNoun } from "@/lib/monitor/coverage/place";
import { ranked, rankingOf, type PlaceRow, type Ranking } from "@/lib/monitor/coverage/rows";
import { unverifiedShare } from "@/lib/monitor/assessment";

import { CoveragePanel } from "./coverage-panel";
import type { CoverageProps } from "./coverage-props";
import { HatchKey } from "./hatch";
import { OtherKey } from "./other-figure";
import { PlaceNumber } from "./place-number";
import type { RankingScale } from "./ranking-scale";
import { RankingLines } from "./ranking-bar";
import { RankingTable } from "./ranking-table";

/** Rows before "show more": a kecamatan fits, a kabupaten of villages does not. */
const shownAtFirst = 60;

/**
 * The places against each other. It is a table whose second column is a bar, drawn on the server:
 * bars, figures and links stay in line at any size, it reads the same without scripts and on paper,
 * and it needs no second table to say its numbers.
 */
export function RankingPanel(props: CoverageProps) {
  const t = useSentences("coverage.ranking", props.params.wording);
  const nouns = useTranslations("places.nouns");
  const format = formats(useLocale());
  const { params, view, links } = props;
  const noun = nouns(partNoun(view.root));
  const intervention = params.intervention.shortName;
  const inForce = view.parts.filter(({ code }) => !view.ended.has(code));
  const by = rankingOf(inForce, params.ranking);
  const rows = ranked(inForce, by);
  const scale = scaleOf(props, rows, by);
  const table = { ...props, by, scale, noun: partNoun(view.root) };
  const rest = rows.slice(shownAtFirst);

  return (
    <CoveragePanel
      title={
        view.root.parts !== "unit"
          ? t(by === "dosesAdministered" ? "titleGiven" : "title", { noun })
          : t(partsTitles[by], { count: String(rows.length), noun })
      }
      note={t(notes[by], { intervention, noun })}
      actions={
        by === "dosesAdministered" || view.total.coverageGoal === null ? null : (
          <Segments
            label={t("toggle")}
            options={[
              {
                label: t("byCoverage"),
                href: links.here({ peringkat: "" }),
                isCurrent: by === "coverage",
              },
              {
                label: t("byNeeded"),
                href: links.here({ peringkat: "kurang" }),
                isCurrent: by === "needed",
              },
            ]}
          />
        )
      }
    >
      <figure className="mt-3">
        <figcaption className="sr-only">
          <RankingSentence {...props} />
        </figcaption>
        <RankingLines scale={scale} />
        <RankingTable {...table} rows={rows.slice(0, shownAtFirst)} hasHead />
        {rest.length > 0 ? (
          <details data-whole>
            <summary className="mt-2 inline-flex min-h-11 items-center text-dense text-link underline tablet:min-h-8 print:hidden">
              {t("more", { count: String(rest.length), noun })}
            </summary>
            <RankingTable {...table} rows={rest} hasHead={false} />
          </details>
        ) : null}
        <OtherKey of={rows} source={params.source} />
        {by === "coverage" && rows.some((row) => unverifiedShare(row) > 0) ? (
          <p className="mt-2 flex flex-wrap items-center gap-x-2 text-axis text-ink3">
            <HatchKey />
            <span>
              {t.rich("unverified", {
                count: () => (
                  <PlaceNumber
                    {...props}
                    row={view.total}
                    kind="unverified"
                    count={view.total.unverifiedDoses}
                  >
                    {format.count(view.total.unverifiedDoses)}
                  </PlaceNumber>
                ),
              })}
            </span>
          </p>
        ) : null}
        {view.parts.some(({ pws }) => pws !== null) ? (
          <p className="mt-2 hidden text-axis text-ink3 tablet:block">{t("trendNote")}</p>
        ) : null}
      </figure>
    </CoveragePanel>
  );
}

/** Who is highest, and who is short of most. */
function RankingSentence({ params, view }: CoverageProps) {
  const t = useSentences("coverage.ranking", params.wording);
  const format = formats(useLocale());
  const places = withoutUnplaced(view.parts);
  const [highest] = ranked(places, "coverage");
  const [most] = ranked(places, "needed");
  if (!highest || !most || highest.coverage === null) return null;
  return t((most.needed ?? 0) > 0 ? "caption" : "captionReached", {
    intervention: params.intervention.name,
    place: view.root.name,
    highest: highest.name,
    highestCoverage: format.coverage(highest),
    most: most.name,
    needed: format.count(most.needed),
  });
}

const partsTitles = {
  coverage: "partsTitle",
  needed: "partsTitleNeeded",
  dosesAdministered: "partsTitleGiven",
} as const satisfies Record<Ranking, string>;

const notes = {
  coverage: "note",
  needed: "noteNeeded",
  dosesAdministered: "noteGiven",
} as const satisfies Record<Ranking, string>;

function scaleOf({ view }: CoverageProps, rows: readonly PlaceRow[], by: Ranking): RankingScale {
  if (by !== "coverage") {
    return {
      ...countAxis(Math.max(0, ...rows.map((row) => row[by] ?? 0))),
      goal: null,
      running: null,
    };
  }
  const running = view.runningTenths === null ? null : view.runningTenths / 10;
  return {
    ...shareAxis(Math.max(0, ...rows.map(({ coverage }) => (coverage ?? 0) * 100))),
    goal: view.total.coverageGoal,
    running: view.calendar.phase === "running" ? running : null,
  };
}
