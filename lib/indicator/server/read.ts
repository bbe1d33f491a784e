import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import { earlierDay, type CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import type { Indicator } from "@/lib/indicator/indicator";
import { periodsOf, indicatorRows, sparkOf, type IndicatorRow } from "@/lib/indicator/matrix";
import { indicatorParams, type IndicatorParams } from "@/lib/indicator/params";
import { startOf } from "@/lib/indicator/period";
import { filledOf, ranksOf, type UnitRank } from "@/lib/indicator/summary";

import {
  firstStart,
  listIndicators,
  listReachedUnits,
  ownIndicators,
  readValues,
  type ReachedUnit,
} from "./queries";

/** Units that stand beside each other on a page. */
const unitsPerPage = 5;

type IndicatorView = {
  readonly params: IndicatorParams;
  /** All of the reader's, whatever is filtered. */
  readonly indicators: readonly Indicator[];
  readonly units: readonly ReachedUnit[];
  /** Those of the page. */
  readonly page: readonly ReachedUnit[];
  readonly pages: number;
  readonly rows: readonly IndicatorRow[];
  readonly ranks: readonly UnitRank[];
  readonly filled: { readonly filled: number; readonly of: number };
};

/**
 * The indicators of a campaign over the reader's units, and one by one for a page of these.
 *
 * Reads the periods that are compared, and for the page those of its sparklines: however long the campaign
 * lasts, as many rows as it has units and indicators.
 *
 * @param paging everyUnit: one by one for all units, as a file has them.
 */
export async function readIndicatorView(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  query: Readonly<Record<string, string | string[] | undefined>>,
  today: CalendarDay,
  paging: "page" | "everyUnit" = "page",
): Promise<IndicatorView> {
  const [all, first] = await Promise.all([
    listIndicators(grant, campaign),
    firstStart(grant, campaign),
  ]);
  const indicators = ownIndicators(grant, all);
  const since = first !== null && first < campaign.startsOn ? first : campaign.startsOn;
  const until = earlierDay(today, campaign.endsOn);
  const params = indicatorParams(query, indicators, { since, until, today });
  const units = await listReachedUnits(grant, campaign, all);
  const chosen = units.filter(({ code }) => code === params.unit);
  const pages = Math.max(1, Math.ceil(units.length / unitsPerPage));
  const from = (Math.min(params.page, pages) - 1) * unitsPerPage;
  const ofPage = paging === "page" ? units.slice(from, from + unitsPerPage) : units;
  const page = chosen.length > 0 ? chosen : ofPage;
  const { shown, comparison } = params;
  const nothing = { rows: [], ranks: [], filled: { filled: 0, of: 0 } };
  const view = { params, indicators, units, page, pages };
  if (shown === null) return { ...view, ...nothing };

  const asked = indicators.filter(
    (each) => params.office === null || each.office?.code === params.office,
  );
  const compared = asked.flatMap((each) => {
    const { period, against } = periodsOf(each, shown, comparison);
    return against ? [period, against] : [period];
  });
  const drawn = asked.flatMap((each) => sparkOf(each, periodsOf(each, shown, comparison).period));
  const [values, history] = await Promise.all([
    readValues(grant, campaign, { units, starts: [...new Set(compared.map(startOf))] }),
    readValues(grant, campaign, { units: page, starts: [...new Set(drawn.map(startOf))] }),
  ]);
  const rows = indicatorRows(asked, { units, page, values, history }, { shown, comparison });
  return { ...view, rows, ranks: ranksOf(rows, units, values), filled: filledOf(rows) };
}
