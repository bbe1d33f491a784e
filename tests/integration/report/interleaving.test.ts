import { emptyDatabase, query, rewrite } from "@/tests/support/database";

import { randomUUID } from "node:crypto";

import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import type { Campaign } from "@/lib/campaign/campaign";
import type { DailyReportSubmission, ReportResult } from "@/lib/report/schema";

import { makeCampaign, units } from "./campaign";
import { mr, opv, report, rollUpDifferences, submit } from "./sending";

/** The camat's device and the lurah's, both on one village's day. */
const regions = ["62.03.01", units.hilir] as const;
const device = fc.constantFrom(0, 1);
const counts = fc.record({ mr: fc.integer({ min: 0, max: 3 }), opv: fc.boolean() });

/** What a device does. `back`: which of what it sent, counted from the last. */
const deed = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("type" as const), device, counts }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("again" as const), device, back: fc.nat(4) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("choose" as const),
      device,
      kept: fc.constantFrom("mine" as const, "theirs" as const),
      isSameId: fc.boolean(),
    }),
  },
);

type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never;

type Device = {
  readonly region: string;
  readonly sent: DailyReportSubmission[];
  /** The version that it saw last. */
  base: number;
  disputed: { readonly sent: DailyReportSubmission; readonly over: number } | null;
};

type Answered = { readonly sent: DailyReportSubmission; readonly result: ReportResult };

let campaign: Campaign;

beforeAll(async () => {
  await emptyDatabase();
  campaign = await makeCampaign();
});

describe("two devices on one village's day", () => {
  it("end with each submission stored at most once and the last accepted version stored", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(deed, { minLength: 1, maxLength: 3 }), { maxLength: 9 }),
        check,
      ),
      { numRuns: 30 },
    );
  }, 180_000);
});

/** Does the deeds of each turn at the same moment. */
async function check(turns: readonly (readonly Deed[])[]): Promise<void> {
  for (const table of ["daily_report", "submission"]) await rewrite(`delete from ${table}`);
  const [audited] = await query<{ last: string }>(
    "select coalesce(max(id), 0) as last from audit_entry",
  );
  const devices = regions.map((region): Device => ({ region, sent: [], base: 0, disputed: null }));
  const answers: Answered[] = [];
  for (const turn of turns) {
    const going = turn.flatMap((each) => begin(devices, each) ?? []);
    const answered = await Promise.all(
      going.map(async ({ by, sent }) => {
        const [result] = await submit(campaign, [sent], { region: by.region });
        return {
          by,
          sent,
          result: result ?? { id: "", outcome: "rejected", version: null, problems: [] },
        };
      }),
    );
    for (const { by, sent, result } of answered) {
      answers.push({ sent, result });
      remember(by, sent, result);
    }
  }
  await verdict(answers, audited?.last ?? "0");
}

function begin(devices: readonly Device[], each: Deed) {
  const by = devices[each.device];
  if (!by) return null;
  const sent = sentBy(by, each);
  if (!sent) return null;
  by.sent.push(sent);
  return { by, sent };
}

function sentBy(by: Device, each: Deed): DailyReportSubmission | null {
  if (each.kind === "type") {
    const { mr: residents, opv: isGiven } = each.counts;
    const tallies = [mr(residents), ...(isGiven ? [opv(1)] : [])];
    return report({ baseVersion: by.base, tallies, reason: { code: "recount" } });
  }
  if (each.kind === "again") return by.sent.at(-1 - each.back) ?? null;
  if (!by.disputed) return null;
  const { sent, over } = by.disputed;
  const id = each.isSameId ? sent.id : randomUUID();
  return { ...sent, id, choice: { kept: each.kept, over } };
}

function remember(by: Device, sent: DailyReportSubmission, result: ReportResult): void {
  if (result.outcome === "conflict") {
    by.base = result.version ?? 0;
    by.disputed = result.version === null ? null : { sent, over: result.version };
  } else if (result.version !== null) {
    by.base = Math.max(by.base, result.version);
    by.disputed = null;
  }
}

async function verdict(answers: readonly Answered[], audited: string): Promise<void> {
  const stored = answers.filter(({ result }) => result.outcome === "stored");
  const versions = stored.map(({ result }) => result.version ?? 0).sort((a, b) => a - b);
  expect(versions).toEqual(versions.map((_, index) => index + 1));
  const ids = stored.map(({ sent }) => sent.id);
  expect(new Set(ids).size).toBe(ids.length);

  // A replay gets the first answer.
  for (const { sent, result } of answers) {
    const first = stored.find((each) => each.sent.id === sent.id);
    if (first && result.outcome === "replayed") expect(result.version).toBe(first.result.version);
  }

  const last = stored.find(({ result }) => result.version === versions.length);
  const cells = await query(
    `select intervention_code as intervention, target_group_code as "targetGroup", residents
     from tally order by 1`,
  );
  expect(cells).toEqual(last ? last.sent.tallies : []);
  expect(await query("select version from daily_report")).toEqual(
    last ? [{ version: versions.length }] : [],
  );
  expect(
    await query(
      "select 1 from audit_entry where id > $1 and action in ('report.received', 'report.corrected')",
      [audited],
    ),
  ).toHaveLength(stored.length);
  expect(await rollUpDifferences()).toEqual([]);
}
