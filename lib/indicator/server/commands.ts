import "server-only";

import { randomUUID } from "node:crypto";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { AppError } from "@/lib/base/errors";
import { limits } from "@/lib/base/limits";
import { isWithin } from "@/lib/base/region/code";
import type { Campaign } from "@/lib/campaign/campaign";
import type { RecordStored } from "@/lib/campaign/record/record";
import { storeRecords } from "@/lib/campaign/record/server/commands";
import { readPeriod, startOf } from "@/lib/indicator/period";
import type { IndicatorInput } from "@/lib/indicator/schema";
import { kampungKbTemplate } from "@/lib/indicator/template";
import { dateColumn } from "@/lib/server/db/calendar-column";
import type { Transaction } from "@/lib/server/db/client";
import { readRow, readRows } from "@/lib/server/db/read";

import { listIndicators } from "./queries";

type ManageGrant = Grant<"indicator:manage">;

/**
 * Stores an indicator of a campaign with its goals.
 *
 * @throws {AppError} as `storeRecord`; `notFound` for a kabupaten outside the grant's region; `duplicate`
 * (field `code`); `unknownOffice` (field `office`); `unknownUnit` (field `goals`); `indicatorHasValues`
 * (field `measure` or `period`) where values were sent by the former; `tooManyIndicators`.
 */
export async function storeIndicator(
  grant: ManageGrant,
  campaign: Pick<Campaign, "districtCode" | "id">,
  id: string,
  input: IndicatorInput,
): Promise<RecordStored> {
  const { districtCode } = campaign;
  if (!isWithin(districtCode, grant.region)) throw new AppError("notFound", districtCode);
  const [stored] = await storeRecords(grant, campaign, [entryOf(campaign, id, input)]);
  if (!stored) throw new RangeError(`indicator ${id}`);
  return stored;
}

function entryOf(
  campaign: Pick<Campaign, "districtCode" | "id">,
  id: string,
  input: IndicatorInput,
) {
  return {
    key: { campaign, kind: "indicator", id } as const,
    input,
    about: input.code,
    work: async (tx: Transaction, version: number) => {
      await requireFree(tx, campaign, id, input);
      await requireOffice(tx, campaign, input);
      await requireUnits(tx, campaign, input);
      if (version > 1) await requireSameCount(tx, campaign, id, input);
      await write(tx, { campaign, id, version }, input);
    },
  };
}

/**
 * Adds the fourteen indicators of Kampung KB, but those whose code stands already.
 *
 * @param baseline key of the half-year that later ones are compared with; null: none yet.
 * @returns how many were added.
 */
export async function addTemplate(
  grant: ManageGrant,
  campaign: Pick<Campaign, "districtCode" | "id">,
  baseline: string | null,
): Promise<number> {
  const { districtCode } = campaign;
  if (!isWithin(districtCode, grant.region)) throw new AppError("notFound", districtCode);
  const standing = await listIndicators(grant, campaign);
  const codes = new Set(standing.map(({ code }) => code.toLowerCase()));
  const wanted = kampungKbTemplate.filter(({ code }) => !codes.has(code.toLowerCase()));
  const entries = wanted.map((each) =>
    entryOf(campaign, randomUUID(), {
      ...each,
      sent: randomUUID(),
      version: 0,
      period: "half",
      office: null,
      baseline,
      position: null,
      goals: [],
    }),
  );
  if (entries.length > 0) await storeRecords(grant, campaign, entries);
  return wanted.length;
}

type Key = { readonly campaign: Pick<Campaign, "districtCode" | "id">; readonly id: string };

async function write(
  tx: Transaction,
  { campaign, id, version }: Key & { readonly version: number },
  input: IndicatorInput,
): Promise<void> {
  const { districtCode, id: campaignId } = campaign;
  const row = { districtCode_id: { districtCode, id } };
  const data = {
    campaignId,
    version,
    code: input.code,
    name: input.name,
    measure: input.measure,
    direction: input.direction,
    period: input.period,
    counted: input.counted,
    officeCode: input.office,
    baseline: input.baseline === null ? null : dateColumn(startOfKey(input.baseline)),
    position: input.position ?? (await nextPosition(tx, { campaign, id })),
  };
  await tx.indicator.upsert({
    where: row,
    create: { districtCode, id, ...data },
    update: data,
  });
  await tx.indicatorGoal.deleteMany({ where: { districtCode, indicatorId: id } });
  await tx.indicatorGoal.createMany({
    data: input.goals.map(({ period, unit, value }) => ({
      districtCode,
      indicatorId: id,
      startsOn: dateColumn(startOfKey(period)),
      unitCode: unit ?? "",
      value,
    })),
  });
}

/** The first day of a period that the schema has read. */
function startOfKey(key: string): string {
  const period = readPeriod(key);
  if (!period) throw new RangeError(`no such period: ${key}`);
  return startOf(period);
}

const place = z.object({ position: z.int(), count: z.int() });

/** Its own, or behind all others. */
async function nextPosition(tx: Transaction, { campaign, id }: Key): Promise<number> {
  const { position } = await readRow(place, tx)`
    SELECT coalesce(
             max(position) FILTER (WHERE id = ${id}::uuid),
             least(coalesce(max(position), 0) + 1, 999))::int AS position,
           count(*)::int AS count
    FROM indicator
    WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid`;
  return position;
}

async function requireFree(
  tx: Transaction,
  campaign: Key["campaign"],
  id: string,
  { code }: IndicatorInput,
): Promise<void> {
  const others = await readRows(z.object({ isSame: z.boolean() }), tx)`
    SELECT lower(code) = lower(${code}) AS "isSame" FROM indicator
    WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
      AND id <> ${id}::uuid`;
  if (others.some(({ isSame }) => isSame)) throw new AppError("duplicate", code, "code");
  if (others.length >= limits.campaignIndicators) throw new AppError("tooManyIndicators", code);
}

async function requireOffice(
  tx: Transaction,
  { districtCode }: Key["campaign"],
  { office }: IndicatorInput,
): Promise<void> {
  if (office === null) return;
  const found = await tx.office.findFirst({ where: { districtCode, code: office } });
  if (!found) throw new AppError("unknownOffice", office, "office");
}

async function requireUnits(
  tx: Transaction,
  { districtCode, id }: Key["campaign"],
  { goals }: IndicatorInput,
): Promise<void> {
  const named = [...new Set(goals.flatMap(({ unit }) => unit ?? []))];
  if (named.length === 0) return;
  const known = await tx.reportingUnit.count({
    where: { districtCode, campaignId: id, code: { in: named } },
  });
  if (known !== named.length) throw new AppError("unknownUnit", named.join(" "), "goals");
}

/** What values were sent as they stay: a percentage is no count, and a half-year is no year. */
async function requireSameCount(
  tx: Transaction,
  { districtCode }: Key["campaign"],
  id: string,
  { measure, period }: IndicatorInput,
): Promise<void> {
  const standing = await tx.indicator.findUnique({
    where: { districtCode_id: { districtCode, id } },
    include: { values: { take: 1, select: { id: true } } },
  });
  if (!standing || standing.values.length === 0) return;
  const field =
    standing.measure !== measure ? "measure" : standing.period !== period ? "period" : null;
  if (field !== null) throw new AppError("indicatorHasValues", id, field);
}
