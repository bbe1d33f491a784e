import { localDay } from "@/lib/base/time/time-zone";
import { limits } from "@/lib/base/limits";
import { countLate, listDirectives } from "@/lib/directive/server/directive-queries";
import { listIndicators, listReachedUnits, listValues } from "@/lib/indicator/server/queries";
import { readIndicatorView } from "@/lib/indicator/server/read";
import { visitedUnits } from "@/lib/plan/server/planning-queries";
import { sessionsAfter, sessionsBetween } from "@/lib/plan/server/queries";
import { weekOf } from "@/lib/plan/week";
import {
  countAdverseEvents,
  countGiven,
  listAdverseEvents,
  listAwaiting,
} from "@/lib/safety/server/adverse-event-queries";
import { readRapidRegister } from "@/lib/safety/server/register";
import { listBatches, listMoves, listStores } from "@/lib/stock/server/queries";
import { readSupply } from "@/lib/stock/server/read-supply";

import { withConnection } from "../../../scripts/sql";
import { officerIn } from "./actor";
import { say, takeTurns, tell } from "./figure";
import { fillCampaigns } from "./fill";
import { fillRegisters } from "./registers-fill";

const district = "62.03";
const [few, many] = [100, 100_000];
const perPage = 50;

/** (registers) The first page of each register of a campaign when it has a thousand times as many rows. */
export async function measureRegisters(databaseUrl: string): Promise<void> {
  say(`(registers) Two campaigns: registers of ${String(few)} rows, and of ${String(many)}.`);
  await withConnection(databaseUrl, async (client) => {
    const shape = {
      districts: district,
      days: 100,
      reportedDays: 1,
      interventions: 2,
      targetGroups: 1,
    };
    await fillCampaigns(client, { ...shape, slug: "sedikit" });
    await fillCampaigns(client, { ...shape, slug: "banyak" });
    await fillRegisters(client, { slug: "sedikit-6203", rows: few });
    await fillRegisters(client, { slug: "banyak-6203", rows: many });
  });
  const [small, large] = await Promise.all([pagesOf("sedikit-6203"), pagesOf("banyak-6203")]);
  for (const name of Object.keys(small) as (keyof typeof small)[]) {
    const read = await takeTurns(
      { few: small[name], many: large[name] },
      { rounds: 61, warmUp: 15 },
    );
    tell(`${name}, ${String(few)} rows`, read.few, "ms");
    tell(`${name}, ${String(many)} rows`, read.many, "ms");
    tell(`${name}, ${String(many)} / ${String(few)} rows (<= 2)`, read.many / read.few, "ratio");
  }
}

/** What the first page of each register reads, as its screen does. */
async function pagesOf(slug: string) {
  const { campaign, grant: read } = await officerIn(district, slug, "coverage:read");
  const { grant: manage } = await officerIn(district, slug, "directive:manage");
  const { grant: safety } = await officerIn(district, slug, "safety:report");
  const { grant: stock } = await officerIn(district, slug, "stock:report");
  const at = new Date();
  const today = localDay(at, campaign.timeZone);
  const week = weekOf(today);
  const [from = today, to = today] = [week[0], week.at(-1)];
  const noEvent = { only: null, state: null, subdistrict: null };
  const noMove = { kind: null, store: null, batch: null };
  return {
    "directives, with late ones in the navigation": () =>
      Promise.all([listDirectives(manage, campaign, today), countLate(manage, campaign, today)]),
    "sessions, a week": () =>
      Promise.all([sessionsBetween(read, campaign, from, to), visitedUnits(read, campaign, from)]),
    "sessions, the API's first page": () =>
      sessionsAfter(read, campaign, { after: null, size: perPage }),
    "stock moves": () =>
      Promise.all([
        listBatches(stock, campaign, { after: null, limit: limits.stockBatches }),
        listStores(stock, campaign),
        listMoves(stock, campaign, noMove, { after: null, limit: perPage + 1 }),
      ]),
    "stock on hand": () => readSupply({ stock, read }, campaign, { today }),
    "adverse events": () =>
      Promise.all([
        countAdverseEvents(safety, campaign, at),
        listAdverseEvents(safety, campaign, noEvent, { at, after: null, perPage }),
        listAwaiting(safety, campaign, 20),
        countGiven(safety, campaign),
      ]),
    assessments: () =>
      readRapidRegister(safety, campaign, {
        filter: { verdict: null, subdistrict: null },
        after: null,
        perPage,
        today,
      }),
    "indicators, the matrix of a period": () => readIndicatorView(read, campaign, {}, today),
    "indicator values, the API's first page": async () => {
      const indicators = await listIndicators(read, campaign);
      const units = await listReachedUnits(read, campaign, indicators);
      const asked = { units, indicators, startsOn: null, after: null, limit: perPage };
      await listValues(read, campaign, asked);
    },
  } satisfies Record<string, () => Promise<unknown>>;
}
