import { useLocale, useTranslations } from "next-intl";

import { DataTable } from "@/components/ui/data-table";
import { Segments } from "@/components/ui/segments";
import { goalRatio } from "@/lib/coverage/goal";
import { formats } from "@/lib/i18n/format";
import { columnsOfTable, type ColumnKey } from "@/lib/monitor/coverage-view-columns";
import { sortName } from "@/lib/monitor/coverage-view-params";
import { partNoun, unitNoun } from "@/lib/monitor/coverage-view-place";
import { tableRows } from "@/lib/monitor/coverage-view-table";
import { hasCoverage } from "@/lib/monitor/standing";

import { CoveragePanel } from "./coverage-panel";
import type { CoverageProps } from "./coverage-props";
import { capital } from "./coverage-title";
import { CoverageCell } from "./coverage-cell";
import { SourceSentence } from "./source-sentence";

/** Rows before "show more": every kecamatan of a kabupaten, and one screen of villages. */
const shownAtFirst = 20;

/** Columns that sort upwards first: names, and what reads from A. */
const upwards: readonly ColumnKey[] = ["nama", "kecamatan", "status", "pws"];

/** Columns that are left out when every row of them is empty. */
const mayBeEmpty: readonly ColumnKey[] = [
  "belum",
  "perlu",
  "laju",
  "perkiraan",
  "kemarin",
  "terakhir",
  "pws",
];

/** Every figure of every row, to sort and search, with the total of the place. */
export function CoverageTable(props: CoverageProps) {
  const t = useTranslations("coverage");
  const format = formats(useLocale());
  const { params, view, links } = props;
  const { root, calendar } = view;
  const isByUnit = root.parts === "unit" || params.level === "units";
  const kind = root.parts === "unit" ? "units" : isByUnit ? "allUnits" : "subdistricts";
  const nounKey = isByUnit ? unitNoun(root.units) : partNoun(root);
  const noun = t(`nouns.${nounKey}`);
  const unit = capital(t(`nouns.${unitNoun(root.units)}`));
  const goal = format.share(goalRatio(params.intervention.coverageGoal));
  const intervention = params.intervention.shortName;
  const { rows, all } = tableRows(view, params);
  // Once a round is over, or before it begins, some columns have nothing to say in any row.
  const keys = columnsOfTable(kind).filter(
    (key) => !mayBeEmpty.includes(key) || rows.some((row) => sortValue(row, key) !== null),
  );

  const label = (key: ColumnKey) => {
    if (key === "nama") return t(`columnNouns.${nounKey}`);
    if (key === "di-bawah") return t("table.columns.di-bawah", { noun: unit, goal });
    if (key === "lapor") {
      return t(`table.columns.${calendar.phase === "running" ? "lapor" : "laporEver"}`, {
        noun: unit,
      });
    }
    return t(`table.columns.${key}`);
  };
  const isText = (key: ColumnKey) =>
    ["nama", "kecamatan", "status", "terakhir", "pws"].includes(key);

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
        root.parts === "subdistrict" ? (
          <Segments
            label={t("table.level")}
            options={[
              {
                label: capital(t("nouns.subdistrict")),
                href: links.here({ tampil: "", cari: "", semua: "" }),
                isCurrent: !isByUnit,
              },
              {
                label: unit,
                href: links.here({ tampil: "desa", cari: "", semua: "" }),
                isCurrent: isByUnit,
              },
            ]}
          />
        ) : undefined
      }
    >
      <DataTable
        // Another question is another table: order, search and "show more" begin anew.
        key={`${root.code} ${kind} ${params.intervention.code} ${String(params.isBelowGoal)}`}
        label={t("table.title", { intervention, noun })}
        columns={keys.map((key) => ({
          id: key,
          label: label(key),
          align: isText(key) ? "start" : "end",
          isStrong: key === "cakupan" || key === "kurang",
          isDescendingFirst: !upwards.includes(key),
        }))}
        rows={rows.map((row) => ({
          id: row.code,
          href: links.place(row.code),
          text: kind === "allUnits" ? `${row.name} ${row.subdistrictName}` : row.name,
          cells: keys.map((key) => ({
            text: <CoverageCell {...props} row={row} column={key} />,
            sort: sortValue(row, key),
          })),
        }))}
        total={
          all === rows.length && root.kind !== "unit"
            ? keys.map((key) =>
                key === "nama" ? (
                  t("table.total")
                ) : key === "kecamatan" || key === "terakhir" || key === "kemarin" ? null : (
                  <CoverageCell key={key} {...props} row={view.total} column={key} />
                ),
              )
            : null
        }
        sort={{
          column: keys.includes(params.sort.column) ? params.sort.column : "kurang",
          isDescending: keys.includes(params.sort.column) ? params.sort.isDescending : true,
          parameter: "urut",
          ascending: "naik",
          descending: "turun",
          hrefs: Object.fromEntries(
            keys.map((column) => [
              column,
              `${links.here({
                urut: sortName({
                  column,
                  isDescending:
                    params.sort.column === column
                      ? !params.sort.isDescending
                      : !upwards.includes(column),
                }),
              })}#tabel`,
            ]),
          ),
        }}
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

type Row = CoverageProps["view"]["total"];

const statusRank = { reached: 1, onTrack: 2, behind: 3, unknown: 4 } as const;
const pwsRank = { good: 1, fair: 2, poor: 3, bad: 4 } as const;

/** What a column sorts by; null comes last either way. */
function sortValue(row: Row, key: ColumnKey): number | string | null {
  const people = row.targetPopulation;
  const { required, forecast, recentPace } = row.verdict;
  switch (key) {
    case "nama":
      return row.name;
    case "kecamatan":
      return row.subdistrictName;
    case "sasaran":
      return people;
    case "diimunisasi":
      return row.hasReported ? row.dosesAdministered : null;
    case "belum":
      return row.unverifiedDoses === 0 ? null : row.unverifiedDoses;
    case "cakupan":
      return hasCoverage(row) ? row.coverage : null;
    case "status":
      return statusRank[row.status];
    case "kurang":
      return row.needed;
    case "belum-terjangkau":
      return row.remaining;
    case "perlu":
      return required.kind === "perDay" ? required.perDay : null;
    case "laju":
      return recentPace;
    case "perkiraan":
      return forecast && people && required.kind === "perDay"
        ? (forecast.low + forecast.high) / people
        : null;
    case "di-bawah":
      return row.unitsBelowGoal;
    case "lapor":
      return row.unitsReported / Math.max(1, row.unitsAwaited);
    case "kemarin":
      return row.yesterday;
    case "terakhir":
      return row.lastReport ? row.lastReport.receivedAt.toISOString() : null;
    case "pws":
      return row.pws === null ? null : pwsRank[row.pws];
  }
}
