import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { readColumnKey } from "@/lib/campaign/column-key";
import { figuresOf, isOfFigure, whyNoSum, type Figure } from "@/lib/campaign/figure";
import { undoableSince } from "@/lib/base/limits";

import type { LastPress, VerificationQuestion } from "@/lib/report/verification/answer";
import { hasWarnings } from "@/lib/report/verification/queue";
import { queueReports } from "./queue-queries";
import { markText, type ReportMark } from "@/lib/report/verification/report-mark";

const lastPress = z.object({ id: z.string(), reports: z.int(), at: z.date() });

/** The person's latest press that verified reports, if it is of the last day and was not undone. */
export async function findLastPress(
  grant: Grant<"report:verify">,
  campaign: Campaign,
  at: Date,
): Promise<LastPress | null> {
  const [row] = await readRows(lastPress)`
    WITH mine AS (
      SELECT action, subject, after ->> 'press' AS press, recorded_at
      FROM audit_entry
      WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
        AND actor_id = ${grant.actor.id}::uuid
        AND action IN ('report.verified', 'report.unverified') AND after ? 'press'
        AND recorded_at > ${undoableSince(at)}
    )
    SELECT press AS id, count(*)::int AS reports, max(recorded_at) AS at
    FROM mine
    WHERE action = 'report.verified'
      AND NOT EXISTS (
        SELECT FROM mine AS undone
        WHERE undone.action = 'report.unverified' AND undone.press = mine.press)
    GROUP BY press
    ORDER BY max(recorded_at) DESC
    LIMIT 1
  `;
  return row ? { ...row, at: row.at.toISOString() } : null;
}

const wholeRow = z.object({
  intervention: z.string(),
  targetGroup: z.string(),
  doses: z.int(),
  unverified: z.int(),
});

/** What verifying these reports together would do. Those that changed since or are one's own are out. */
export async function verificationQuestion(
  grant: Grant<"report:verify">,
  campaign: Campaign,
  marks: readonly ReportMark[],
): Promise<VerificationQuestion> {
  const [queue, rows] = await Promise.all([
    queueReports(grant, campaign, { place: null, day: null, status: null, only: marks }),
    readRows(wholeRow)`
      SELECT intervention_code AS intervention, target_group_code AS "targetGroup",
             sum(residents)::float8 AS doses,
             sum(unverified)::float8 AS unverified
      FROM place_total
      WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
        AND place_kind = 'district'
      GROUP BY 1, 2
    `,
  ]);
  const marked = new Set(marks.map(markText));
  const reports = queue.reports.filter((report) => !report.isOwn && marked.has(markText(report)));
  const dosesOf = (figure: Figure) =>
    reports
      .filter(({ status }) => status !== "verified")
      .flatMap(({ cells }) => cells.filter(({ key }) => isOfFigure(figure, readColumnKey(key))))
      .reduce((sum, { residents }) => sum + residents, 0);

  const interventions = figuresOf(campaign).map((figure) => {
    const whole = rows.filter((row) => isOfFigure(figure, row));
    const doses = whole.reduce((sum, row) => sum + row.doses, 0);
    const verifiedNow = doses - whole.reduce((sum, row) => sum + row.unverified, 0);
    return {
      name: figure.name,
      doses,
      verifiedNow,
      verifiedThen: verifiedNow + dosesOf(figure),
    };
  });
  return {
    marks: marks.map(markText).join(" "),
    reports: reports.length,
    units: new Set(reports.map(({ unit }) => unit)).size,
    doses:
      whyNoSum(campaign, {}) === null
        ? reports.flatMap(({ cells }) => cells).reduce((sum, { residents }) => sum + residents, 0)
        : null,
    remarked: reports.filter((report) => report.status === "returned" || hasWarnings(report))
      .length,
    interventions,
  };
}
