import "server-only";

import { z } from "zod";

import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import type { Transaction } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";
import { ownStores, type StockGrant } from "@/lib/stock/own-store";
import { readStore } from "@/lib/stock/store";
import type { GivenThere } from "@/lib/stock/supply";

const given = z.object({
  store: z.string(),
  /** Of an office's units, and of reports that say what was opened: the store in whose sums they are. */
  within: z.string().nullable(),
  day: z.iso.date(),
  intervention: z.string(),
  given: z.int(),
  opened: z.int().nullable(),
});

type GivenRow = z.infer<typeof given>;

type UsageQuestion = {
  readonly upTo: CalendarDay;
  /** Those that have anything written down. */
  readonly stores: ReadonlySet<string>;
};

/**
 * Doses that reports say were given, by the store that they are drawn from first: that of the office which
 * holds the unit, where it has one, else that of the kecamatan. Of a kecamatan from the roll-ups: a row for
 * each day and intervention, however many reports there are; of an office from the tallies of the units
 * that it holds; and where reports say how many vials were opened, what those say apart from the others.
 */
export async function readGiven(
  grant: StockGrant,
  campaign: Campaign,
  question: UsageQuestion,
  tx?: Transaction,
): Promise<GivenThere[]> {
  const { districtCode } = campaign;
  const own = ownStores(grant, districtCode);
  const only = own.kind === "all" ? null : own.store;
  const offices = [...question.stores].flatMap((key) => {
    const store = readStore(key, districtCode);
    return store?.kind === "office" && (only === null || only === key) ? [store.code] : [];
  });
  const asked = { campaign, upTo: question.upTo, only, offices };
  const sums = await readSums(asked, tx);
  const opened = campaign.reportParts.includes("vials") ? await readOpened(asked, tx) : [];
  return apart([...sums, ...opened]);
}

type Asked = {
  readonly campaign: Campaign;
  readonly upTo: CalendarDay;
  /** The one store that is read; null: all. */
  readonly only: string | null;
  readonly offices: readonly string[];
};

async function readSums({ campaign, upTo, only, offices }: Asked, tx?: Transaction) {
  const { districtCode, id } = campaign;
  return readRows(given, tx)`
    SELECT place_code AS store, NULL AS within, day::text AS day, intervention_code AS intervention,
           sum(residents + non_residents)::int AS given, NULL::int AS opened
    FROM place_day_total
    WHERE district_code = ${districtCode} AND campaign_id = ${id}::uuid AND place_kind = 'subdistrict'
      AND day <= ${upTo}::date AND (${only}::text IS NULL OR place_code = ${only})
    GROUP BY place_code, day, intervention_code
    UNION ALL
    SELECT 'kantor/' || unit.office_code, unit.subdistrict_code, tally.day::text,
           tally.intervention_code, sum(tally.residents + tally.non_residents)::int, NULL
    FROM reporting_unit AS unit
    -- The rounds are named, so that a unit's tallies are a range of their key.
    JOIN round
      ON round.district_code = unit.district_code AND round.campaign_id = unit.campaign_id
    JOIN tally
      ON tally.district_code = unit.district_code AND tally.campaign_id = unit.campaign_id
     AND tally.round_number = round.number AND tally.unit_code = unit.code
    WHERE unit.district_code = ${districtCode} AND unit.campaign_id = ${id}::uuid
      AND unit.office_code = ANY (${offices}) AND tally.day <= ${upTo}::date
    GROUP BY unit.office_code, unit.subdistrict_code, tally.day, tally.intervention_code
  `;
}

/** What reports say that tell of opened vials: a row for each store, day and intervention. */
async function readOpened({ campaign, upTo, only, offices }: Asked, tx?: Transaction) {
  const { districtCode, id } = campaign;
  const rows = await readRows(given, tx)`
    SELECT store, store AS within, day::text AS day, intervention, sum(given)::int AS given,
           sum(opened)::int AS opened
    FROM (
      SELECT CASE WHEN unit.office_code = ANY (${offices}) THEN 'kantor/' || unit.office_code
                  ELSE unit.subdistrict_code END AS store,
             part.day, part.code AS intervention, part.count AS opened,
             (SELECT coalesce(sum(tally.residents + tally.non_residents), 0)
              FROM tally
              WHERE tally.district_code = part.district_code
                AND tally.campaign_id = part.campaign_id
                AND tally.round_number = part.round_number
                AND tally.unit_code = part.unit_code AND tally.day = part.day
                AND tally.intervention_code = part.code) AS given
      FROM report_part AS part
      JOIN reporting_unit AS unit
        ON unit.district_code = part.district_code AND unit.campaign_id = part.campaign_id
       AND unit.code = part.unit_code
      WHERE part.district_code = ${districtCode} AND part.campaign_id = ${id}::uuid
        AND part.kind = 'vials' AND part.day <= ${upTo}::date
    ) AS told
    GROUP BY store, day, intervention
  `;
  return only === null ? rows : rows.filter(({ store }) => store === only);
}

/** What is told apart is taken off the sums that it is in. */
function apart(rows: readonly GivenRow[]): GivenThere[] {
  const placeOf = (store: string, { day, intervention }: GivenRow) =>
    `${store} ${day} ${intervention}`;
  const taken = new Map<string, number>();
  for (const row of rows) {
    if (row.within === null) continue;
    const place = placeOf(row.within, row);
    taken.set(place, (taken.get(place) ?? 0) + row.given);
  }
  return rows.map((row) => {
    const { within, store, day, intervention, opened } = row;
    const told = within === store ? 0 : (taken.get(placeOf(store, row)) ?? 0);
    return { store, day, intervention, given: row.given - told, opened };
  });
}
