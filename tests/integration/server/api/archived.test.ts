import { beforeAll, beforeEach, describe, expect, it, test } from "vitest";

import { callApi } from "@/tests/support/api-routes";
import { everythingOf } from "@/tests/support/campaign-state";
import { emptyDatabase, query } from "@/tests/support/database";
import { areas, cookieOf, newPerson, setScene, slugs } from "@/tests/support/scene";

import { callOf, calls } from "./calls";

let admin: string;

beforeAll(async () => {
  await emptyDatabase();
  await setScene();
  admin = await cookieOf(await newPerson("administrator", areas.nation));
});

beforeEach(async () => {
  await query("update campaign set archived_at = null");
});

/**
 * What becomes of each operation on a campaign that is put away; a new one takes its place here. Nothing
 * of the campaign is another afterwards, but where it is put back or deleted.
 */
const table = {
  rejected: [
    "storeAdverseEvent",
    "storeRapidAssessment",
    "storeStockBatch",
    "storeStockMove",
    "storeIndicator",
    "storeIndicatorValue",
    "storeStrategy",
    "storeTeam",
    "storeSession",
    "importTargetPopulations",
    "changeCampaign",
    "addDayNote",
    "removeDayNote",
  ],
  /** Each report is answered by itself. */
  answersEach: ["submitDailyReports"],
  reads: [
    "listCampaigns",
    "coverage",
    "trend",
    "reportReceipts",
    "cellHistory",
    "entryKit",
    "sources",
    "campaignDefinition",
    "dayNotes",
    "directives",
    "directive",
    "adverseEvents",
    "adverseEvent",
    "rapidAssessments",
    "rapidAssessment",
    "stockBatches",
    "stockBatch",
    "stockMoves",
    "stockMove",
    "indicators",
    "indicator",
    "indicatorValues",
    "indicatorValue",
    "strategies",
    "strategy",
    "teams",
    "team",
    "sessions",
    "session",
  ],
  allowed: ["archiveCampaign", "restoreCampaign", "deleteCampaign"],
  /** About no campaign that stands. */
  elsewhere: ["createCampaign", "listOffices", "storeOffices", "storeDirective", "answerFollowUp"],
  /** Of somebody's own, which a stranger's id is not. */
  notFound: ["sentRecord"],
};

const cases = (Object.keys(table) as (keyof typeof table)[]).flatMap((row) =>
  table[row].map((operation) => ({ row, operation })),
);

describe("of a campaign in the archive", () => {
  it("each operation has its row", () => {
    expect(cases.map(({ operation }) => operation).sort()).toEqual(Object.keys(calls).sort());
  });

  test.each(cases)("$operation: $row", async ({ row, operation }) => {
    const { method, address, body } = await callOf(operation, "home");
    await query("update campaign set archived_at = now()");
    const before = await everythingOf(slugs.home);
    const headers = { "if-match": "*" };
    const answer = await callApi(method, address, { cookie: admin, body, headers });
    expect(answer.status).toBe(
      row === "rejected"
        ? 409
        : row === "notFound"
          ? 404
          : operation === "createCampaign"
            ? 201
            : 200,
    );
    const said: unknown = await answer.json();
    if (row === "rejected") expect(said).toMatchObject({ code: "campaignArchived" });
    if (row === "answersEach") {
      const problems = [{ code: "campaignArchived" }];
      expect(said).toMatchObject({ results: [{ outcome: "rejected", problems }] });
    }
    // The register of offices is the kabupaten's: campaigns are read with its names.
    if (row === "allowed" || row === "elsewhere") return;
    expect(await everythingOf(slugs.home)).toBe(before);
  });
});
