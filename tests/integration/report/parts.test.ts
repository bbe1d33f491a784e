import { emptyDatabase, query } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import type { Campaign } from "@/lib/campaign/campaign";
import { findCampaign } from "@/lib/campaign/server/queries";
import type { ReportPart } from "@/lib/report/part/part";
import { readEntryKit } from "@/lib/device/offline/kit/server/queries";
import { kitRows } from "@/lib/device/offline/kit/rows";
import { entryKit } from "@/lib/device/offline/schema";
import { authorize } from "@/lib/account/auth/grant";
import { regionCode } from "@/lib/base/region/code";
import { readPartHistories } from "@/lib/report/server/part-history-queries";
import { receiptsOf } from "@/lib/report/server/receipt-queries";
import { withdrawZeroReport } from "@/lib/report/server/withdraw-commands";

import { actorOf, beforeCutOff, grantFor, makeCampaign, today, units } from "./campaign";
import { audit, mr, rejected, replayed, report, stored, submit, wib } from "./sending";

const sick: ReportPart = { kind: "reason", code: "sick", count: 4 };
const away: ReportPart = { kind: "reason", code: "travelling", count: 0 };
const vials: ReportPart = { kind: "vials", code: "MR", count: 2 };
const found: ReportPart = { kind: "found", code: "people", count: 9 };
const recovered: ReportPart = { kind: "recovered", code: "people", count: 7 };
/** The second of the three days of sweeping. */
const sweepingDay = "2026-06-07";

let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  await makeCampaign();
  campaign = await asking("reasons", "sweeping", "vials");
});

async function asking(...parts: string[]): Promise<Campaign> {
  await query("update campaign set report_parts = $1, version = version + 1", [parts]);
  const found = await findCampaign(actorOf("healthOffice", "62.03"), "bian");
  if (!found) throw new Error("the campaign is gone");
  return found;
}

function parts() {
  return query("select kind, code, count from report_part order by unit_code, day, kind, code");
}

function partHistory() {
  return query(
    "select code, count_before as before, count_after as after from report_part_history order by id",
  );
}

async function standing(id: string) {
  const [receipt] = await receiptsOf(grantFor("62.03.01"), campaign, [id]);
  return receipt?.standing;
}

describe("a report with parts", () => {
  it("is stored with them, an answered zero too, and read back as it was sent", async () => {
    const sent = report({ parts: [vials, sick, away] });
    expect(await submit(campaign, [sent])).toEqual([stored(sent, 1)]);
    expect(await parts()).toEqual([sick, away, vials]);
    expect(await standing(sent.id)).toMatchObject({ version: 1, parts: [sick, away, vials] });
    expect(await audit()).toMatchObject([{ after: { parts: [sick, away, vials] } }]);
  });

  it("is the same submission with the same parts, and another with others", async () => {
    const sent = report({ parts: [sick] });
    await submit(campaign, [sent]);
    expect(await submit(campaign, [sent])).toEqual([replayed(sent, 1)]);
    const other = { ...sent, parts: [{ ...sick, count: 5 }] };
    expect(await submit(campaign, [other])).toEqual([rejected(sent, { code: "idReused" })]);
    expect(await parts()).toEqual([sick]);
  });

  it("keeps the history of each number that changes or goes", async () => {
    await submit(campaign, [report({ parts: [sick, away, vials] })]);
    const next = report({ baseVersion: 1, parts: [{ ...sick, count: 6 }, away] });
    expect(await submit(campaign, [next])).toEqual([stored(next, 2)]);
    expect(await parts()).toEqual([{ ...sick, count: 6 }, away]);
    expect(await partHistory()).toEqual([
      { code: "MR", before: 2, after: null },
      { code: "sick", before: 4, after: 6 },
    ]);
    expect((await audit())[1]).toMatchObject({
      before: { parts: [sick, away, vials] },
      after: { parts: [{ ...sick, count: 6 }, away] },
    });
  });

  it("leaves those that stand where it says nothing of any", async () => {
    await submit(campaign, [report({ parts: [sick] })]);
    const plain = report({ baseVersion: 1, tallies: [mr(3)] });
    expect(await submit(campaign, [plain])).toEqual([stored(plain, 2)]);
    expect(await parts()).toEqual([sick]);
    expect(await partHistory()).toEqual([]);
    const again = report({ baseVersion: 2, tallies: [mr(3)] });
    expect(await submit(campaign, [again])).toEqual([replayed(again, 2)]);
  });

  it("takes them away where it says that none was answered", async () => {
    await submit(campaign, [report({ parts: [sick] })]);
    const none = report({ baseVersion: 1, parts: [] });
    expect(await submit(campaign, [none])).toEqual([stored(none, 2)]);
    expect(await parts()).toEqual([]);
    expect(await standing(none.id)).not.toHaveProperty("parts");
  });

  it("is in conflict with another version of its parts", async () => {
    await submit(campaign, [report({ parts: [sick] })]);
    const blind = report({ parts: [{ ...sick, count: 9 }] });
    expect(await submit(campaign, [blind])).toMatchObject([
      { outcome: "conflict", standing: { version: 1, parts: [sick] } },
    ]);
    expect(await parts()).toEqual([sick]);
  });

  it("needs a reason once its day is closed, unless it only answers what was not", async () => {
    await submit(campaign, [report({ parts: [sick] })]);
    const late = { at: wib("19.00"), sentAt: wib("19.00") };
    const more = report({
      baseVersion: 1,
      parts: [sick, vials],
      submittedAt: "2026-06-04T12:00:00Z",
    });
    expect(await submit(campaign, [more], { region: "62.03", ...late })).toMatchObject([
      { outcome: "rejected", problems: [{ code: "reasonNeeded" }] },
    ]);
    // It is the camat's own, of a day that the dinkes may always change.
    const own = report({ unit: units.hulu, parts: [sick] });
    await submit(campaign, [own], { region: "62.03" });
    const filling = report({ unit: units.hulu, baseVersion: 1, parts: [sick, vials] });
    expect(await submit(campaign, [filling], { region: "62.03", ...late })).toEqual([
      stored(filling, 2),
    ]);
    const changing = report({ unit: units.hulu, baseVersion: 2, parts: [vials] });
    expect(await submit(campaign, [changing], { region: "62.03", ...late })).toMatchObject([
      { problems: [{ code: "reasonNeeded" }] },
    ]);
  });

  it("may be a zero report, and goes into the history when that is taken back", async () => {
    const sent = report({ zero: true, tallies: [], parts: [sick] });
    expect(await submit(campaign, [sent])).toEqual([stored(sent, 1)]);
    const place = { unit: units.hilir, day: today };
    await withdrawZeroReport(grantFor("62.03.01"), campaign, { ...place, at: beforeCutOff });
    expect(await parts()).toEqual([]);
    expect(await partHistory()).toEqual([{ code: "sick", before: 4, after: null }]);
    expect((await audit())[1]).toMatchObject({ before: { zero: true, parts: [sick] } });
  });
});

