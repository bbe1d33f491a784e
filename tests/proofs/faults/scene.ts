import { addDays, type CalendarDay } from "@/lib/base/time/calendar-day";
import { localDay } from "@/lib/base/time/time-zone";

import { setRecords, type RecordGround } from "./record-scene";
import { systemGrant } from "./system-grant";
import { withConnection } from "../../../scripts/sql";

export const district = "62.03";
export const slug = "uji-gangguan";

/** Someone with one or more devices. */
export type Person = {
  readonly id: string;
  readonly username: string;
  /** Their kecamatan. */
  readonly place: string;
  readonly units: readonly string[];
};

export type Scene = {
  readonly databaseUrl: string;
  readonly today: CalendarDay;
  /** Days that reports are written for; all of them are open. */
  readonly days: readonly CalendarDay[];
  /** "intervention/group" of each column of the entry grid. */
  readonly cells: readonly string[];
  /** Two people of each of these subdistricts write with simulated devices. */
  readonly teams: readonly (readonly [Person, Person])[];
  /** People who write with a real browser, each in a subdistrict of their own. */
  readonly pagePeople: readonly Person[];
  readonly records: RecordGround;
  /** Reads coverage of the whole kabupaten. */
  readonly officer: string;
};

const interventions = [
  {
    code: "MR",
    name: "Campak-rubela",
    goal: "0.95",
    groups: ["9-59-bulan", "5-7-tahun", "7-12-tahun"],
  },
  { code: "OPV", name: "Polio tetes", goal: "0.8", groups: ["9-59-bulan"] },
  { code: "IPV", name: "Polio suntik", goal: "0.8", groups: ["9-59-bulan"] },
  { code: "DPT", name: "DPT-HB-Hib", goal: "0.8", groups: ["9-59-bulan"] },
] as const;

/**
 * Puts a campaign of every village of a kabupaten, and people, into an empty database. Its days
 * close a minute before midnight, and earlier days are open again for the time of the run.
 */
export async function setScene(databaseUrl: string, pages: number, at: Date): Promise<Scene> {
  const { loadAreas } = await import("@/prisma/seed/areas");
  const { createCampaign } = await import("@/lib/campaign/server/commands");
  const { campaignInput } = await import("@/lib/campaign/schema");
  const { pool } = await import("@/lib/server/db/pool");
  await loadAreas(databaseUrl);

  // Where it is not about to be midnight.
  const timeZone =
    at.getUTCHours() >= 14 && at.getUTCHours() < 20 ? "Asia/Jayapura" : "Asia/Jakarta";
  const today = localDay(at, timeZone);
  await createCampaign(
    systemGrant("campaign:manage"),
    campaignInput.parse({
      slug,
      name: "Uji gangguan",
      districtCode: district,
      startsOn: addDays(today, -9),
      endsOn: addDays(today, 20),
      timeZone,
      reportCutOff: "23:59",
      isSample: true,
      decidingTargetSource: "local",
      reportParts: ["reasons", "vials"],
      rounds: [{ number: 1, startsOn: addDays(today, -9), endsOn: addDays(today, 20) }],
      interventions: interventions.map(({ code, name, goal, groups }) => ({
        code,
        name,
        coverageGoal: goal,
        targetGroups: groups,
      })),
      targetGroups: [
        { code: "9-59-bulan", name: "9–59 bulan" },
        { code: "5-7-tahun", name: "5–<7 tahun" },
        { code: "7-12-tahun", name: "7–12 tahun" },
      ],
    }),
  );
  // A connection that stays open here would be killed with the database.
  await pool().end();
  const days = [-4, -3, -2, -1, 0].map((offset) => addDays(today, offset));
  const places = await openDays(databaseUrl, days);
  const people = await addPeople(databaseUrl, places);
  const records = await setRecords(databaseUrl, { slug, district, today });
  const pagePlaces = places.slice(0, pages);

  return {
    databaseUrl,
    today,
    days,
    cells: interventions.flatMap(({ code, groups }) => groups.map((group) => `${code}/${group}`)),
    teams: places
      .slice(pages)
      .map(({ code }) => [person(people, code, 1), person(people, code, 2)]),
    pagePeople: pagePlaces.map(({ code }) => person(people, code, 1)),
    records,
    officer: people.get("officer")?.id ?? "",
  };
}

type PlaceUnits = { readonly code: string; readonly units: readonly string[] };

async function openDays(
  databaseUrl: string,
  days: readonly CalendarDay[],
): Promise<readonly PlaceUnits[]> {
  return withConnection(databaseUrl, async (client) => {
    await client.query(
      `insert into day_reopening (district_code, campaign_id, place_code, day, ask_reason,
         decision, decided_at, opens_until)
       select distinct unit.district_code, campaign_id, subdistrict_code, day, 'Uji gangguan',
              'opened', now(), now() + interval '3 days'
       from reporting_unit as unit, unnest($1::date[]) as day`,
      [days],
    );
    const { rows } = await client.query<PlaceUnits>(
      `select subdistrict_code as code, array_agg(code order by code) as units
       from reporting_unit group by 1 order by count(*) desc, 1`,
    );
    return rows;
  });
}

async function addPeople(
  databaseUrl: string,
  places: readonly PlaceUnits[],
): Promise<ReadonlyMap<string, Person>> {
  const wanted = places.flatMap(({ code, units }) =>
    [1, 2].map((number) => ({ key: `${code} ${String(number)}`, region: code, units })),
  );
  return withConnection(databaseUrl, async (client) => {
    const people = new Map<string, Person>();
    const add = async (key: string, role: string, region: string, units: readonly string[]) => {
      const username = `uji-${key.replaceAll(/[. ]/g, "-")}`;
      const { rows } = await client.query<{ id: string }>(
        `insert into app_user (username, display_name, role, home_region_code, password_hash)
         values ($1, $1, $2, $3, 'none') returning id`,
        [username, role, region],
      );
      people.set(key, { id: rows[0]?.id ?? "", username, place: region, units });
    };
    for (const { key, region, units } of wanted) await add(key, "subdistrictHead", region, units);
    await add("officer", "healthOffice", district, []);
    return people;
  });
}

function person(people: ReadonlyMap<string, Person>, place: string, number: 1 | 2): Person {
  const found = people.get(`${place} ${String(number)}`);
  if (!found) throw new RangeError(`nobody in ${place}`);
  return found;
}
