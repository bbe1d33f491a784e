import { withConnection } from "../../../scripts/sql";
import { freshId, type Right } from "./ground";

const unit = "62.03.01.1007";

/** A batch and an indicator of the demo campaign, which has none. */
const batch = "7b0d7f6e-0000-4000-8007-000000000001";
const indicator = "7b0d7f6e-0000-4000-8007-000000000002";

/** Puts into the demo campaign what a right request may be about and the demo does not have. */
export async function setRecords(databaseUrl: string, slug: string): Promise<void> {
  await withConnection(databaseUrl, async (client) => {
    await client.query(
      `insert into stock_batch (district_code, id, campaign_id, code, product, doses_per_vial,
                                interventions, version)
       select district_code, $2, id, 'UJI', 'Vaksin uji', 10, array['MR'], 1
       from campaign where slug = $1`,
      [slug, batch],
    );
    await client.query(
      `insert into indicator (district_code, id, campaign_id, code, name, measure, direction, period,
                              position)
       select district_code, $2, id, 'uji', 'Uji', 'percent', 'up', 'month', 1
       from campaign where slug = $1`,
      [slug, indicator],
    );
  });
}

/** One record of each register by the address of its screen. */
export type RecordIds = Readonly<Record<string, string>>;

export async function readRecordIds(databaseUrl: string, slug: string): Promise<RecordIds> {
  return withConnection(databaseUrl, async (client) => {
    const { rows } = await client.query<{ screen: string; id: string }>(
      `with made as (select district_code, id from campaign where slug = $1)
       (select '/kipi' as screen, record.id::text from adverse_event as record
        join made on made.id = record.campaign_id limit 1)
       union all (select '/rca', record.id::text from rapid_assessment as record
        join made on made.id = record.campaign_id limit 1)
       union all (select '/jadwal', record.id::text from planned_session as record
        join made on made.id = record.campaign_id limit 1)
       union all (select '/tindak-lanjut', record.id::text from directive as record
        join made on made.id = record.campaign_id limit 1)
       union all (select '/permintaan', record.id::text from follow_up as record
        join made on made.district_code = record.district_code
        where region_code = '62.03.01' limit 1)`,
      [slug],
    );
    const found = Object.fromEntries(rows.map(({ screen, id }) => [screen, id]));
    return { "/logistik": batch, "/indikator": indicator, ...found };
  });
}

/** Requests that are taken as they are, for each route that stores a record of a register. */
export async function readRecordRights(
  databaseUrl: string,
  slug: string,
  day: string,
): Promise<readonly Right[]> {
  const base = `/api/v1/campaigns/${slug}`;
  const api = { kind: "json", action: null, method: "PUT" } as const;
  const asked = await openFollowUp(databaseUrl);
  const of = (
    operation: string,
    path: string,
    content: Readonly<Record<string, unknown>>,
    person: Right["person"] = "healthOffice",
    version = 0,
  ): Right => ({
    ...api,
    person,
    target: `api ${operation}`,
    path,
    content: (fresh) => ({ sent: freshId(fresh, "8"), version, ...content }),
  });
  const noGroups = { mode: "outreach", targetGroups: [] };
  return [
    of("storeStrategy", `${base}/strategies/{new}`, {
      ...noGroups,
      place: "62.03.01",
      isWithdrawn: false,
    }),
    of("storeTeam", `${base}/teams/{new}`, {
      name: "Tim uji",
      base: "62.03.01",
      peoplePerDay: 80,
      isClosed: false,
    }),
    of("storeSession", `${base}/sessions/{new}`, {
      ...noGroups,
      unit,
      day,
      team: null,
      planned: 40,
      calledOff: "Hujan",
    }),
    of("storeStockBatch", `${base}/batches/{new}`, {
      code: "LOT-8",
      product: "Vaksin uji",
      dosesPerVial: 10,
      expiresOn: null,
      interventions: ["MR"],
    }),
    of("storeStockMove", `${base}/stock-moves/{new}`, {
      kind: "receipt",
      batch,
      from: null,
      to: "62.03.01",
      vials: 2,
      document: "BA 1",
      day,
      reason: "Uji",
    }),
    of("storeAdverseEvent", `${base}/adverse-events/{new}`, {
      unit,
      day,
      foundAt: `${day}T00:00`,
      interventions: ["MR"],
      batch: "LOT-8",
      targetGroup: null,
      isSerious: false,
      onsetHours: 2,
      signs: "demam",
      isNoName: true,
      toldDistrictAt: null,
    }),
    of("storeRapidAssessment", `${base}/assessments/{new}`, {
      unit,
      day,
      intervention: "MR",
      location: "RT 4",
      assessor: "Tim",
      houses: [{ number: 1, people: 2, reached: 1, reason: null }],
    }),
    of("storeIndicator", `${base}/indicators/{new}`, {
      code: "uji-2",
      name: "Uji dua",
      measure: "count",
      direction: "down",
      period: "month",
      counted: "kasus",
    }),
    of("storeIndicatorValue", `${base}/indicator-values/{new}`, {
      indicator,
      unit,
      period: day.slice(0, 7),
      numerator: 4,
      denominator: 10,
      source: "Laporan",
    }),
    of(
      "answerFollowUp",
      `/api/v1/follow-ups/${asked.id}?district=62.03`,
      { state: "doing", text: "Sedang", evidence: "Notulen" },
      "subdistrictHead",
      asked.version,
    ),
  ];
}

/** What the camat of Selat is asked. */
async function openFollowUp(databaseUrl: string) {
  return withConnection(databaseUrl, async (client) => {
    const { rows } = await client.query<{ id: string; version: number }>(
      `select id::text, version from follow_up
       where district_code = '62.03' and region_code = '62.03.01' order by id limit 1`,
    );
    const [found] = rows;
    if (!found) throw new Error("the camat of Selat is asked for nothing");
    return found;
  });
}
