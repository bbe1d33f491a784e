import { withConnection } from "../../../scripts/sql";
import type { ActionGround, Right } from "./ground";
import { readRecordRights } from "./record-right";

const unit = "62.03.01.1007";
const cell = { intervention: "MR", targetGroup: "9-59-bulan" };

/**
 * Requests to the demo campaign that are taken as they are, for each route that writes and for the
 * actions that are called with JSON, alone or in a field.
 *
 * @param day a day of the campaign that reports may be about.
 */
export async function readRights(
  databaseUrl: string,
  slug: string,
  day: string,
  actions: readonly ActionGround[],
): Promise<readonly Right[]> {
  const standing = await readCampaign(databaseUrl, slug);
  const base = `/api/v1/campaigns/${slug}`;
  const api = { kind: "json", action: null, person: "healthOffice" } as const;
  const called = (
    name: string,
    kind: "json" | "form",
    person: Right["person"],
    content: Right["content"],
  ): Right[] =>
    actions
      .filter((action) => action.name === name)
      .map(({ id, address }) => ({
        target: `action ${name}`,
        method: "POST",
        path: address,
        kind,
        action: id,
        person,
        content,
      }));
  return [
    {
      ...api,
      target: "api createCampaign",
      method: "POST",
      path: "/api/v1/campaigns",
      content: newCampaign,
    },
    {
      ...api,
      target: "api importTargetPopulations",
      method: "PUT",
      path: `${base}/target-populations`,
      content: () => ({
        source: "local",
        asOf: day,
        decree: "SK 1/2026",
        rows: [{ unit, ...cell, people: 40 }],
      }),
    },
    {
      ...api,
      target: "api addDayNote",
      method: "POST",
      path: `${base}/day-notes`,
      content: (fresh) => ({
        id: `7b0d7f6e-0000-4000-8002-${fresh.padStart(12, "0")}`,
        place: "62.03.01",
        day,
        kind: "weather",
        note: "Hujan deras",
      }),
    },
    {
      ...api,
      target: "api storeOffices",
      method: "PUT",
      path: "/api/v1/offices",
      content: (fresh) => ({ districtCode: "62.03", offices: [office(fresh)] }),
    },
    {
      ...api,
      target: "api submitDailyReports",
      method: "POST",
      path: `${base}/daily-reports`,
      content: (fresh) => ({ reports: [report(day, fresh)] }),
    },
    ...(await readRecordRights(databaseUrl, slug, day)),
    ...called("changeCampaignAction", "form", "healthOffice", () => ({
      kampanye: slug,
      body: JSON.stringify(standing),
      confirmed: "1",
      reason: "Uji coba",
    })),
    ...called("storeOfficesAction", "form", "healthOffice", (fresh) => ({
      districtCode: "62.03",
      ...office(fresh),
    })),
    ...called("undoZeroReport", "json", "subdistrictHead", () => [{ slug, unit, day }]),
    ...called("areasOfDistrict", "json", "healthOffice", () => ["62.03"]),
    ...called("suggestDistricts", "json", "administrator", () => [{ text: "kap", levels: [] }]),
    ...called("suggestHomeRegions", "json", "administrator", () => [
      { text: "selat", levels: ["village"] },
    ]),
  ];
}

/** A campaign that there is not yet, with every text that one may have. */
function newCampaign(fresh: string) {
  return {
    slug: `uji-${fresh}`,
    name: "Uji",
    legalBasis: "SK 1/2026",
    sourceName: "Siaran pers 1/2026",
    sourceUrl: "https://dinkes.example.id/siaran",
    districtCode: "62.03",
    timeZone: "Asia/Jakarta",
    isSample: true,
    startsOn: "2026-11-01",
    endsOn: "2026-11-30",
    reportCutOff: "16:00",
    decidingTargetSource: "local",
    rounds: [{ number: 1, startsOn: "2026-11-01", endsOn: "2026-11-30" }],
    targetGroups: [{ code: "anak", name: "Anak" }],
    interventions: [{ code: "MR", name: "Campak", shortName: "MR", coverageGoal: "0.95" }],
    reportingUnits: [{ code: "P-1", name: "Pos", kind: "office", regionCode: "62.03" }],
  };
}

/** An office that there is not yet. */
function office(fresh: string) {
  return { code: `uji-${fresh}`, name: "Dinas Uji", kind: "opd", region: "62.03.01" };
}

function report(day: string, fresh: string) {
  return {
    id: `7b0d7f6e-0000-4000-8001-${fresh.padStart(12, "0")}`,
    unit,
    day,
    submittedAt: `${day}T08:00:00+07:00`,
    reason: { code: "other", note: "Salah baris" },
    tallies: [{ ...cell, residents: 4 }],
  };
}

/** The campaign as its form would send it back unchanged. */
async function readCampaign(databaseUrl: string, slug: string): Promise<unknown> {
  return withConnection(databaseUrl, async (client) => {
    const { rows } = await client.query<{ body: unknown }>(
      `select jsonb_build_object(
         'name', name, 'legalBasis', legal_basis, 'sourceName', coalesce(source_name, ''),
         'sourceUrl', coalesce(source_url, ''), 'startsOn', starts_on, 'endsOn', ends_on,
         'reportCutOff', to_char(report_cut_off, 'HH24:MI'),
         'decidingTargetSource', deciding_target_source, 'removedUnits', '[]'::jsonb,
         'rounds', (select jsonb_agg(jsonb_build_object(
             'number', number, 'startsOn', starts_on, 'endsOn', ends_on,
             'sweepingEndsOn', sweeping_ends_on) order by number)
           from round where campaign_id = campaign.id),
         'targetGroups', (select jsonb_agg(jsonb_build_object('code', code, 'name', part.name)
           order by position) from target_group as part where campaign_id = campaign.id),
         'interventions', (select jsonb_agg(jsonb_build_object(
             'code', code, 'name', part.name, 'shortName', short_name,
             'coverageGoal', (select share::text from goal
               where goal.campaign_id = campaign.id and goal.intervention_code = part.code
               order by from_day desc, id desc limit 1), 'targetGroups', (
               select jsonb_agg(target_group_code) from intervention_target_group as given
               where given.campaign_id = campaign.id and given.intervention_code = part.code))
           order by position) from intervention as part where campaign_id = campaign.id)) as body
       from campaign where slug = $1`,
      [slug],
    );
    return rows[0]?.body ?? {};
  });
}