describe("parts are rejected", () => {
  const code = async (what: Parameters<typeof report>[0], at = beforeCutOff) => {
    const [result] = await submit(campaign, [report(what)], { region: "62.03", at });
    return result?.problems.map((problem) => problem.code);
  };

  it("that the campaign does not ask for", async () => {
    campaign = await asking("vials");
    expect(await code({ parts: [sick] })).toEqual(["partNotAsked"]);
    expect(await code({ parts: [vials] })).toEqual([]);
    expect(await code({ unit: units.hulu, parts: [{ ...vials, code: "HPV" }] })).toEqual([
      "partNotAsked",
    ]);
  });

  it("of sweeping on a day before it, and where more were served than found", async () => {
    const at = new Date(`${sweepingDay}T08:00:00Z`);
    expect(await code({ parts: [found, recovered] })).toEqual(["partNotAsked"]);
    expect(
      await code({ day: sweepingDay, parts: [found, { ...recovered, count: 10 }] }, at),
    ).toEqual(["recoveredAboveFound"]);
    expect(await code({ day: sweepingDay, parts: [found, recovered] }, at)).toEqual([]);
    expect(await parts()).toEqual([found, recovered]);
  });

  it("that stand twice, or are no count", async () => {
    expect(await code({ parts: [sick, sick] })).toEqual(["partTwice"]);
    expect(await code({ parts: [{ ...sick, count: -1 }] })).toEqual(["partOutOfRange"]);
    expect(await code({ parts: [{ ...sick, count: 1.5 }] })).toEqual(["partOutOfRange"]);
    expect(await code({ parts: [{ ...sick, count: 1_000_000 }] })).toEqual(["partOutOfRange"]);
  });

  it("of a report that says nothing else", async () => {
    expect(await code({ tallies: [], parts: [sick] })).toEqual(["emptyReport"]);
  });
});

describe("parts of a report", () => {
  it("tell every value that they had, to who may read the unit", async () => {
    const first = report({ parts: [sick, vials] });
    await submit(campaign, [first]);
    const next = report({ baseVersion: 1, parts: [{ ...sick, count: 6 }] });
    await submit(campaign, [next]);
    const read = (region: string) =>
      readPartHistories(
        authorize(actorOf("subdistrictHead", region), "coverage:read", regionCode.parse(region)),
        campaign,
        { unit: units.hilir, day: today },
      );
    expect(await read("62.03.01")).toMatchObject([
      {
        kind: "reason",
        code: "sick",
        values: [
          { count: 6, version: 2 },
          { count: 4, version: 1 },
        ],
      },
      {
        kind: "vials",
        values: [
          { count: null, version: 2 },
          { count: 2, version: 1 },
        ],
      },
    ]);
    expect(await read("62.03.02")).toEqual([]);
  });

  it("are in what a device keeps, where the campaign asks for them", async () => {
    await submit(campaign, [report({ parts: [sick] })]);
    const kitOf = async () => {
      const kit = await readEntryKit(grantFor("62.03.01"), campaign, beforeCutOff);
      return entryKit.parse(JSON.parse(JSON.stringify(kit)));
    };
    const kit = await kitOf();
    expect(kit.campaign).toMatchObject({ reportParts: ["reasons", "sweeping", "vials"] });
    const [round] = campaign.rounds;
    const [row] = kitRows(kit, { round: round ?? { number: 1 }, day: today, within: units.hilir });
    expect(row?.standing).toMatchObject({ parts: [sick] });

    await emptyDatabase();
    campaign = await makeCampaign();
    await submit(campaign, [report()]);
    const plain = await kitOf();
    expect(plain.campaign).not.toHaveProperty("reportParts");
    expect(JSON.stringify(plain)).not.toContain("parts");
  });

  it("of a campaign in the archive are rejected, and those that arrived are told so", async () => {
    const sent = report({ parts: [sick] });
    await submit(campaign, [sent]);
    await query("update campaign set archived_at = now()");
    expect(await submit(campaign, [sent])).toEqual([replayed(sent, 1)]);
    const late = report({ baseVersion: 1, parts: [vials] });
    expect(await submit(campaign, [late])).toMatchObject([
      { outcome: "rejected", problems: [{ code: "campaignArchived" }] },
    ]);
    expect(await parts()).toEqual([sick]);
  });
});
