import { AppError } from "@/lib/base/errors";
import type { Grant } from "@/lib/account/auth/grant";
import type { Permission } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import type { RecordKind } from "@/lib/campaign/record/record";
import { readRecordHistory } from "@/lib/campaign/record/server/queries";
import type { Indicator, IndicatorValue } from "@/lib/indicator/indicator";
import { periodKey, readPeriod, startOf } from "@/lib/indicator/period";
import {
  listIndicators,
  listReachedUnits,
  listValues,
  ownIndicators,
  type ValueCursor,
} from "@/lib/indicator/server/queries";

/** An indicator as the API tells it. */
export function toldIndicator({ office, baseline, goals, ...indicator }: Indicator) {
  return {
    ...indicator,
    office: office?.code ?? null,
    baseline: baseline && periodKey(baseline),
    goals: goals.map(({ period, unit, value }) => ({ period: periodKey(period), unit, value })),
  };
}

/** A value as the API tells it. */
export function toldValue({ period, ...value }: IndicatorValue) {
  return { ...value, period: periodKey(period) };
}

/** The versions of a record as the API tells them. */
export async function toldVersions(
  grant: Grant<Permission>,
  campaign: Campaign,
  kind: RecordKind,
  id: string,
) {
  const versions = await readRecordHistory(grant, { campaign, kind, id });
  return versions.map((each) => ({ ...each, at: each.at.toISOString() }));
}

/** A page of the values that are the caller's. */
export async function valuesPage(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  query: {
    readonly after?: string | undefined;
    readonly limit: number;
    readonly indicator?: string | undefined;
    readonly period?: string | undefined;
  },
) {
  const period = query.period === undefined ? null : readPeriod(query.period);
  if (query.period !== undefined && !period) {
    throw new AppError("invalid", query.period, "period");
  }
  const all = await listIndicators(grant, campaign);
  const indicators = ownIndicators(grant, all).filter(
    ({ id, period: kind }) =>
      (query.indicator === undefined || query.indicator === id) &&
      (period === null || period.kind === kind),
  );
  const values = await listValues(grant, campaign, {
    units: await listReachedUnits(grant, campaign, all),
    indicators,
    startsOn: period && startOf(period),
    after: query.after === undefined ? null : cursorOf(query.after),
    limit: query.limit + 1,
  });
  const page = values.slice(0, query.limit);
  const last = page.at(-1);
  return {
    values: page.map(toldValue),
    next: last && values.length > page.length ? `${startOf(last.period)}~${last.id}` : null,
  };
}

/** @throws {AppError} `invalid` for what no page named. */
function cursorOf(text: string): ValueCursor {
  const [, startsOn, id] = /^(\d{4}-\d{2}-01)~([0-9a-f-]{36})$/.exec(text) ?? [];
  if (!startsOn || !id) throw new AppError("invalid", text, "after");
  return { startsOn, id };
}
