import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";

import { CoveragePanel } from "@/components/monitor/coverage/coverage-panel";
import {
  cardBlock,
  cardCell,
  cardHead,
  cardNote,
  cardRow,
  cardTitle,
} from "@/components/base/ui/row-card";
import { ScrollRegion } from "@/components/base/ui/scroll-region";
import { formats } from "@/lib/base/i18n/format";
import { localDay } from "@/lib/base/time/time-zone";

import { SourcePages } from "./source-pages";
import { sourcesPerPage, type PeopleReading, type SourceProps } from "./source-props";

const cell = clsx("h-8.5 border-b border-line px-2 py-0.5 whitespace-nowrap", cardCell);
const first = "bg-surface text-left tablet:sticky tablet:left-0";
const columns = ["place", "group", "people", "asOf", "decree", "file", "by", "at"] as const;

/** Every line of the target population in force: how many people, on whose word, loaded by whom. */
export function LineTable({ campaign, params, reading }: SourceProps<PeopleReading>) {
  const t = useTranslations("source");
  const format = formats(useLocale());
  const { lines, sums } = reading;
  if (sums.lines === 0) return <p className="mt-6 text-ink2">{t("noLines")}</p>;

  const groupName = (code: string) =>
    campaign.targetGroups.find((group) => group.code === code)?.name ?? code;
  const foot = (label: string, people: number, weight: string) => (
    <tr className={clsx(cardRow, "max-tablet:justify-between")}>
      <th scope="row" colSpan={2} className={clsx(cell, first, weight)}>
        {label}
      </th>
      <td className={clsx(cell, "text-right", weight)}>{format.count(people)}</td>
      <td colSpan={5} className={clsx(cell, "max-tablet:hidden")} />
    </tr>
  );
  return (
    <CoveragePanel title={t("lines.title")} className="mt-5">
      <ScrollRegion label={t("lines.title")} className="mt-3 overflow-y-auto tablet:max-h-[85dvh]">
        <table className={clsx("w-full border-separate border-spacing-0 text-dense", cardBlock)}>
          <thead className={clsx("text-note text-ink2", cardHead)}>
            <tr>
              {columns.map((key) => (
                <th
                  key={key}
                  scope="col"
                  className={clsx(
                    "sticky top-0 border-b-2 border-line-strong bg-surface px-2 py-1.5 font-medium whitespace-nowrap",
                    key === "place" ? "left-0 z-20" : "z-10",
                    key === "people" ? "text-right" : "text-left",
                  )}
                >
                  {key === "place" ? t("table.place") : t(`lines.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className={cardBlock}>
            {lines.map((line) => (
              <tr
                key={`${line.unit}/${line.targetGroup}`}
                className={clsx(cardRow, "tablet:hover:bg-sunken")}
              >
                <th
                  scope="row"
                  className={clsx(cell, first, cardTitle, "font-medium tablet:max-w-36")}
                >
                  <span className="block truncate">{line.name}</span>
                  {reading.root.kind === "district" && line.subdistrictName !== line.name ? (
                    <span className="block truncate text-axis font-normal text-ink3">
                      {line.subdistrictName}
                    </span>
                  ) : null}
                </th>
                <td className={clsx(cell, cardNote(true))}>{groupName(line.targetGroup)}</td>
                <td className={clsx(cell, "text-right font-semibold")}>
                  {format.count(line.linePeople)}
                </td>
                <td className={clsx(cell, cardNote(true))}>{format.day(line.asOf)}</td>
                <td className={clsx(cell, cardNote(line.decree !== null))}>{line.decree ?? "–"}</td>
                <td className={clsx(cell, cardNote(line.fileName !== null))}>
                  {line.fileName ?? "–"}
                </td>
                <td className={clsx(cell, cardNote(line.loadedBy !== null))}>
                  {line.loadedBy ?? "–"}
                </td>
                <td className={clsx(cell, cardNote(true))}>
                  {format.shortDay(localDay(line.loadedAt, campaign.timeZone))},{" "}
                  {format.time(line.loadedAt, campaign.timeZone)}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot className={cardBlock}>
            {sums.lines > sourcesPerPage
              ? foot(
                  t("table.pageTotal"),
                  lines.reduce((total, { linePeople }) => total + linePeople, 0),
                  "font-normal text-ink2",
                )
              : null}
            {foot(t("table.total"), sums.people, "font-semibold")}
          </tfoot>
        </table>
      </ScrollRegion>
      <SourcePages campaign={campaign} params={params} all={sums.lines} />
    </CoveragePanel>
  );
}
