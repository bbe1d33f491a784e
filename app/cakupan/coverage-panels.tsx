import type { CoverageProps } from "@/components/monitor/coverage/coverage-props";
import { GroupPanel } from "@/components/monitor/coverage/group-panel";
import { MatrixPanel } from "@/components/monitor/coverage/matrix-panel";
import { MissingPanel } from "@/components/monitor/coverage/missing-panel";
import { RankingPanel } from "@/components/monitor/coverage/ranking-panel";
import { TilePanel } from "@/components/monitor/coverage/tile-panel";
import { TrendPanel } from "@/components/monitor/coverage/trend-panel";
import type { DayNote } from "@/lib/campaign/day-note/schema";
import { isWideMap, tileLayout } from "@/lib/base/region/tile-layout";

/** A ranking of so many is shorter than the trend beside it, and leaves room under itself. */
const fewUnits = 15;

/** So many columns of the matrix have room beside a map; more stand above it. */
const fewColumns = 6;

/** The pictures of a place, arranged by what it has: kecamatan with a map, units, or itself alone. */
export function CoveragePanels(
  props: CoverageProps & {
    readonly today: string;
    /** Notes that hold for the whole place. */
    readonly notes: readonly DayNote[];
    readonly mayEnter: boolean;
    readonly isPastCutOff: boolean;
  },
) {
  const { campaign, params, view } = props;
  const { root } = view;
  // A map of no coverage at all says nothing.
  const hasMap =
    root.parts === "subdistrict" &&
    view.parts.some(({ targetPopulation, announced }) => targetPopulation !== null || announced);
  // Of a single figure it would repeat the ranking.
  const hasMatrix = view.interventions.length > 1;
  if (root.kind === "unit") {
    return (
      <div className="mt-5 grid items-start gap-5 min-[85rem]:grid-cols-[1.2fr_1fr]">
        <TrendPanel {...props} />
        <GroupPanel {...props} />
      </div>
    );
  }

  const isOpenToday = view.calendar.phase === "running" && params.on === props.today;
  if (root.parts === "unit") {
    const others = (
      <>
        {view.groups.length > 1 ? <GroupPanel {...props} /> : null}
        {isOpenToday ? <MissingPanel {...props} /> : null}
      </>
    );
    const isShort = root.units.length <= fewUnits;
    return (
      <>
        <div className="mt-5 grid items-start gap-5 min-[85rem]:grid-cols-[1.2fr_1fr]">
          <div className="grid min-w-0 gap-5">
            <RankingPanel {...props} />
            {isShort ? others : null}
          </div>
          <div className="grid min-w-0 gap-5">
            <TrendPanel {...props} />
            {isShort ? null : others}
          </div>
        </div>
        {root.kind === "district" && hasMatrix ? (
          <div className="mt-5">
            <MatrixPanel {...props} />
          </div>
        ) : null}
      </>
    );
  }

  const besideMap =
    view.interventions.length > fewColumns
      ? "wide:grid-cols-[22rem_1fr] wide:*:first:col-span-full"
      : "wide:grid-cols-[1fr_22rem]";
  const layout = tileLayout(
    campaign.districtCode,
    view.parts.map(({ code }) => {
      const unit = root.units.find(({ subdistrictCode }) => subdistrictCode === code);
      return { code, gridRow: unit?.gridRow ?? null, gridColumn: unit?.gridColumn ?? null };
    }),
  );
  return (
    // On paper the tables come first, because a page can end in them; what cannot be cut follows.
    <div className="print:mt-3 print:flex print:flex-col print:gap-3">
      <div
        className={`mt-5 grid gap-5 min-[85rem]:grid-cols-[1.2fr_1fr] print:contents print:*:last:order-1 ${root.parts === "set" ? "items-start" : ""}`}
      >
        <RankingPanel {...props} />
        <TrendPanel {...props} />
      </div>
      <div
        className={`mt-5 grid gap-5 empty:hidden print:contents print:*:last:order-1 ${hasMatrix && hasMap && !isWideMap(layout) ? besideMap : ""}`}
      >
        {hasMatrix ? <MatrixPanel {...props} /> : null}
        {hasMap ? <TilePanel {...props} layout={layout} /> : null}
      </div>
    </div>
  );
}
