import "server-only";

import { z } from "zod";

import type { Campaign } from "@/lib/campaign/campaign";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { isWithin, nation } from "@/lib/base/region/code";
import { db, type Transaction } from "@/lib/server/db/client";
import { readRow, readRows } from "@/lib/server/db/read";
import { ownStores, type StockGrant } from "@/lib/stock/own-store";
import type { MovePlace } from "@/lib/stock/move-place";
import { moveKinds, type MoveKind, type StockBatch, type StockMove } from "@/lib/stock/stock";
import type { StoreFlow } from "@/lib/stock/supply";
import { Prisma } from "@/prisma/generated/client";

const batchRow = z.object({
  id: z.uuid(),
  code: z.string().nullable(),
  product: z.string(),
  dosesPerVial: z.int().nullable(),
  expiresOn: z.iso.date().nullable(),
  interventions: z.array(z.string()),
  version: z.int(),
});

const batchColumns = Prisma.sql`batch.id, batch.code, batch.product,
  batch.doses_per_vial AS "dosesPerVial", batch.expires_on::text AS "expiresOn",
  batch.interventions, batch.version`;

/**
 * Batches of a campaign by their ids, after one of them.
 *
 * @param limit how many at most; ask for one more to know whether there are more.
 */
export async function listBatches(
  grant: StockGrant,
  campaign: Campaign,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<StockBatch[]> {
  if (!reaches(grant, campaign)) return [];
  return readRows(batchRow)`
    SELECT ${batchColumns} FROM stock_batch AS batch
    WHERE batch.district_code = ${campaign.districtCode} AND batch.campaign_id = ${campaign.id}::uuid
      ${after === null ? Prisma.empty : Prisma.sql`AND batch.id > ${after}::uuid`}
    ORDER BY batch.id LIMIT ${limit}
  `;
}

/** One batch of a campaign; null: there is none. */
export async function readBatch(
  grant: StockGrant,
  campaign: Campaign,
  id: string,
  tx?: Transaction,
): Promise<StockBatch | null> {
  if (!reaches(grant, campaign)) return null;
  const [batch] = await readRows(batchRow, tx)`
    SELECT ${batchColumns} FROM stock_batch AS batch
    WHERE batch.district_code = ${campaign.districtCode} AND batch.campaign_id = ${campaign.id}::uuid
      AND batch.id = ${id}::uuid
  `;
  return batch ?? null;
}

const flowRow = z
  .object({
    store: z.string(),
    batch: z.uuid(),
    day: z.iso.date(),
    received: z.int(),
    moved: z.int(),
    returned: z.int(),
    discarded: z.int(),
    adjusted: z.int(),
  })
  .transform(({ store, batch, day, ...flow }): StoreFlow => ({ store, batch, day, flow }));

/** What moves come to by store, batch and day, of the reader's stores. */
export async function readFlows(
  grant: StockGrant,
  campaign: Campaign,
  tx?: Transaction,
): Promise<StoreFlow[]> {
  if (!reaches(grant, campaign)) return [];
  const own = ownStores(grant, campaign.districtCode);
  return readRows(flowRow, tx)`
    SELECT store, batch_id AS batch, day::text AS day, received, moved, returned, discarded, adjusted
    FROM stock_day
    WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
      ${own.kind === "all" ? Prisma.empty : Prisma.sql`AND store = ${own.store}`}
    ORDER BY day, store, batch_id
  `;
}

const netRow = z.object({ day: z.iso.date(), doses: z.int() });

/** By how much each day changes what lies in one store of one batch. */
export async function readNets(
  tx: Transaction,
  { districtCode }: Campaign,
  { store, batch }: { readonly store: string; readonly batch: string },
): Promise<{ readonly day: CalendarDay; readonly doses: number }[]> {
  return readRows(netRow, tx)`
    SELECT day::text AS day, received + moved - returned - discarded + adjusted AS doses
    FROM stock_day
    WHERE district_code = ${districtCode} AND batch_id = ${batch}::uuid AND store = ${store}
    ORDER BY day
  `;
}

const moveRow = z.object({
  id: z.uuid(),
  batch: z.uuid(),
  kind: z.enum(moveKinds),
  from: z.string().nullable(),
  to: z.string().nullable(),
  vials: z.int().nullable(),
  doses: z.int(),
  counted: z.int().nullable(),
  document: z.string().nullable(),
  day: z.iso.date(),
  reason: z.string().nullable(),
  corrects: z.uuid().nullable(),
  correctedBy: z.uuid().nullable(),
  /** To the microsecond: what a page goes on after. */
  at: z.string(),
  actorName: z.string(),
});

/** A move as the ledger lists it. */
export type ListedMove = StockMove & {
  readonly correctedBy: string | null;
  readonly at: string;
  readonly actorName: string;
};

const moveColumns = Prisma.sql`move.id, move.batch_id AS batch, move.kind, move.from_store AS "from",
  move.to_store AS "to", move.vials, move.doses, move.counted, move.document, move.day::text AS day,
  move.reason, move.corrects,
  (SELECT id FROM stock_move AS later
   WHERE later.district_code = move.district_code AND later.corrects = move.id) AS "correctedBy",
  to_char(move.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
  move.actor_name AS "actorName"`;

type MoveFilter = {
  readonly kind?: MoveKind | null | undefined;
  readonly batch?: string | null | undefined;
  readonly store?: string | null | undefined;
};

/**
 * Moves of the reader's stores, the latest day first. A page of a store is read by the two indexes that
 * begin with it, so it costs the same however long the ledger is.
 *
 * @param limit how many at most; ask for one more to know whether there are more.
 */
export async function listMoves(
  grant: StockGrant,
  campaign: Campaign,
  filter: MoveFilter,
  { after, limit }: { readonly after: MovePlace | null; readonly limit: number },
): Promise<ListedMove[]> {
  if (!reaches(grant, campaign)) return [];
  const own = ownStores(grant, campaign.districtCode);
  if (own.kind === "one" && filter.store && filter.store !== own.store) return [];
  const store = own.kind === "one" ? own.store : (filter.store ?? null);
  const page = (of: Prisma.Sql) => Prisma.sql`
    SELECT ${moveColumns}, move.day AS "byDay", move.at AS "byHour" FROM stock_move AS move
    WHERE move.district_code = ${campaign.districtCode} AND move.campaign_id = ${campaign.id}::uuid
      ${of}
      ${filter.kind ? Prisma.sql`AND move.kind = ${filter.kind}` : Prisma.empty}
      ${filter.batch ? Prisma.sql`AND move.batch_id = ${filter.batch}::uuid` : Prisma.empty}
      ${
        after === null
          ? Prisma.empty
          : Prisma.sql`AND (move.day, move.at, move.id)
              < (${after.day}::date, ${after.at}::timestamptz, ${after.id}::uuid)`
      }
    ORDER BY move.day DESC, move.at DESC, move.id DESC LIMIT ${limit}`;
  const pages =
    store === null
      ? page(Prisma.empty)
      : Prisma.sql`(${page(Prisma.sql`AND move.from_store = ${store}`)})
          UNION ALL (${page(Prisma.sql`AND move.to_store = ${store}`)})`;
  return readRows(moveRow)`
    SELECT id, batch, kind, "from", "to", vials, doses, counted, document, day, reason, corrects,
           "correctedBy", at, "actorName"
    FROM (${pages}) AS listed
    ORDER BY "byDay" DESC, "byHour" DESC, id DESC LIMIT ${limit}
  `;
}

/** One move of the reader's stores; null: there is none, or it is of others. */
export async function readMove(
  grant: StockGrant,
  campaign: Campaign,
  id: string,
  tx?: Transaction,
): Promise<ListedMove | null> {
  if (!reaches(grant, campaign)) return null;
  const [move] = await readRows(moveRow, tx)`
    SELECT ${moveColumns} FROM stock_move AS move
    WHERE move.district_code = ${campaign.districtCode} AND move.campaign_id = ${campaign.id}::uuid
      AND move.id = ${id}::uuid
  `;
  const own = ownStores(grant, campaign.districtCode);
  const isTheirs = own.kind === "all" || move?.from === own.store || move?.to === own.store;
  return move && isTheirs ? move : null;
}

const named = z.object({ key: z.string(), name: z.string() });

/** A store with what it is called; of the kabupaten's own "": its name is a word of the language. */
type NamedStore = z.infer<typeof named>;

/** The stores of a kabupaten that somebody may read: its own first, then kecamatan, then open offices. */
export async function listStores(
  grant: StockGrant,
  { districtCode: district }: Campaign,
): Promise<NamedStore[]> {
  const own = ownStores(grant, district);
  const rows = await readRows(named)`
    SELECT key, name FROM (
      SELECT 1 AS part, ${district}::text AS key, ''::text AS name
      UNION ALL
      SELECT 2, code, name FROM region WHERE code LIKE ${`${district}.%`} AND level = 3
      UNION ALL
      SELECT 3, 'kantor/' || code, name FROM office
      WHERE district_code = ${district} AND closed_at IS NULL
    ) AS store
    ORDER BY part, name, key
  `;
  return own.kind === "all" ? rows : rows.filter(({ key }) => key === own.store);
}

const isThere = z.object({ isThere: z.boolean() });

/** Whether a key is that of a store that somebody can put something in. */
export async function isStore(
  tx: Transaction,
  { districtCode: district }: Campaign,
  key: string,
): Promise<boolean> {
  const { isThere: found } = await readRow(isThere, tx)`
    SELECT ${key} = ${district}
      OR EXISTS (SELECT FROM region WHERE code = ${key} AND level = 3
                   AND code LIKE ${`${district}.%`})
      OR EXISTS (SELECT FROM office
                 WHERE district_code = ${district} AND 'kantor/' || code = ${key}
                   AND closed_at IS NULL) AS "isThere"
  `;
  return found;
}

/** Whether anything of stock is written down in the grant's region or office. */
export async function isAnyStock({ region, office }: StockGrant): Promise<boolean> {
  const district = office?.district ?? region;
  if (district === null) return false;
  const districtCode =
    district === nation ? {} : { startsWith: district.split(".").slice(0, 2).join(".") };
  const found = await db().stockBatch.findFirst({ where: { districtCode }, select: { id: true } });
  return found !== null;
}

function reaches(grant: StockGrant, { districtCode }: Campaign): boolean {
  if (grant.office !== null) return grant.office.district === districtCode;
  return isWithin(districtCode, grant.region) || isWithin(grant.region, districtCode);
}
