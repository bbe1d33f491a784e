import { randomUUID } from "node:crypto";

import { createCampaign } from "@/lib/campaign/server/commands";
import { endpoints } from "@/lib/server/api/endpoints";
import { query } from "@/tests/support/database";
import { asked, directiveIn, newDirective } from "../../actions/directive-calls";
import { safetyCalls } from "./safety-calls";
import { eighteen, indicatorIn, stunting, valueIn } from "../../actions/indicator-calls";
import { batchIn, moveIn, newBatch, receiptOf } from "../../actions/stock-calls";
import { areas, campaign, slugs, systemGrant, today } from "@/tests/support/scene";

/** One call of each route that asks who calls. Bodies are such that only a permission can reject. */
export const calls: Record<
  string,
  (
    slug: string,
    district: string,
    unit: string,
  ) => readonly [string, unknown?] | Promise<readonly [string, unknown?]>
> = {
  listCampaigns: () => ["/api/v1/campaigns"],
  createCampaign: (_, district) => ["/api/v1/campaigns", campaign(`c-${randomUUID()}`, district)],
  importTargetPopulations: (slug, _, unit) => [
    `/api/v1/campaigns/${slug}/target-populations`,
    {
      source: "local",
      asOf: today,
      rows: [{ unit, intervention: "MR", targetGroup: "bayi", people: 9 }],
    },
  ],
  submitDailyReports: (slug, _, unit) => [
    `/api/v1/campaigns/${slug}/daily-reports`,
    { reports: [{ id: randomUUID(), unit, day: today, zero: true }] },
  ],
  coverage: (slug) => [`/api/v1/campaigns/${slug}/coverage`],
  trend: (slug) => [`/api/v1/campaigns/${slug}/trend`],
  reportReceipts: (slug) => [`/api/v1/campaigns/${slug}/daily-reports?ids=${randomUUID()}`],
  cellHistory: (slug, _, unit) => [`/api/v1/campaigns/${slug}/history?${historyOf(unit)}`],
  entryKit: (slug) => [`/api/v1/campaigns/${slug}/entry`],
  sources: (slug, _, unit) => [`/api/v1/campaigns/${slug}/sources?code=${unit}`],
  campaignDefinition: (slug) => [`/api/v1/campaigns/${slug}`],
  changeCampaign: (slug, district) => [
    `/api/v1/campaigns/${slug}?dryRun=true`,
    campaign(slug, district),
  ],
  archiveCampaign: (slug) => [`/api/v1/campaigns/${slug}/archive`],
  restoreCampaign: (slug) => [`/api/v1/campaigns/${slug}/archive`],
  listOffices: (_, district) => [`/api/v1/offices?districtCode=${district}`],
  storeOffices: (_, district) => [
    "/api/v1/offices",
    {
      districtCode: district,
      offices: ["kantor-a", "kantor-b"].map((code) => ({ code, name: code, kind: "opd" })),
    },
  ],
  deleteCampaign: async (_, district) => {
    const slug = `hapus-${randomUUID()}`;
    await createCampaign(systemGrant("campaign:manage"), campaign(slug, district));
    return [`/api/v1/campaigns/${slug}`];
  },
  dayNotes: (slug) => [`/api/v1/campaigns/${slug}/day-notes`],
  addDayNote: (slug, _, unit) => [
    `/api/v1/campaigns/${slug}/day-notes`,
    { place: unit.slice(0, 8), day: today, kind: "weather", note: "Banjir" },
  ],
  removeDayNote: async (slug, _, unit) => [
    `/api/v1/campaigns/${slug}/day-notes?id=${await noteOn(slug, unit.slice(0, 8))}`,
  ],
  directives: (slug) => [`/api/v1/campaigns/${slug}/directives`],
  directive: async (slug) => [`/api/v1/campaigns/${slug}/directives/${await directiveIn(slug)}`],
  storeDirective: (slug) => [
    `/api/v1/campaigns/${slug}/directives/${randomUUID()}`,
    newDirective(),
  ],
  answerFollowUp: async (_, district) => [
    `/api/v1/follow-ups/${await asked()}?district=${district}`,
    { sent: randomUUID(), version: 1, state: "done", text: "Sudah." },
  ],
  sentRecord: (_, district) => [`/api/v1/sent-records/${randomUUID()}?district=${district}`],
  indicators: (slug) => [`/api/v1/campaigns/${slug}/indicators`],
  indicator: async (slug) => [`/api/v1/campaigns/${slug}/indicators/${await indicatorIn(slug)}`],
  storeIndicator: (slug) => [
    `/api/v1/campaigns/${slug}/indicators/${randomUUID()}`,
    { sent: randomUUID(), version: 0, ...stunting() },
  ],
  indicatorValues: (slug) => [`/api/v1/campaigns/${slug}/indicator-values`],
  indicatorValue: async (slug, _, unit) => [
    `/api/v1/campaigns/${slug}/indicator-values/${await valueIn(slug, unit)}`,
  ],
  storeIndicatorValue: async (slug, _, unit) => [
    `/api/v1/campaigns/${slug}/indicator-values/${randomUUID()}`,
    { sent: randomUUID(), version: 0, ...eighteen(await indicatorIn(slug), unit) },
  ],
  strategies: (slug) => [`/api/v1/campaigns/${slug}/strategies`],
  strategy: async (slug) => [
    `/api/v1/campaigns/${slug}/strategies/${await planned(slug, "strategy")}`,
  ],
  storeStrategy: async (slug, _, unit) => {
    await query("delete from strategy");
    const body = { place: unit, targetGroups: [], mode: "post", isWithdrawn: false };
    return [`/api/v1/campaigns/${slug}/strategies/${randomUUID()}`, { ...fresh(), ...body }];
  },
  teams: (slug) => [`/api/v1/campaigns/${slug}/teams`],
  team: async (slug) => [`/api/v1/campaigns/${slug}/teams/${await planned(slug, "team")}`],
  storeTeam: (slug, _, unit) => [
    `/api/v1/campaigns/${slug}/teams/${randomUUID()}`,
    { ...fresh(), name: "Tim 1", base: unit.slice(0, 8), peoplePerDay: 150, isClosed: false },
  ],
  sessions: (slug) => [`/api/v1/campaigns/${slug}/sessions`],
  session: async (slug, _, unit) => [
    `/api/v1/campaigns/${slug}/sessions/${await planned(slug, "planned_session", unit)}`,
  ],
  storeSession: (slug, _, unit) => [
    `/api/v1/campaigns/${slug}/sessions/${randomUUID()}`,
    {
      ...fresh(),
      ...{ unit, day: today, mode: "post", targetGroups: [] },
      ...{ team: null, planned: 150, calledOff: null },
    },
  ],
  ...safetyCalls,
  stockBatches: (slug) => [`/api/v1/campaigns/${slug}/batches`],
  stockBatch: async (slug) => [`/api/v1/campaigns/${slug}/batches/${await batchIn(slug)}`],
  storeStockBatch: (slug) => [`/api/v1/campaigns/${slug}/batches/${randomUUID()}`, newBatch()],
  stockMoves: (slug) => [`/api/v1/campaigns/${slug}/stock-moves`],
  stockMove: async (slug, _, unit) => [
    `/api/v1/campaigns/${slug}/stock-moves/${await moveIn(slug, unit.slice(0, 8))}`,
  ],
  storeStockMove: async (slug, _, unit) => [
    `/api/v1/campaigns/${slug}/stock-moves/${randomUUID()}`,
    receiptOf(await batchIn(slug), unit.slice(0, 8)),
  ],
};

