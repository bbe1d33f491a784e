import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import { limits } from "@/lib/base/limits";
import { addDays, earlierDay, isCalendarDay, type CalendarDay } from "@/lib/base/time/calendar-day";
import { dayOfRound, lastDay, roundOn } from "@/lib/campaign/calendar";
import type { Campaign } from "@/lib/campaign/campaign";
import { assessAll } from "@/lib/monitor/assessment";
import { placeKindOf } from "@/lib/monitor/place";
import { placeCountsBy } from "@/lib/monitor/server/queries";
import { ownStores, type StockGrant } from "@/lib/stock/own-store";
import type { StockBatch } from "@/lib/stock/stock";
import { supplyOf, type Lying, type StoreFlow, type Supply } from "@/lib/stock/supply";
import { supplyLines, type SupplyLine } from "@/lib/stock/supply-line";
import { wantedIn } from "@/lib/stock/wanted";

import { listBatches, readFlows } from "./queries";
import { readGiven } from "./usage-queries";

type StockGrants = { readonly stock: StockGrant; readonly read: Grant<"coverage:read"> };

/** How a campaign is supplied on a day. */
type SuppliedOn = {
  readonly batches: readonly StockBatch[];
  /** The day looked at, and the last one on which doses may be given. */
  readonly on: CalendarDay;
  readonly lastDay: CalendarDay;
  /** Usage is counted up to the end of this day: the day looked at, once it is over. */
  readonly baseDay: CalendarDay;
  readonly lines: readonly SupplyLine[];
  /** The line that is asked about; null: there is no batch. */
  readonly supply: Supply | null;
  /** Stores with anything written down. */
  readonly stores: ReadonlySet<string>;
};

/**
 * Everything that the screen of stock says of one line of supply, for the reader's stores.
 *
 * @param asked the day that is looked at, and the line by its key; today or the campaign's last day, and the
 *   first line, without them.
 */
export async function readSupply(
  { stock, read }: StockGrants,
  campaign: Campaign,
  asked: {
    readonly today: CalendarDay;
    readonly on?: string | undefined;
    readonly line?: string | undefined;
  },
): Promise<SuppliedOn> {
  const on = dayLookedAt(campaign, asked);
  const round = roundOn(campaign.rounds, on);
  const end = lastDay(round);
  const baseDay = on < asked.today ? on : addDays(on, -1);
  const [batches, flows] = await Promise.all([
    listBatches(stock, campaign, { after: null, limit: limits.stockBatches }),
    readFlows(stock, campaign),
  ]);
  const stores = new Set(flows.map(({ store }) => store));
  const lines = supplyLines(
    batches,
    campaign.interventions.map(({ code }) => code),
  );
  const line = lines.find(({ key }) => key === asked.line) ?? lines[0];
  const supply =
    line &&
    supplyOf(line, {
      flows,
      given: await readGiven(stock, campaign, { upTo: baseDay, stores }),
      reserve: reserveOf(stock, campaign, flows),
      baseDay,
      onDay: on,
      startsOn: campaign.startsOn,
      lastDay: end,
      wanted: wantedIn(line.interventions, await judged(read, campaign, { ...asked, on })),
    });
  return { batches, on, lastDay: end, baseDay, lines, supply: supply ?? null, stores };
}

/** What lies where now, by moves and by what was used up to yesterday, in the reader's stores. */
export async function readLying(
  stock: StockGrant,
  campaign: Campaign,
  today: CalendarDay,
): Promise<readonly Lying[]> {
  const [batches, flows] = await Promise.all([
    listBatches(stock, campaign, { after: null, limit: limits.stockBatches }),
    readFlows(stock, campaign),
  ]);
  const stores = new Set(flows.map(({ store }) => store));
  const baseDay = addDays(today, -1);
  const given = await readGiven(stock, campaign, { upTo: baseDay, stores });
  const reserve = reserveOf(stock, campaign, flows);
  const question = { flows, given, reserve, baseDay, onDay: today, startsOn: campaign.startsOn };
  return supplyLines(batches, []).flatMap(
    (line) =>
      supplyOf(line, { ...question, lastDay: campaign.endsOn, wanted: { kind: "noGoal" } }).lying,
  );
}

/** A day up to today and up to the campaign's last one. */
function dayLookedAt(
  campaign: Campaign,
  { today, on }: { readonly today: CalendarDay; readonly on?: string | undefined },
): CalendarDay {
  const ends = campaign.rounds.map(lastDay).reduce((a, b) => (a > b ? a : b), campaign.endsOn);
  const latest = earlierDay(today, ends);
  return on !== undefined && isCalendarDay(on) && on < latest ? on : latest;
}

function reserveOf(stock: StockGrant, { districtCode }: Campaign, flows: readonly StoreFlow[]) {
  const isRead = ownStores(stock, districtCode).kind === "all";
  return isRead && flows.some(({ store }) => store === districtCode) ? districtCode : null;
}

/** How the reader's own place stands in each intervention; of an office nothing is known but its units. */
async function judged(
  read: Grant<"coverage:read">,
  campaign: Campaign,
  { today, on }: { readonly today: CalendarDay; readonly on: CalendarDay },
) {
  const round = roundOn(campaign.rounds, on);
  const counts = await placeCountsBy(read, campaign, {
    by: placeKindOf(read.region),
    round,
    source: campaign.decidingTargetSource,
    asOf: on < today ? on : null,
    on: dayOfRound(round, on, today),
    today,
  });
  return assessAll(counts, { campaign, round, on });
}
