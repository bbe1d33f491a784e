import { query, rewrite } from "@/tests/support/database";

import { beforeEach, describe, expect, test } from "vitest";

import { authorize } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { explainFinding, withdrawExplanation } from "@/lib/monitor/quality/server/commands";
import { openFindings } from "@/lib/monitor/quality/server/kept-queries";
import { regionCode } from "@/lib/base/region/code";

import { today, units } from "../../report/campaign";
import { mr } from "../../report/sending";
import { campaignInOrder, dinkes, found, fresh, reported } from "./reviewing";

const later = new Date("2026-06-19T03:00:00Z");

let campaign: Campaign;

beforeEach(async () => {
  campaign = await campaignInOrder();
});

describe("an explanation", () => {
  const at = new Date("2026-06-04T08:00:00Z");

  async function theFinding() {
    const [finding] = await found("aboveTarget");
    if (!finding) throw new Error("nothing is above 100 %");
    return finding;
  }

  const explain = async (facts?: string) => {
    const { rule, subject, facts: standing } = await theFinding();
    const said = { rule, subject, facts: facts ?? standing, note: "Pendataan ulang belum masuk." };
    await explainFinding(dinkes, campaign, said, { at, today });
  };

  beforeEach(() => reported("2026-06-01", [mr(101)]));

  test("stands with who said it and when, until the facts change", async () => {
    await explain();
    expect(await theFinding()).toMatchObject({
      isExplained: true,
      note: { note: "Pendataan ulang belum masuk.", notedBy: "Dinkes Kapuas", notedAt: at },
    });

    await reported("2026-06-02", [mr(1)]);
    expect(await theFinding()).toMatchObject({
      isExplained: false,
      note: { notedBy: "Dinkes Kapuas" },
    });
  });

  test("is not for who holds a part of the kabupaten", async () => {
    const part = authorize(dinkes.actor, "quality:review", regionCode.parse("62.03.01"));
    const { rule, subject, facts } = await theFinding();
    await expect(
      explainFinding(part, campaign, { rule, subject, facts, note: "Benar." }, { at, today }),
    ).rejects.toThrow("forbidden");
    expect(await query("select * from finding_note")).toEqual([]);
  });

  test("is rejected when the finding says something else by now, or is gone", async () => {
    await expect(explain("other")).rejects.toThrow("conflict");

    const { rule, subject, facts } = await theFinding();
    await rewrite("update tally set residents = 1");
    await expect(
      explainFinding(dinkes, campaign, { rule, subject, facts, note: "Benar." }, { at, today }),
    ).rejects.toThrow("notFound");
    expect(await query("select * from finding_note")).toEqual([]);
  });

  test("is taken back, and both are in the trail", async () => {
    await explain();
    await withdrawExplanation(dinkes, campaign, await theFinding());

    expect(await theFinding()).toMatchObject({ isExplained: false, note: null });
    await expect(withdrawExplanation(dinkes, campaign, await theFinding())).rejects.toThrow(
      "notFound",
    );
    expect(
      await query(
        "select action, subject from audit_entry where action like 'finding.%' order by id",
      ),
    ).toEqual([
      { action: "finding.explained", subject: `${campaign.slug}/aboveTarget/${units.hilir}` },
      { action: "finding.reopened", subject: `${campaign.slug}/aboveTarget/${units.hilir}` },
    ]);
  });

  test("takes the finding out of the navigation's count", async () => {
    const count = async () => openFindings(dinkes, await fresh(), { today, at: later });
    const before = (await count()) ?? NaN;
    await explain();
    // Another reader's version: no page waits for the new count, the next one after it has it.
    expect(await count()).toBe(before);
    const after = { today, at: new Date(later.getTime() + 20_000) };
    expect(await openFindings(dinkes, await fresh(), after)).toBe(before);
    await expect.poll(async () => openFindings(dinkes, await fresh(), after)).toBe(before - 1);
  });
});
