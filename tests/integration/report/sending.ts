import { randomUUID } from "node:crypto";

import { expect } from "vitest";

import type { Campaign } from "@/lib/campaign/campaign";
import { submitDailyReports } from "@/lib/report/server/commands";
import { dailyReportSubmission, type DailyReportSubmission } from "@/lib/report/schema";
import { query } from "@/tests/support/database";

import { beforeCutOff, grantFor, today, units } from "./campaign";

export function report(what: Partial<DailyReportSubmission> = {}): DailyReportSubmission {
  return dailyReportSubmission.parse({
    id: randomUUID(),
    unit: units.hilir,
    day: today,
    tallies: [mr(1)],
    ...what,
  });
}

export function mr(residents: number) {
  return { intervention: "MR", targetGroup: "young", residents };
}

export function mrOld(residents: number) {
  return { intervention: "MR", targetGroup: "old", residents };
}

export function opv(residents: number) {
  return { intervention: "OPV", targetGroup: "young", residents };
}

export function submit(
  campaign: Campaign,
  sent: readonly DailyReportSubmission[],
  { region = "62.03.01", at = beforeCutOff, sentAt, contact }: Sending = {},
) {
  return submitDailyReports(grantFor(region), campaign, sent, {
    at,
    sentAt,
    via: "screen",
    ...(contact && { contact: { device: null, waitingSince: null, ...contact } }),
  });
}

type Sending = {
  /** Whose: the dinkes's kabupaten, a camat's kecamatan, a lurah's village. */
  readonly region?: string;
  /** When it is received. */
  readonly at?: Date;
  /** The hour of sending by the sender's own clock. */
  readonly sentAt?: Date;
  /** What the device says of itself; left out: it is no contact. */
  readonly contact?: { readonly device?: string; readonly waitingSince?: Date };
};

export function stored({ id }: { id: string }, version: number) {
  return { id, outcome: "stored", version, problems: [] };
}

export function replayed({ id }: { id: string }, version: number) {
  return { id, outcome: "replayed", version, problems: [] };
}

/** A rejection; `standing`: the stored report that it shows. */
export function rejected({ id }: { id: string }, problem: object, standing?: object) {
  const answer = { id, outcome: "rejected", version: null, problems: [problem] };
  return standing === undefined
    ? answer
    : { ...answer, standing: expect.objectContaining(standing) as object };
}

/** "15.30" of day 4 and the days after it, in the campaign's zone. */
export function wib(time: string, day = today): Date {
  return new Date(`${day}T${time.replace(".", ":")}:00+07:00`);
}

/** Opens a day of a kecamatan again, day 4 unless told, as the dinkes does. */
export async function openAgain(
  { districtCode, id }: Campaign,
  place: string,
  from: Date,
  until: Date,
  day = today,
): Promise<void> {
  await query(
    `insert into day_reopening (district_code, campaign_id, place_code, day, ask_reason, decision,
                                decided_at, opens_until)
     values ($1, $2, $3, $4, 'Sinyal hilang', 'opened', $5, $6)`,
    [districtCode, id, place, day, from, until],
  );
}

export function tallies() {
  return query<{ cell: string; residents: number; nonResidents: number; submission: string }>(
    `select intervention_code || '/' || target_group_code as cell, residents,
            non_residents as "nonResidents", submission_id as submission
     from tally order by unit_code, day, 1`,
  );
}

export function reports() {
  return query<{ version: number; first_received_at: Date }>(
    "select * from daily_report order by unit_code, day",
  );
}

export function audit() {
  return query("select action, before, after from audit_entry order by id");
}

export function history() {
  return query(
    `select intervention_code || '/' || target_group_code as cell, residents_before as before,
            residents_after as after from tally_history order by 1`,
  );
}

export function rollUpDifferences() {
  return query("select * from campaign, roll_up_differences(district_code, id)");
}
