import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import type { TileLayout } from "@/lib/base/region/tile-layout";
import { hasCoverage, statusWord } from "@/lib/monitor/assessment";

import { CoveragePanel } from "./coverage-panel";
import type { CoverageProps } from "./coverage-props";
import { TileLegend, TileMap, type Tile } from "./tile-map";

/** The kecamatan on the tile map, in the chosen intervention. */
export function TilePanel({
  params,
  view,
  links,
  layout,
}: CoverageProps & { readonly layout: TileLayout }) {
  const t = useTranslations("coverage.tiles");
  const format = formats(useLocale());
  const intervention = params.intervention.shortName;
  const tiles = view.parts.flatMap((part): Tile[] => {
    const cell = layout.cells.get(part.code);
    if (!cell) return [];
    return [
      {
        code: part.code,
        name: part.name,
        ...cell,
        status: statusWord(part),
        isFarBehind: part.isFarBehind,
        coverage: hasCoverage(part) ? format.coverage(part) : "–",
        href: links.place(part.code),
      },
    ];
  });

  return (
    <CoveragePanel title={t("title", { intervention })} note={t("note")}>
      <TileMap
        label={t("caption", { intervention, count: String(tiles.length) })}
        tiles={tiles}
        columns={layout.columns}
        axis={layout.axis}
        className="mt-2"
      />
      <TileLegend tiles={tiles} className="mt-3" />
    </CoveragePanel>
  );
}
