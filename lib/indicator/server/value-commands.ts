import "server-only";

import { createHash } from "node:crypto";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { AppError } from "@/lib/base/errors";
import { regionCode } from "@/lib/base/region/code";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import type { RecordStored } from "@/lib/campaign/record/record";
import { storeRecord } from "@/lib/campaign/record/server/commands";
import { indicatorMeasures } from "@/lib/indicator/indicator";
import { maySubmit } from "@/lib/indicator/own";
import { periodKinds, readPeriod, startOf, type IndicatorPeriod } from "@/lib/indicator/period";
import type { IndicatorValueInput } from "@/lib/indicator/schema";
import { fieldOf, valueProblem } from "@/lib/indicator/value-check";
import { dateColumn, dayOfColumn } from "@/lib/server/db/calendar-column";
import type { Transaction } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";

type SubmitGrant = Grant<"indicator:submit">;
type Place = Pick<Campaign, "districtCode" | "id">;

/**
 * Stores what a unit had in a period; without any number it is taken back.
 *
 * @param today of the campaign: what has not begun has no value.
 * @throws {AppError} as `storeRecord`; `notFound` for a unit or an indicator that is not there, or not theirs;
 * a `ValueProblem` with its field; `duplicate` (field `period`) where the value stands under another id;
 * `unchangeable` for an id that is of another unit, indicator or period.
 */
export async function storeIndicatorValue(
  grant: SubmitGrant,
  campaign: Place,
  id: string,
  input: IndicatorValueInput,
  today: CalendarDay,
): Promise<RecordStored> {
  const period = readPeriod(input.period);
  const asked = await askedOf(campaign, input);
  const { districtCode } = campaign;
  const isTheirs =
    asked !== null && maySubmit(grant.actor, { district: districtCode, ...asked.of });
  if (!period || !isTheirs) {
    throw new AppError("notFound", `indicator ${input.indicator} of unit ${input.unit}`);
  }
  const wrong = valueProblem(asked.indicator, { ...input, period }, today);
  if (wrong !== null) throw new AppError(wrong, `value of ${input.indicator}`, fieldOf(wrong));
  const key = { campaign, kind: "indicatorValue", id } as const;
  const about = `${asked.code}/${input.unit}/${input.period}`;
  return storeRecord(grant, key, input, about, async (tx, version) => {
    await write(tx, campaign, { id, version, period }, input);
  });
}

/** The id of what a unit had in a period, where its first sender has none of their own. */
export function valueIdOf(of: {
  readonly indicator: string;
  readonly unit: string;
  readonly period: string;
}): string {
  return idOfText(`${of.indicator} ${of.unit} ${of.period}`);
}

/** The same text has the same id, of version 8, which is anybody's own. */
export function idOfText(text: string): string {
  const hash = createHash("sha256").update(text).digest("hex");
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`];
  return [...parts, `a${hash.slice(17, 20)}`, hash.slice(20, 32)].join("-");
}

const asked = z.object({
  code: z.string(),
  measure: z.enum(indicatorMeasures),
  period: z.enum(periodKinds),
  owner: z.string().nullable(),
  region: regionCode,
  office: z.string().nullable(),
});

/** The indicator and the unit that a value is of; null: there is none. */
async function askedOf({ districtCode, id }: Place, { indicator, unit }: IndicatorValueInput) {
  const [found] = await readRows(asked)`
    SELECT indicator.code, indicator.measure, indicator.period, indicator.office_code AS owner,
           unit.region_code AS region, unit.office_code AS office
    FROM indicator
    JOIN reporting_unit AS unit
      ON unit.district_code = indicator.district_code
     AND unit.campaign_id = indicator.campaign_id AND unit.code = ${unit}
    WHERE indicator.district_code = ${districtCode} AND indicator.campaign_id = ${id}::uuid
      AND indicator.id = ${indicator}::uuid`;
  if (!found) return null;
  const { code, owner, region, office } = found;
  return { code, indicator: found, of: { owner, region, office } };
}

async function write(
  tx: Transaction,
  { districtCode, id: campaignId }: Place,
  {
    id,
    version,
    period,
  }: { readonly id: string; version: number; readonly period: IndicatorPeriod },
  { indicator, unit, value, numerator, denominator, source }: IndicatorValueInput,
): Promise<void> {
  const startsOn = startOf(period);
  const same = {
    districtCode,
    indicatorId: indicator,
    unitCode: unit,
    startsOn: dateColumn(startsOn),
  };
  const counted = { value, numerator, denominator, source, version };
  const standing = await tx.indicatorValue.findUnique({
    where: { districtCode_id: { districtCode, id } },
  });
  if (standing) {
    const isSame =
      standing.indicatorId === indicator &&
      standing.unitCode === unit &&
      dayOfColumn(standing.startsOn) === startsOn;
    if (!isSame) throw new AppError("unchangeable", `value ${id}`, "period");
    await tx.indicatorValue.update({
      where: { districtCode_id: { districtCode, id } },
      data: counted,
    });
    return;
  }
  const other = await tx.indicatorValue.findFirst({ where: same, select: { id: true } });
  if (other) throw new AppError("duplicate", `value ${other.id}`, "period");
  await tx.indicatorValue.create({ data: { ...same, id, campaignId, ...counted } });
}