function fresh() {
  return { sent: randomUUID(), version: 0 };
}

/** One of a campaign's strategies, teams or sessions. */
async function planned(slug: string, table: string, unit = ""): Promise<string> {
  const rest = {
    strategy: ["place, mode", "campaign.district_code, 'post'"],
    team: ["name, base, people_per_day", "'Tim', campaign.district_code, 9"],
    planned_session: ["unit_code, day, mode", `'${unit}', '${today}', 'post'`],
  }[table] ?? ["", ""];
  if (table === "strategy") await query("delete from strategy");
  const [row] = await query<{ id: string }>(
    `insert into ${table} (district_code, campaign_id, id, ${rest[0] ?? ""})
     select district_code, campaign.id, gen_random_uuid(), ${rest[1] ?? ""}
     from campaign where slug = $1 returning id`,
    [slug],
  );
  return row?.id ?? "";
}

/** A note that stands, to be taken away. */
async function noteOn(slug: string, place: string): Promise<string> {
  const [note] = await query<{ id: string }>(
    `insert into day_note (district_code, campaign_id, place_code, day, kind, note)
     select district_code, id, $2, $3, 'weather', 'Banjir' from campaign where slug = $1
     returning id`,
    [slug, place, today],
  );
  return note?.id ?? "";
}

function historyOf(unit: string) {
  return `unit=${unit}&day=${today}&intervention=MR&targetGroup=bayi`;
}

/** The call of an operation about the campaign of a kabupaten: its method, address and body. */
export async function callOf(operation: string, whose: "home" | "away") {
  const unit = whose === "home" ? areas.homeSelatHilir : areas.awayKarauDesa;
  const [address, body] = (await calls[operation]?.(slugs[whose], areas[whose], unit)) ?? [""];
  const method = endpoints[operation as keyof typeof endpoints].method;
  return { method, address, body };
}
