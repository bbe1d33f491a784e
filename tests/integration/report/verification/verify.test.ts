import { emptyDatabase } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import type { Campaign } from "@/lib/campaign/campaign";
import { returnReports, verifyReports } from "@/lib/report/verification/server/commands";
import { returnedReports } from "@/lib/report/verification/server/returned-queries";
import { makeCampaign, grantFor, today, units } from "@/tests/integration/report/campaign";
import { mr, report, rollUpDifferences, stored, submit } from "@/tests/integration/report/sending";

import { afterCutOff, deeds, districtDoses, grantOf, mark, office, statuses } from "./office";

const at = { at: afterCutOff };
let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  campaign = await makeCampaign();
  await submit(campaign, [
    report({ tallies: [mr(13)] }),
    report({ unit: units.hulu, tallies: [mr(5)] }),
  ]);
  await submit(campaign, [report({ unit: units.mambulau, tallies: [mr(7)] })], {
    region: "62.03.02",
  });
});

describe("verifying reports", () => {
  it("counts everything as unverified before, and what was verified no longer", async () => {
    expect(await districtDoses()).toEqual({ doses: 25, unverified: 25 });

    const settled = await verifyReports(
      office("report:verify"),
      campaign,
      [mark(), mark({ unit: units.mambulau })],
      at,
    );

    expect(settled.done).toHaveLength(2);
    expect(await districtDoses()).toEqual({ doses: 25, unverified: 5 });
    expect(await statuses()).toMatchObject([
      { unit: units.hilir, status: "verified" },
      { unit: units.hulu, status: "submitted" },
      { unit: units.mambulau, status: "verified" },
    ]);
    expect(await rollUpDifferences()).toEqual([]);
  });

  it("is told in the audit trail, a line for each report", async () => {
    await verifyReports(office("report:verify"), campaign, [mark()], at);

    expect(await deeds(campaign)).toMatchObject([
      {
        action: "report.verified",
        subject: `bian/1/${units.hilir}/${today}`,
        before: { version: 1, status: "submitted" },
        after: { version: 1, status: "verified" },
      },
    ]);
  });

  it("pressed twice happens once", async () => {
    await verifyReports(office("report:verify"), campaign, [mark()], at);
    const again = await verifyReports(office("report:verify"), campaign, [mark(), mark()], at);

    expect(again).toMatchObject({ done: [], already: [mark(), mark()] });
    expect(await deeds(campaign)).toHaveLength(1);
  });

  it("pressed by two at the same moment happens once", async () => {
    const grant = office("report:verify");
    const both = await Promise.all([
      verifyReports(grant, campaign, [mark()], at),
      verifyReports(grant, campaign, [mark()], at),
    ]);

    expect(both.flatMap(({ done }) => done)).toHaveLength(1);
    expect(await deeds(campaign)).toHaveLength(1);
  });

  it("leaves a report alone that was corrected since it was shown, and says so", async () => {
    await submit(campaign, [report({ baseVersion: 1, tallies: [mr(14)] })]);

    const settled = await verifyReports(
      office("report:verify"),
      campaign,
      [mark(), mark({ unit: units.hulu })],
      at,
    );

    expect(settled).toMatchObject({ changed: [mark()], done: [{ unit: units.hulu }] });
    expect(await districtDoses()).toEqual({ doses: 26, unverified: 21 });
  });

  it("touches no report outside the region, and none that does not exist", async () => {
    const elsewhere = mark({ unit: units.mambulau });
    const nowhere = mark({ day: "2026-06-01" });
    const settled = await verifyReports(
      office("report:verify", "62.03.01"),
      campaign,
      [elsewhere, nowhere, mark()],
      at,
    );

    expect(settled).toMatchObject({ missing: [elsewhere, nowhere], done: [{ unit: units.hilir }] });
    expect(await districtDoses()).toEqual({ doses: 25, unverified: 12 });
  });

  it.each(["subdistrictHead", "villageHead", "regentOffice"] as const)(
    "is nothing that a %s may do",
    (role) => {
      expect(() => grantOf(role, "report:verify", "62.03.01")).toThrow("forbidden");
    },
  );
});

