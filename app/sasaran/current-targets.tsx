import { useLocale, useTranslations } from "next-intl";

import {
  TargetTable,
  type TargetTableRow,
} from "@/components/campaign/target-population/target-table";
import { Panel } from "@/components/base/ui/panel";
import { Segments } from "@/components/base/ui/segments";
import Link from "next/link";
import type { Campaign, TargetSource } from "@/lib/campaign/campaign";
import { formats } from "@/lib/base/i18n/format";
import { correctionAnchor, routes, withQuery } from "@/lib/base/routes";
import { boxes } from "@/lib/campaign/target-population/column";
import type { PlacePeople } from "@/lib/campaign/target-population/server/queries";
import type { NamedUnit } from "@/lib/campaign/target-population/unit-lookup";
import { unplacedCode } from "@/lib/campaign/unplaced";
import { columnKeyOf, placeColumnKeyOf } from "@/lib/campaign/column-key";

/** The numbers in force: by subdistrict, or by unit of one. Filters live in the address. */
export function CurrentTargets(props: {
  readonly campaign: Campaign;
  readonly round: number;
  readonly units: readonly NamedUnit[];
  readonly subdistrict: string | null;
  readonly people: readonly PlacePeople[];
}) {
  const t = useTranslations("targets");
  const names = useTranslations("common.targetSources");
  const { campaign, subdistrict, units } = props;
  const deciding = campaign.decidingTargetSource;
  const other = deciding === "local" ? "pusdatin" : "local";
  const columns = boxes(campaign).map((box) => ({ ...box, key: columnKeyOf(box) }));
  const peopleOf = (source: TargetSource) =>
    new Map(
      props.people
        .filter((each) => each.source === source)
        .map((each) => [placeColumnKeyOf(each.place, columnKeyOf(each)), each]),
    );
  const found = { local: peopleOf("local"), pusdatin: peopleOf("pusdatin") };
  const address = (change: Record<string, string | number | null>) =>
    withQuery(routes.targets, {
      kampanye: campaign.slug,
      putaran: campaign.rounds.length > 1 ? props.round : null,
      wilayah: subdistrict,
      ...change,
    });
  const f = formats(useLocale());
  /** null: it is a sum, and is changed where its numbers are. */
  const changeOf = (
    {
      code,
      name,
      isUnit,
    }: { readonly code: string; readonly name: string; readonly isUnit: boolean },
    column: (typeof columns)[number],
  ) => {
    const standing = found[deciding].get(placeColumnKeyOf(code, column.key));
    if (campaign.isArchived || (!isUnit && (isSum(standing) || code === unplacedCode))) return null;
    return {
      href: `${address({ ubah: code === "" ? campaign.districtCode : code, kolom: column.key })}#${correctionAnchor}`,
      label: t("correct.cell", {
        column: column.label,
        unit: code === "" ? campaign.districtName : name,
        people: standing === undefined ? t("correct.none") : f.count(standing.people),
        isWithdrawn: String(standing?.isWithdrawn),
      }),
    };
  };
  const row = (
    code: string,
    name: string,
    size: number,
    { href = null, isUnit = false }: { readonly href?: string | null; readonly isUnit?: boolean },
  ): TargetTableRow => ({
    code,
    name,
    href,
    units: size,
    cells: columns.map((column) => {
      const { key } = column;
      const of = (source: TargetSource) => found[source].get(placeColumnKeyOf(code, key));
      return {
        key,
        local: of("local")?.people ?? null,
        pusdatin: of("pusdatin")?.people ?? null,
        detail: of(deciding)?.detail ?? null,
        missing: size - (of(deciding)?.units ?? 0),
        change: changeOf({ code, name, isUnit }, column),
      };
    }),
  });
  const inPlace = units.filter(({ subdistrictCode }) => subdistrictCode === subdistrict);
  const subdistricts = [...new Map(units.map((unit) => [unit.subdistrictCode, unit])).values()];
  const rows = subdistrict
    ? inPlace.map((unit) => row(unit.code, unit.name, 1, { isUnit: true }))
    : subdistricts.map(({ subdistrictCode: code, subdistrictName }) =>
        row(code, subdistrictName, units.filter((unit) => unit.subdistrictCode === code).length, {
          href: address({ wilayah: code }),
        }),
      );

  return (
    <Panel
      title={subdistrict ? (inPlace[0]?.subdistrictName ?? "") : t("currentTitle")}
      note={`${t("currentNote", { deciding: names(deciding), other: names(other) })} ${campaign.isArchived ? "" : t(subdistrict ? "correct.hint" : "correct.hintPlace")}`}
      actions={
        campaign.rounds.length > 1 ? (
          <Segments
            label={t("rounds")}
            options={campaign.rounds.map(({ number }) => ({
              label: t("round", { number }),
              href: address({ putaran: number }),
              isCurrent: number === props.round,
            }))}
          />
        ) : null
      }
    >
      {subdistrict && subdistricts.length > 1 ? (
        <WayBack href={address({ wilayah: null })} name={t("allSubdistricts")} />
      ) : null}
      <TargetTable
        label={t("tableCaption", {
          place: subdistrict ? t("byUnit") : t("byPlace"),
          deciding: names(deciding),
          other: names(other),
        })}
        placeHead={subdistrict ? t("unit") : t("subdistrict")}
        columns={columns}
        rows={rows}
        total={
          subdistrict && subdistricts.length > 1 ? null : row("", t("total"), units.length, {})
        }
        deciding={deciding}
      />
    </Panel>
  );
}

/** Of a figure that was withdrawn the history is looked at, and another is given. */
function isSum(standing: PlacePeople | undefined): boolean {
  return standing !== undefined && !standing.isOwn && !standing.isWithdrawn;
}

function WayBack({ href, name }: { readonly href: string; readonly name: string }) {
  return (
    <p className="mt-1 text-dense">
      <Link href={href} className="inline-flex min-h-6 items-center underline">
        {name}
      </Link>
    </p>
  );
}
