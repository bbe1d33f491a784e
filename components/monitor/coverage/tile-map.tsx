import clsx from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

import { ScrollRegion } from "@/components/base/ui/scroll-region";
import { statusWords, type StatusWord } from "@/lib/monitor/assessment";
import type { TileLayout } from "@/lib/base/region/tile-layout";

import { statusColors } from "./status-color";
import { StatusShape } from "./status-shape";

export type Tile = {
  readonly code: string;
  readonly name: string;
  /** Cell of the grid, from 1. */
  readonly row: number;
  readonly column: number;
  readonly status: StatusWord;
  /** More than 15 points below the running target: a stronger tint, not a status of its own. */
  readonly isFarBehind: boolean;
  /** As it is shown: "26,3%", or a dash. */
  readonly coverage: string;
  readonly href?: string;
};

/**
 * A map of places as tiles of one size, each with its shape and coverage, so that it needs no
 * boundaries and a small place is as visible as a large one.
 *
 * @param label What it shows, for those who cannot see it: "Cakupan MR, 17 kecamatan".
 * @param axis What top and bottom mean; null for a layout that means nothing.
 */
export function TileMap(props: {
  readonly label: string;
  readonly tiles: readonly Tile[];
  readonly columns: number;
  readonly axis: TileLayout["axis"];
  readonly className?: string;
}) {
  const t = useTranslations("summary.tiles");
  const ends = props.axis;
  const inOrder = [...props.tiles].sort((a, b) => a.row - b.row || a.column - b.column);

  return (
    <div className={props.className}>
      {ends ? (
        <p className="mb-1 flex items-center justify-center gap-1 text-axis text-ink3 print:hidden">
          <ArrowUp aria-hidden className="size-3.5" /> {t(`${ends}.top`)}
        </p>
      ) : null}
      <ScrollRegion>
        <ul
          aria-label={props.label}
          className="tiles"
          // As wide as its longest word, which is never broken: a narrow screen scrolls the map.
          style={{ gridTemplateColumns: `repeat(${props.columns}, minmax(min-content, 1fr))` }}
        >
          {inOrder.map((tile) => (
            <li key={tile.code} style={{ gridArea: `${String(tile.row)}/${String(tile.column)}` }}>
              <TileCell tile={tile} status={t(`status.${tile.status}`)} />
            </li>
          ))}
        </ul>
      </ScrollRegion>
      {ends ? (
        <p className="mt-1 flex items-center justify-center gap-1 text-axis text-ink3 print:hidden">
          <ArrowDown aria-hidden className="size-3.5" /> {t(`${ends}.bottom`)}
        </p>
      ) : null}
    </div>
  );
}

/**
 * What the shapes mean, of the statuses that there are.
 *
 * @param hasTints Whether the stronger tint can be seen; not on paper without backgrounds.
 */
export function TileLegend(props: {
  readonly tiles: readonly Tile[];
  readonly hasTints?: boolean;
  readonly className?: string;
}) {
  const t = useTranslations("summary.tiles");
  const present = statusWords.filter((status) =>
    props.tiles.some((tile) => tile.status === status),
  );
  const hasFarBehind =
    (props.hasTints ?? true) && props.tiles.some(({ isFarBehind }) => isFarBehind);
  return (
    <ul
      className={clsx(
        "flex flex-wrap gap-x-4 gap-y-1 text-axis text-ink2 print:gap-x-3 print:text-[0.85rem]/[1.3]",
        props.className,
      )}
    >
      {present.map((status) => (
        <li key={status} className="flex items-center gap-1.5">
          <StatusShape status={status} size={12} className="print:size-[8px]" />
          {status === "behind" && hasFarBehind ? t("farBehind") : t(`status.${status}`)}
        </li>
      ))}
    </ul>
  );
}

function TileCell(props: { readonly tile: Tile; readonly status: string }) {
  const { tile } = props;
  const { tint, border } = statusColors[tile.status];
  const look = clsx(
    "tile",
    border,
    tile.status === "unknown" || tile.status === "notJudged"
      ? "border-dashed bg-surface"
      : tile.isFarBehind
        ? "bg-behind-tint2"
        : tint,
  );
  const content = (
    <>
      <span>{tile.name}</span>
      <span>
        <StatusShape status={tile.status} size={12} label={props.status} />
        {tile.coverage}
      </span>
    </>
  );
  return tile.href ? (
    <Link href={tile.href} className={clsx(look, "hover:border-ink")}>
      {content}
    </Link>
  ) : (
    <div className={look}>{content}</div>
  );
}
