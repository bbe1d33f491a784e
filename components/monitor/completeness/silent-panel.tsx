import { useLocale, useTranslations } from "next-intl";

import { HeadCell, RowHead, ScrollTable, TableHead } from "@/components/base/ui/table";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";

import type { CompletenessProps } from "./completeness-props";
import { DayStrip } from "./day-strip";

/** Who has been silent longest; kecamatan that never reported are named apart. */
export function SilentPanel({ campaign, view }: CompletenessProps) {
  const t = useTranslations("completeness.silent");
  const places = useTranslations("places");
  const format = formats(useLocale());
  const { silent, total, noun } = view;
  const due = total.cells.filter(({ expected }) => expected > 0);
  const last = due.at(-1);
  if (!last) return null;
  const until = last.day === view.day && view.isToday ? t("today") : format.monthDay(last.day);
  const hasPart = view.root.rowsAre !== "unit";
  const strip = due.slice(-maxSquares);

  return (
    <section aria-labelledby="paling-lama" className="mt-8">
      <h2 id="paling-lama" className="text-panel font-semibold">
        {t("title")}
      </h2>
      <p className="text-note text-ink3">
        {view.neverReported.length > 0
          ? t("noteWithout", { places: format.list(view.neverReported), day: until })
          : t("note", { day: until })}
      </p>
      {silent.length === 0 ? (
        <p className="mt-2 text-dense text-ink2">{t("none", { noun: places(`nouns.${noun}`) })}</p>
      ) : (
        <ScrollTable look="silent" label={t("title")} frame="mt-2">
          <TableHead>
            <HeadCell>{places(`heads.${noun}`)}</HeadCell>
            {hasPart ? <HeadCell className="wide">{t("subdistrict")}</HeadCell> : null}
            <HeadCell className="wide">{t("days", { count: strip.length })}</HeadCell>
            <HeadCell className="count">{t("missed")}</HeadCell>
            <HeadCell className="count">{t("inARow")}</HeadCell>
            <HeadCell>{t("last")}</HeadCell>
          </TableHead>
          <tbody>
            {silent.map((unit) => (
              <tr key={unit.code}>
                <RowHead>
                  <a href={withQuery(routes.coverageOf(unit.code), { kampanye: campaign.slug })}>
                    {unit.name}
                  </a>
                  {hasPart ? <span>{unit.subdistrictName}</span> : null}
                </RowHead>
                {hasPart ? <td className="wide">{unit.subdistrictName}</td> : null}
                <td className="wide">
                  <DayStrip
                    label={t("strip", { reported: unit.received, all: unit.owed })}
                    days={strip
                      .map(({ day }) =>
                        unit.days.includes(day) ? "r" : unit.due.includes(day) ? "-" : "e",
                      )
                      .join("")}
                  />
                </td>
                <td className="count">{t("days", { count: unit.missed })}</td>
                <td className="count most">{t("days", { count: unit.inARow })}</td>
                <td className="last">
                  {unit.lastDay ? format.shortDay(unit.lastDay) : t("never")}
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </section>
  );
}

/** Days that have room in a row. */
const maxSquares = 31;