describe("a verified report", () => {
  beforeEach(async () => {
    await verifyReports(office("report:verify"), campaign, [mark()], at);
  });

  it("is not changed by the camat", async () => {
    const correction = report({ baseVersion: 1, tallies: [mr(20)] });
    const [result] = await submit(campaign, [correction]);

    expect(result).toMatchObject({ outcome: "rejected", problems: [{ code: "verifiedReport" }] });
    expect(await districtDoses()).toEqual({ doses: 25, unverified: 12 });
  });

  it("stays verified when the health office corrects it, with its new doses", async () => {
    const correction = report({
      baseVersion: 1,
      tallies: [mr(20)],
      reason: { code: "recount" },
    });
    const [result] = await submit(campaign, [correction], { region: "62.03" });

    expect(result).toEqual(stored(correction, 2));
    expect(await statuses()).toMatchObject([
      { status: "verified", version: 2 },
      { status: "submitted" },
      { status: "submitted" },
    ]);
    expect(await districtDoses()).toEqual({ doses: 32, unverified: 12 });
    expect(await rollUpDifferences()).toEqual([]);
  });

  it("is no longer verified once it is returned", async () => {
    await returnReports(office("report:verify"), campaign, [mark({ status: "verified" })], {
      ...at,
      reason: "Angka tertukar",
    });

    expect(await districtDoses()).toEqual({ doses: 25, unverified: 25 });
    expect(await rollUpDifferences()).toEqual([]);
  });
});

describe("returning reports", () => {
  const returned = { ...at, reason: "Angka MR dan OPV tertukar" };

  it("tells the sender why, in their region and nobody else's", async () => {
    const settled = await returnReports(office("report:verify"), campaign, [mark()], returned);

    expect(settled.done).toHaveLength(1);
    expect(await returnedReports(grantFor("62.03.01"), campaign)).toEqual([
      { unit: units.hilir, unitName: "Selat Hilir", day: today, reason: returned.reason },
    ]);
    expect(await returnedReports(grantFor("62.03.02"), campaign)).toEqual([]);
    expect(await deeds(campaign)).toMatchObject([
      { action: "report.returned", after: { status: "returned", reason: returned.reason } },
    ]);
  });

  it("for the same reason again changes nothing, for another one it does", async () => {
    await returnReports(office("report:verify"), campaign, [mark()], returned);
    const again = await returnReports(office("report:verify"), campaign, [mark()], returned);
    expect(again).toMatchObject({ done: [], already: [mark()] });

    const other = { ...returned, reason: "Bukan desa ini" };
    await returnReports(office("report:verify"), campaign, [mark({ status: "returned" })], other);
    expect(await statuses()).toMatchObject([{ reason: "Bukan desa ini" }, {}, {}]);
    expect(await deeds(campaign)).toHaveLength(2);
  });

  it("ends when the report is sent again, and it waits once more", async () => {
    await returnReports(office("report:verify"), campaign, [mark()], {
      ...returned,
      at: new Date("2026-06-04T08:10:00Z"),
    });
    const resent = report({ baseVersion: 1, tallies: [mr(11)], reason: { code: "returned" } });

    expect(await submit(campaign, [resent])).toEqual([stored(resent, 2)]);
    expect(await statuses()).toMatchObject([
      { status: "submitted", reason: null, version: 2 },
      {},
      {},
    ]);
    expect(await returnedReports(grantFor("62.03.01"), campaign)).toEqual([]);
    expect(await districtDoses()).toEqual({ doses: 23, unverified: 23 });
    expect(await rollUpDifferences()).toEqual([]);
  });

  it("can be taken back by verifying it after all", async () => {
    await returnReports(office("report:verify"), campaign, [mark()], returned);
    await verifyReports(office("report:verify"), campaign, [mark({ status: "returned" })], at);

    expect(await statuses()).toMatchObject([{ status: "verified", reason: null }, {}, {}]);
    expect(await districtDoses()).toEqual({ doses: 25, unverified: 12 });
  });

  it("stands against who verifies, or returns for another reason, without having seen it", async () => {
    await returnReports(office("report:verify"), campaign, [mark()], returned);
    const other = { ...returned, reason: "Bukan desa ini" };

    expect([
      await verifyReports(office("report:verify"), campaign, [mark()], at),
      await returnReports(office("report:verify"), campaign, [mark()], other),
    ]).toMatchObject([
      { done: [], changed: [mark()] },
      { done: [], changed: [mark()] },
    ]);
    expect(await statuses()).toMatchObject([
      { status: "returned", reason: returned.reason },
      {},
      {},
    ]);
  });

  it("leaves a report alone that was corrected since it was shown", async () => {
    await submit(campaign, [report({ baseVersion: 1, tallies: [mr(14)] })]);
    const settled = await returnReports(office("report:verify"), campaign, [mark()], returned);

    expect(settled).toMatchObject({ done: [], changed: [mark()] });
    expect(await statuses()).toMatchObject([{ status: "submitted", reason: null }, {}, {}]);
  });
});
