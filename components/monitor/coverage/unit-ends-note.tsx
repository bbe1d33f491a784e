import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import { addDays } from "@/lib/base/time/calendar-day";

import type { CoverageProps } from "./coverage-props";

/** Says of units of the place that have ended when they did, and who goes on with their people. */
export function UnitEndsNote({ campaign, view }: Pick<CoverageProps, "campaign" | "view">) {
  const t = useTranslations("coverage.unitEnds");
  const locale = useLocale();
  const format = formats(locale);
  const shown = new Map(view.root.units.map(({ code, name }) => [code, name]));
  const ends = campaign.unitEnds.filter(({ unit }) => shown.has(unit) && view.ended.has(unit));
  if (ends.length === 0) return null;
  return (
    <section aria-labelledby="unit-ends" className="grid gap-1 text-dense">
      <h2 id="unit-ends" className="font-semibold">
        {t("title")}
      </h2>
      <ul className="list-disc pl-5">
        {ends.map(({ unit, name, until, successors }) => (
          <li key={unit}>
            {successors.length === 0
              ? t("closed", { name, day: format.day(until) })
              : t("continued", {
                  name,
                  day: format.day(until),
                  successors: new Intl.ListFormat(locale).format(
                    successors.map((successor) => successor.name),
                  ),
                  next: format.day(addDays(until, 1)),
                })}
          </li>
        ))}
      </ul>
      <p className="text-note text-ink3">{t("rule")}</p>
    </section>
  );
}
