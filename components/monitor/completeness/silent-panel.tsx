import { useLocale, useTranslations } from "next-intl";

import { ScrollRegion } from "@/components/base/ui/scroll-region";
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
  const hasPart = view.root.rowsAre === "subdistrict";
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
        <ScrollRegion label={t("title")} className="mt-2">
          <table className="silent">
            <thead>
              <tr>
                <th scope="col">{places(`heads.${noun}`)}</th>
                {hasPart ? (
                  <th scope="col" className="wide">
                    {t("subdistrict")}
                  </th>
                ) : null}
                <th scope="col" className="wide">
                  {t("days", { count: strip.length })}
                </th>
                <th scope="col" className="count">
                  {t("missed")}
                </th>
                <th scope="col" className="count">
                  {t("inARow")}
                </th>
                <th scope="col">{t("last")}</th>
              </tr>
            </thead>
            <tbody>
              {silent.map((unit) => (
                <tr key={unit.code}>
                  <th scope="row">
                    <a href={withQuery(routes.coverageOf(unit.code), { kampanye: campaign.slug })}>
                      {unit.name}
                    </a>
                    {hasPart ? <span>{unit.subdistrictName}</span> : null}
                  </th>
                  {hasPart ? <td className="wide">{unit.subdistrictName}</td> : null}
                  <td className="wide">
                    <DayStrip
                      label={t("strip", { reported: unit.received, all: unit.owed })}
                      days={strip
                        .map(({ day }) =>
                          unit.days.includes(day)
                            ? "r"
                            : unit.from !== null && day < unit.from
                              ? "e"
                              : "-",
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
          </table>
        </ScrollRegion>
      )}
    </section>
  );
}

/** Days that have room in a row. */
const maxSquares = 31;
