import { useLocale } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { CoveragePanel } from "@/components/monitor/coverage/coverage-panel";
import { HeadCell, NumberCell, RowHead, ScrollTable, TableHead } from "@/components/base/ui/table";
import { formats } from "@/lib/base/i18n/format";
import { localDay } from "@/lib/base/time/time-zone";

import { noteClass } from "./note-class";
import { SourcePages } from "./source-pages";
import { sourcesPerPage, type PeopleReading, type SourceProps } from "./source-props";

const columns = ["place", "group", "people", "asOf", "decree", "file", "by", "at"] as const;

/** Every line of the target population in force: how many people, on whose word, loaded by whom. */
export function LineTable({ campaign, params, reading }: SourceProps<PeopleReading>) {
  const t = useSentences("source", params.wording);
  const format = formats(useLocale());
  const { lines, sums } = reading;
  if (sums.lines === 0) return <p className="mt-6 text-ink2">{t("noLines")}</p>;

  const groupName = (code: string) =>
    campaign.targetGroups.find((group) => group.code === code)?.name ?? code;
  const foot = (label: string, people: number, weight: string) => (
    <tr>
      <RowHead colSpan={2} className={weight}>
        {label}
      </RowHead>
      <NumberCell className={weight}>{format.count(people)}</NumberCell>
      <td colSpan={5} className="unsaid" />
    </tr>
  );
  return (
    <CoveragePanel title={t("lines.title")} className="mt-5">
      <ScrollTable
        look="source-reports"
        onPhone="cards"
        label={t("lines.title")}
        frame="mt-3"
        isTall
      >
        <TableHead>
          {columns.map((key) => (
            <HeadCell key={key} isNumber={key === "people"}>
              {key === "place" ? t("table.place") : t(`lines.${key}`)}
            </HeadCell>
          ))}
        </TableHead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.unit}/${line.targetGroup}/${String(line.isOwn)}`}>
              <RowHead className="tablet:max-w-36">
                <span>{line.name}</span>
                {line.isOwn ? <small>{t("lines.own")}</small> : null}
                {reading.root.kind === "district" && line.subdistrictName !== line.name ? (
                  <small>{line.subdistrictName}</small>
                ) : null}
              </RowHead>
              <td className="note">{groupName(line.targetGroup)}</td>
              <td className="doses">{format.count(line.linePeople)}</td>
              <td className="note">{format.day(line.asOf)}</td>
              <td className={noteClass(line.decree !== null)}>{line.decree ?? "–"}</td>
              <td className={noteClass(line.fileName !== null)}>{line.fileName ?? "–"}</td>
              <td className={noteClass(line.loadedBy !== null)}>{line.loadedBy ?? "–"}</td>
              <td className="note">
                {format.shortDay(localDay(line.loadedAt, campaign.timeZone))},{" "}
                {format.time(line.loadedAt, campaign.timeZone)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {sums.lines > sourcesPerPage
            ? foot(
                t("table.pageTotal"),
                lines.reduce((total, { linePeople }) => total + linePeople, 0),
                "font-normal text-ink2",
              )
            : null}
          {foot(t("table.total"), sums.people, "font-semibold")}
        </tfoot>
      </ScrollTable>
      <SourcePages campaign={campaign} params={params} all={sums.lines} />
    </CoveragePanel>
  );
}
