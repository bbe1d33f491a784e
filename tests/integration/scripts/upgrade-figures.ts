import { findCampaign } from "@/lib/campaign/server/queries";
import { parseCompletenessParams } from "@/lib/monitor/completeness/params";
import { readCompleteness } from "@/lib/monitor/completeness/server/read";
import { parseCoverageParams } from "@/lib/monitor/coverage/params";
import { readCoverage } from "@/lib/monitor/coverage/server/read";
import { readFindings } from "@/lib/monitor/quality/server/queries";
import { readSummary } from "@/lib/monitor/summary/server/queries";
import { coverageOf } from "@/lib/server/api/coverage";
import { sourcesOf } from "@/lib/server/api/sources";
import { readTrend } from "@/lib/server/api/trend";
import { systemGrant } from "@/tests/support/scene";

/** A figure by where it stands: "coverage by unit.rows.62.03.01.1001.MR.coverage". */
export type Figures = Readonly<Record<string, string | number | boolean>>;

const today = "2026-06-04";
const now = new Date("2026-06-04T10:05:00Z");

/** What every read model says of the demo campaign on a day in its midst. */
export async function readFigures(): Promise<Figures> {
  const grant = systemGrant("coverage:read");
  const campaign = await findCampaign(grant.actor, "bian-kapuas");
  if (!campaign) throw new Error("the demo campaign is missing");
  const screen = (query: Record<string, string>, place?: string) =>
    readCoverage(grant, campaign, parseCoverageParams(query, campaign, today), place);
  const completeness = (query: Record<string, string>) =>
    readCompleteness(
      systemGrant("completeness:read"),
      campaign,
      parseCompletenessParams(query, campaign, today),
      { today, now },
    );
  return Object.fromEntries(
    leavesOf({
      "coverage by kecamatan": await coverageOf(grant, campaign, { by: "subdistrict" }, now),
      "coverage by unit": await coverageOf(grant, campaign, { by: "unit" }, now),
      "coverage by group": await coverageOf(grant, campaign, { split: "targetGroup" }, now),
      "coverage of Pusdatin": await coverageOf(grant, campaign, { source: "pusdatin" }, now),
      "coverage of an earlier day": await coverageOf(grant, campaign, { asOf: "2026-05-28" }, now),
      trend: await readTrend(grant, campaign, { intervention: "MR" }, now),
      sources: await sourcesOf(grant, campaign, {}, now),
      "coverage screen": await screen({}),
      "coverage screen of villages": await screen({ tampil: "desa", intervensi: "OPV" }),
      "coverage screen of a kecamatan": await screen({}, "62.03.02"),
      "coverage screen of an earlier day": await screen({ sampai: "2026-05-28" }),
      summary: await readSummary(grant, campaign, { today }),
      completeness: await completeness({}),
      findings: await readFindings(systemGrant("quality:review"), campaign, today),
    }),
  );
}

function leavesOf(value: unknown, path = ""): [string, string | number | boolean][] {
  if (value === null || value === undefined || typeof value === "function") return [];
  if (value instanceof Date) return [[path, value.toISOString()]];
  if (value instanceof Map) return leavesOf(Object.fromEntries(value), path);
  if (value instanceof Set) return leavesOf([...value].map(String).sort(), path);
  if (typeof value !== "object") return [[path, value as string | number | boolean]];
  return Object.entries(value).flatMap(([name, part]: [string, unknown]) =>
    leavesOf(part, path === "" ? name : `${path}.${nameOf(part) ?? name}`),
  );
}

/** What is listed stands by its own name: another version may list it in another place. */
function nameOf(part: unknown): string | null {
  if (typeof part !== "object" || part === null) return null;
  const { code, unit, intervention, targetGroup, rule, day } = part as Record<string, unknown>;
  const names = [code, unit, intervention, targetGroup, rule, day].filter(
    (each) => typeof each === "string",
  );
  return names.length === 0 ? null : names.join("/");
}
