import { emptyDatabase } from "@/tests/support/database";

import { beforeEach, describe, expect, test } from "vitest";

import { authorize } from "@/lib/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { readFindings } from "@/lib/quality/queries";
import { actorOf, grantFor, makeCampaign, today, units } from "@/tests/integration/tally/campaign";
import { wib } from "@/tests/integration/tally/sending";

import { cumulative, load, remembered, sheet } from "./importing";

let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  campaign = await makeCampaign();
});

describe("what is refused for good", () => {
  const file = sheet(
    `${units.hilir};31 Juni 2026;12`,
    `${units.hilir};2026-06-01;10`,
    `${units.hilir};2026-06-02;8`,
    `${units.hulu};kemarin;3`,
  );
  const lines = [
    {
      line: 2,
      unit: units.hilir,
      day: "31 Juni 2026",
      kind: "noSuchDay",
      detail: {},
      file: "juni.csv",
    },
    {
      line: 4,
      unit: units.hilir,
      day: "2026-06-02",
      kind: "cumulativeFell",
      detail: {
        day: "2026-06-02",
        intervention: "MR",
        targetGroup: "young",
        before: 10,
        value: 8,
      },
      file: "juni.csv",
    },
  ];

  test("is remembered once, however often the file is loaded", async () => {
    await load(campaign, file, cumulative);
    await load(campaign, file, cumulative);
    expect(await remembered()).toEqual(lines);
  });

  test("shows itself among the findings until a report mends it", async () => {
    await load(campaign, file, cumulative);
    expect(await rulesFound()).toEqual(["cumulativeFell", "noSuchDay"]);

    await load(campaign, sheet(`${units.hilir};2026-06-02;18`), {
      ...cumulative,
      at: wib("15.30"),
    });
    expect(await rulesFound()).toEqual([]);
  });

  async function rulesFound() {
    const actor = actorOf("healthOffice", "62.03");
    const grant = authorize(actor, "quality:review", grantFor("62.03").region);
    const findings = await readFindings(grant, campaign, today);
    return findings
      .filter(({ subject }) => subject.startsWith("import/"))
      .map(({ rule }) => rule)
      .sort();
  }
});
