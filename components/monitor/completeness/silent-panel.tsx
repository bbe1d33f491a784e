import { useLocale, useTranslations } from "next-intl";

import { ScrollRegion } from "@/components/base/ui/scroll-region";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";

import type { CompletenessProps } from "./completeness-props";

/** Who has been silent longest; kecamatan that never reported are named apart. */
export function SilentPanel({ campaign, view }: CompletenessProps) {
  const t = useTranslations("completeness.silent");
  const words = useTranslations("completeness");
  const format = formats(useLocale());
  const { silent, total, noun } = view;
  const due = total.cells.filter(({ expected }) => expected > 0);
  const last = due.at(-1);
  if (!last) return null;
  const until = last.day === view.day && view.isToday ? t("today") : format.monthDay(last.day);
  const hasPart = view.root.rowsAre === "subdistrict";
  const head = "border-b-2 border-line-strong px-2 py-2 text-note font-medium text-ink2";
  const box = "border-b border-line px-2 py-2";
  const strip = due.slice(-mostSquares);

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
        <p className="mt-2 text-dense text-ink2">{t("none", { noun: words(`nouns.${noun}`) })}</p>
      ) : (
        <ScrollRegion label={t("title")} className="mt-2">
          <table className="w-full border-separate border-spacing-0 text-dense">
            <thead>
              <tr>
                <th scope="col" className={`${head} text-left`}>
                  {words(`nounHeads.${noun}`)}
                </th>
                {hasPart ? (
                  <th scope="col" className={`${head} text-left max-tablet:hidden`}>
                    {t("subdistrict")}
                  </th>
                ) : null}
                <th scope="col" className={`${head} text-left max-tablet:hidden`}>
                  {t("days", { count: strip.length })}
                </th>
                <th scope="col" className={`${head} text-right`}>
                  {t("missed")}
                </th>
                <th scope="col" className={`${head} text-right`}>
                  {t("inARow")}
                </th>
                <th scope="col" className={`${head} text-left`}>
                  {t("last")}
                </th>
              </tr>
            </thead>
            <tbody>
              {silent.map((unit) => (
                <tr key={unit.code}>
                  <th scope="row" className={`${box} text-left font-normal`}>
                    <a
                      href={withQuery(routes.coverageOf(unit.code), { kampanye: campaign.slug })}
                      className="text-ink underline underline-offset-3"
                    >
                      {unit.name}
                    </a>
                    {hasPart ? (
                      <span className="block text-note text-ink3 tablet:hidden">
                        {unit.subdistrictName}
                      </span>
                    ) : null}
                  </th>
                  {hasPart ? (
                    <td className={`${box} max-tablet:hidden`}>{unit.subdistrictName}</td>
                  ) : null}
                  <td className={`${box} max-tablet:hidden`}>
                    <span
                      role="img"
                      aria-label={t("strip", { reported: unit.received, all: unit.owed })}
                      className="day-strip"
                    >
                      {strip.map(({ day }) => (
                        <i
                          key={day}
                          className={
                            unit.days.includes(day)
                              ? "full"
                              : unit.from !== null && day < unit.from
                                ? "early"
                                : undefined
                          }
                        />
                      ))}
                    </span>
                  </td>
                  <td className={`${box} text-right whitespace-nowrap`}>
                    {t("days", { count: unit.missed })}
                  </td>
                  <td className={`${box} text-right font-semibold whitespace-nowrap`}>
                    {t("days", { count: unit.inARow })}
                  </td>
                  <td className={`${box} whitespace-nowrap`}>
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
const mostSquares = 31;
