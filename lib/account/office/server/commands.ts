import "server-only";

import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import type { OfficesInput } from "@/lib/account/office/schema";
import { AppError } from "@/lib/base/errors";
import { isWithin } from "@/lib/base/region/code";
import { now } from "@/lib/base/time/clock";
import { db, type Transaction } from "@/lib/server/db/client";

/**
 * Writes offices: those of a code that stands are renamed, moved, closed or opened again, others are
 * new. None is ever deleted, because reports and the trail know them.
 *
 * @param terms.isNew every one has to be: a code that stands is somebody's already.
 * @returns how many were made and changed; what is as it was is not written.
 * @throws {AppError} `notFound` for a kabupaten outside the grant's region; `unknownRegion`; `duplicate`.
 */
export async function storeOffices(
  grant: Grant<"people:manage">,
  { districtCode, offices }: OfficesInput,
  terms: { readonly isNew: boolean } = { isNew: false },
): Promise<{ readonly made: number; readonly changed: number }> {
  if (!isWithin(districtCode, grant.region)) throw new AppError("notFound", districtCode);
  return db().$transaction(async (tx) => {
    const key = `offices ${districtCode}`;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
    await requireRegions(tx, [districtCode, ...offices.flatMap(({ region }) => region ?? [])]);
    const standing = new Map(
      (await tx.office.findMany({ where: { districtCode } })).map((row) => [row.code, row]),
    );
    const changed: string[] = [];
    let made = 0;
    for (const office of offices) {
      const found = standing.get(office.code);
      if (found && terms.isNew) throw new AppError("duplicate", office.code, "code");
      const after = {
        name: office.name,
        kind: office.kind,
        region: office.region ?? districtCode,
        headTitle: office.headTitle ?? null,
        isClosed: office.isClosed,
      };
      const before = found && {
        name: found.name,
        kind: found.kind,
        region: found.regionCode,
        headTitle: found.headTitle,
        isClosed: found.closedAt !== null,
      };
      if (before && JSON.stringify(before) === JSON.stringify(after)) continue;
      const { region, isClosed, ...columns } = after;
      const data = {
        ...columns,
        regionCode: region,
        closedAt: isClosed ? (found?.closedAt ?? now()) : null,
      };
      const where = { districtCode_code: { districtCode, code: office.code } };
      if (found) await tx.office.update({ where, data });
      else await tx.office.create({ data: { ...data, districtCode, code: office.code } });
      if (found) changed.push(office.code);
      else made += 1;
      await recordAudit(tx, [
        {
          actor: grant.actor,
          districtCode,
          action: found ? "office.changed" : "office.created",
          subject: office.code,
          ...(before && { before }),
          after,
        },
      ]);
    }
    await raiseCampaigns(tx, districtCode, changed);
    return { made, changed: changed.length };
  });
}

/** Kept answers of campaigns say what offices are called. */
async function raiseCampaigns(tx: Transaction, district: string, codes: readonly string[]) {
  await tx.$executeRaw`
    SELECT count(raise_campaign_version(held.district_code, held.campaign_id)::text)
    FROM (SELECT DISTINCT unit.district_code, unit.campaign_id FROM reporting_unit AS unit
          WHERE unit.district_code = ${district} AND unit.office_code = ANY (${[...codes]})
          ORDER BY 1, 2) AS held`;
}

async function requireRegions(tx: Transaction, codes: readonly string[]): Promise<void> {
  const wanted = [...new Set(codes)];
  const found = await tx.region.count({ where: { code: { in: wanted } } });
  if (found < wanted.length) throw new AppError("unknownRegion", wanted.join(", "), "region");
}
