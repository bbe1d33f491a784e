import { useLocale, useTranslations } from "next-intl";

import { TileLegend, TileMap, type Tile } from "@/components/monitor/coverage/tile-map";
import type { Campaign } from "@/lib/campaign/campaign";
import { formats } from "@/lib/base/i18n/format";
import { isGivenOnly } from "@/lib/monitor/summary/part";
import type { Summary } from "@/lib/monitor/summary/summary";
import { statusWord } from "@/lib/monitor/assessment";
import { tileLayout, type TileLayout } from "@/lib/base/region/tile-layout";

import { coverageText } from "./part-table";
import { partWord } from "./place-word";
import { placeAddress } from "./summary-address";

/** Where the subdistricts stand on their map; null for units, which have no place on one, and of no coverage. */
export function mapLayout(summary: Summary, campaign: Campaign): TileLayout | null {
  return summary.partKind === "subdistrict" && !isGivenOnly(summary.parts)
    ? tileLayout(campaign.districtCode, summary.cells)
    : null;
}

/**
 * The subdistricts as a map; units have no place on one.
 *
 * @param isLinked Whether a tile leads to its subdistrict; not on paper.
 */
export function PartMap(props: {
  readonly summary: Summary;
  readonly campaign: Campaign;
  readonly isLinked: boolean;
}) {
  const t = useTranslations("summary");
  const places = useTranslations("places");
  const format = formats(useLocale());
  const { summary, campaign } = props;
  const layout = mapLayout(summary, campaign);
  if (layout === null) return null;

  const { cells, columns, axis } = layout;
  const tiles = summary.parts.flatMap((part): Tile[] => {
    const cell = cells.get(part.code);
    if (!cell) return [];
    return [
      {
        code: part.code,
        name: part.name,
        ...cell,
        status: statusWord(part.assessment),
        isFarBehind: part.assessment.isFarBehind,
        coverage: coverageText(part, format),
        ...(props.isLinked ? { href: placeAddress(campaign, summary, part.code) } : {}),
      },
    ];
  });
  const label = t("parts.map", {
    name: summary.chosen.shortName,
    count: tiles.length,
    places: places(`counted.${partWord(summary)}`, { count: tiles.length }),
  });
  return (
    <>
      <TileMap label={label} tiles={tiles} columns={columns} axis={axis} />
      <TileLegend tiles={tiles} hasTints={props.isLinked} className="mt-3 print:mt-1" />
      {props.isLinked || axis === null ? null : (
        <p className="text-[0.85rem]/[1.3] text-ink2">{t(`sheet.mapAxis.${axis}`)}</p>
      )}
    </>
  );
}
