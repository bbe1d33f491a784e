import { authorize, type Grant } from "@/lib/account/auth/grant";
import type { Permission, Role } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { regionCode } from "@/lib/base/region/code";
import type { ReportMark } from "@/lib/report/verification/report-mark";
import { query } from "@/tests/support/database";
import { actorOf, today, units } from "@/tests/integration/report/campaign";

/** 17.00 WIB of the campaign's day 4: an hour after it closed. */
export const afterCutOff = new Date("2026-06-04T10:00:00Z");

/** The health office of a region: Kapuas, unless the test is about another. */
export function office<P extends Permission>(permission: P, region = "62.03"): Grant<P> {
  return grantOf("healthOffice", permission, region);
}

/** @throws {AppError} `forbidden` for a role that may not. */
export function grantOf<P extends Permission>(role: Role, permission: P, region: string): Grant<P> {
  return authorize(actorOf(role, region), permission, regionCode.parse(region));
}

export function mark(what: Partial<ReportMark> = {}): ReportMark {
  return { unit: units.hilir, day: today, version: 1, status: "submitted", ...what };
}

export function statuses() {
  return query(
    `select unit_code as unit, status, return_reason as reason, version
     from daily_report order by unit_code, day`,
  );
}

/** Doses of the kabupaten, and those of them that nobody has verified. */
export async function districtDoses() {
  const rows = await query<{ doses: number; unverified: number }>(
    `select sum(residents)::int as doses, sum(unverified)::int as unverified
     from place_total where place_kind = 'district'`,
  );
  return rows[0];
}

export function deeds(campaign: Campaign) {
  return query(
    `select action, subject, before, after from audit_entry
     where campaign_id = $1 and (action like 'day.%' or action in ('report.verified', 'report.returned'))
     order by id`,
    [campaign.id],
  );
}
