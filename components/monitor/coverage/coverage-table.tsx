import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { DataTable } from "@/components/base/ui/data-table";
import { sortOf, type DataColumn } from "@/components/base/ui/data-table-row";
import { Segments } from "@/components/base/ui/segments";
import { isUnplaced } from "@/lib/campaign/unplaced";
import { columnsOfTable, type CoverageColumn } from "@/lib/monitor/coverage/columns";
import { sortName } from "@/lib/monitor/coverage/params";
import { partNoun, unitNoun } from "@/lib/monitor/coverage/place";
import { tableRows } from "@/lib/monitor/coverage/table";

import { CoveragePanel } from "./coverage-panel";
import type { CoverageProps } from "./coverage-props";
import { capital } from "./coverage-title";
import { SourceSentence } from "./source-sentence";
import { useColumnLabel } from "./use-column-label";
import { useCoverageCells } from "./use-coverage-cells";

/** Rows before "show more": every kecamatan of a kabupaten, and one screen of villages. */
const shownAtFirst = 20;

/** Columns that sort upwards first: names, and what reads from A. */
const upwards: readonly CoverageColumn[] = ["nama", "kecamatan", "status", "pws"];

/** Columns that have no total. */
const untotalled: readonly CoverageColumn[] = ["kecamatan", "terakhir", "kemarin"];

/** Columns that are left out when every row of them is empty. */
const mayBeEmpty: readonly CoverageColumn[] = [
  "sumber-lain",
  "belum",
  "kurang",
  "belum-terjangkau",
  "perlu",
  "laju",
  "perkiraan",
  "di-bawah",
  "kemarin",
  "terakhir",
  "pws",
];

/** Every figure of every row, to sort and search, with the total of the place. */
export function CoverageTable(props: CoverageProps) {
  const t = useSentences("coverage", props.params.wording);
  const places = useTranslations("places");
  const locale = useLocale();
  const { params, view, links } = props;
  const { root } = view;
  const isByUnit = root.parts === "unit" || params.level === "units";
  const kind = root.parts === "unit" ? "units" : isByUnit ? "allUnits" : "subdistricts";
  const nounKey = isByUnit ? unitNoun(root.units) : partNoun(root);
  const noun = places(`nouns.${nounKey}`);
  const unit = capital(places(`nouns.${unitNoun(root.units)}`));
  const intervention = params.intervention.shortName;
  const { cellOf, linkOf, drawingsOf } = useCoverageCells(props);
  const { rows, all } = tableRows(view, params);
  // Once a round is over, or before it begins, some columns have nothing to say in any row.
  const keys = columnsOfTable(kind).filter(
    (key) =>
      !mayBeEmpty.includes(key) ||
      rows.some((row) => sortOf(cellOf(row, key), linkOf(key, "row")) !== null),
  );

  const label = useColumnLabel(props, { nounKey, unit });
  const columns = keys.map((key): DataColumn => {
    const link = linkOf(key, "row");
    return { ...columnOf(key), label: label(key), ...(link && { link }) };
  });

  return (
    <CoveragePanel
      title={
        params.isBelowGoal
          ? t("table.belowTitle", { noun: capital(noun), intervention })
          : t("table.title", { intervention, noun })
      }
      note={
        <>
          <SourceSentence {...props} /> <span className="print:hidden">{t("table.numbers")}</span>
        </>
      }
      actions={
        root.parts !== "unit" ? (
          <LevelChoice
            links={links}
            part={capital(places(`nouns.${partNoun(root)}`))}
            unit={unit}
            isByUnit={isByUnit}
          />
        ) : undefined
      }
    >
      <DataTable
        // Another question is another table: order, search and "show more" begin anew.
        key={`${root.code} ${kind} ${params.intervention.code} ${String(params.isBelowGoal)}`}
        label={t("table.title", { intervention, noun })}
        columns={columns}
        rows={rows.map((row) => ({
          id: row.code,
          cells: keys.map((key) => cellOf(row, key)),
          ...(isUnplaced(row) && { isLast: true }),
        }))}
        total={
          all === rows.length && root.kind !== "unit"
            ? {
                cells: keys.map((key) =>
                  key === "nama"
                    ? t("table.total")
                    : untotalled.includes(key)
                      ? ""
                      : cellOf(view.total, key),
                ),
                links: Object.fromEntries(
                  keys.flatMap((key) => {
                    const link = linkOf(key, null);
                    return link ? [[key, link] as const] : [];
                  }),
                ),
              }
            : null
        }
        rowHref={links.place("{id}")}
        drawings={drawingsOf([...rows, view.total])}
        locale={locale}
        sort={sortIn(keys, props)}
        search={
          all > 5
            ? {
                label: t("table.search", { noun }),
                parameter: "cari",
                value: params.search,
                action: links.path,
                kept: links.kept(["cari", "semua", "wilayah"]),
              }
            : null
        }
        limit={shownAtFirst}
        isShowingAll={params.isShowingAll}
        moreHref={`${links.here({ semua: "ya" })}#tabel`}
        texts={{
          shown: t("table.shown", { shown: "{shown}", all: "{all}", noun }),
          more: t("table.more", { more: "{more}", noun }),
          none:
            params.isBelowGoal && rows.length === 0
              ? t("table.noneBelow", { noun, intervention })
              : t("table.none", { noun }),
        }}
      />
    </CoveragePanel>
  );
}

/** By kecamatan or set, or all units of all of them. */
function LevelChoice(
  props: Pick<CoverageProps, "links"> & {
    readonly part: string;
    readonly unit: string;
    readonly isByUnit: boolean;
  },
) {
  const t = useTranslations("coverage");
  const { links, isByUnit } = props;
  return (
    <Segments
      label={t("table.level")}
      options={[
        {
          label: props.part,
          href: links.here({ tampil: "", cari: "", semua: "" }),
          isCurrent: !isByUnit,
        },
        {
          label: props.unit,
          href: links.here({ tampil: "desa", cari: "", semua: "" }),
          isCurrent: isByUnit,
        },
      ]}
    />
  );
}

function columnOf(key: CoverageColumn): Omit<DataColumn, "label" | "link"> {
  return {
    id: key,
    align: ["nama", "kecamatan", "status", "terakhir", "pws"].includes(key) ? "start" : "end",
    isStrong: key === "cakupan" || key === "kurang",
    isDescendingFirst: !upwards.includes(key),
    isSearched: key === "nama" || key === "kecamatan",
    isDrawn: key === "status" || key === "pws",
  };
}

/** What rows are sorted by unless told: what they lack, else what was given. */
const usualSorts: readonly CoverageColumn[] = ["kurang", "belum-terjangkau", "diimunisasi"];

/** The order of the address; the usual one where it names a column that is left out. */
function sortIn(keys: readonly CoverageColumn[], { params, links }: CoverageProps) {
  const { sort } = params;
  const isShown = keys.includes(sort.column);
  const hrefOf = (column: CoverageColumn) => {
    const isDescending = sort.column === column ? !sort.isDescending : !upwards.includes(column);
    return `${links.here({ urut: sortName({ column, isDescending }) })}#tabel`;
  };
  return {
    column: isShown ? sort.column : (usualSorts.find((key) => keys.includes(key)) ?? "nama"),
    isDescending: isShown ? sort.isDescending : true,
    parameter: "urut",
    ascending: "naik",
    descending: "turun",
    hrefs: Object.fromEntries(keys.map((column) => [column, hrefOf(column)])),
  };
}
