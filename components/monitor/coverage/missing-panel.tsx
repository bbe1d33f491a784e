import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import { unitNoun } from "@/lib/monitor/coverage/place";
import type { PlaceRow } from "@/lib/monitor/coverage/rows";
import { routes, withQuery } from "@/lib/base/routes";
import { timeZoneNames } from "@/lib/base/time/time-zone";

import { CoveragePanel } from "./coverage-panel";
import type { CoverageProps } from "./coverage-props";

/** Names before "show more". */
const shownAtFirst = 60;

/**
 * Who has not reported today, each a link to its entry for those who may enter.
 *
 * @param isPastCutOff whether the hour of the campaign's cut-off has passed.
 */
export function MissingPanel({
  campaign,
  params,
  view,
  mayEnter,
  isPastCutOff,
}: CoverageProps & { readonly mayEnter: boolean; readonly isPastCutOff: boolean }) {
  const t = useTranslations("coverage.missing");
  const nouns = useTranslations("places.counted");
  const format = formats(useLocale());
  const owing = view.units.filter(({ code }) => !view.ended.has(code));
  const missing = owing.filter(({ lastReport }) => lastReport?.day !== params.on);
  if (missing.length === 0) return null;

  const names = (rows: readonly PlaceRow[]) => (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-dense">
      {rows.map(({ code, name }) => (
        <li key={code}>
          {mayEnter ? (
            <Link
              href={withQuery(routes.entryOf(code), { kampanye: campaign.slug, hari: params.on })}
              prefetch={false}
              className="inline-flex min-h-11 items-center underline underline-offset-3 tablet:min-h-6"
            >
              {name}
            </Link>
          ) : (
            name
          )}
        </li>
      ))}
    </ul>
  );
  const rest = missing.slice(shownAtFirst);

  return (
    <CoveragePanel
      title={t("title", {
        missing: format.count(missing.length),
        all: format.count(owing.length),
        noun: nouns(unitNoun(view.root.units), { count: owing.length }),
      })}
      note={t(isPastCutOff ? "passed" : "ahead", {
        time: `${format.hour(campaign.reportCutOff)} ${timeZoneNames[campaign.timeZone]}`,
      })}
    >
      <div className="mt-2">{names(missing.slice(0, shownAtFirst))}</div>
      {rest.length > 0 ? (
        <details data-whole>
          <summary className="mt-2 inline-flex min-h-11 items-center text-dense text-link underline tablet:min-h-8 print:hidden">
            {t("more", { count: format.count(rest.length) })}
          </summary>
          {names(rest)}
        </details>
      ) : null}
    </CoveragePanel>
  );
}
