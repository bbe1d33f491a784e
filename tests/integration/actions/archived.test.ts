import { beforeAll, describe, expect, it, test } from "vitest";

import { everythingOf } from "@/tests/support/campaign-state";
import { emptyDatabase, query } from "@/tests/support/database";
import { areas, newPerson, setScene, slugs, type Person } from "@/tests/support/scene";

import { actionsOnDisk, callAction } from "./call";
import { calls } from "./calls";

let admin: Person;

beforeAll(async () => {
  await emptyDatabase();
  await setScene();
  admin = await newPerson("administrator", areas.nation);
});

/**
 * What becomes of each action on a campaign that is put away; a new one takes its place here. Nothing of
 * the campaign itself is another afterwards, whatever is done, but where it is put back or deleted.
 */
const table = {
  /** Told in the sentence of `campaignArchived`. */
  rejected: [
    "saveBatchAction",
    "saveMoveAction",
    "saveDayNoteAction",
    "removeDayNoteAction",
    "storeTargets",
    "correctTargetAction",
    "withdrawTargetAction",
    "confirmTargetDraftAction",
    "dropTargetDraftAction",
    "explainFindingAction",
    "withdrawExplanationAction",
    "stateTotalAction",
    "removeStatedTotalAction",
    "restoreStatedTotalAction",
    "changeCampaignAction",
    "addTemplateAction",
    "saveIndicatorAction",
    "removeIndicatorAction",
    "saveValuesAction",
    "submitVillage",
    "settleQueueAction",
    "decideReopeningAction",
    "openDayAction",
    "askReopeningAction",
    "storeSessionAction",
    "storeStrategyAction",
    "storeTeamAction",
    "applyProposalAction",
    "applyTeamMoveAction",
    "storeAdverseEventAction",
    "storeRapidAssessmentAction",
    "setPassMarkAction",
  ],
  /** Answers as it does to whatever it does not do. */
  falls: ["undoZeroReport"],
  /** Leads to the page, which says that it is put away. */
  saidByPage: ["decideSource"],
  /** Each report of a file is answered by itself: `report/archived.test.ts`. */
  answersEach: ["storeTallies"],
  reads: ["readValuesAction", "startCopyAction", "previewTargets", "previewTallies"],
  /** Puts it away and back, and deletes it. */
  allowed: ["deleteCampaignAction", "archiveCampaignAction"],
  /** What is asked in the kabupaten may be about a campaign, and is followed up after it. */
  asked: [
    "saveDirectiveAction",
    "storeOrderAction",
    "removeOrderAction",
    "issueDirectiveAction",
    "removeDirectiveAction",
    "setReviewDayAction",
    "answerFollowUpAction",
    "reviewFollowUpAction",
  ],
  /** About no campaign that stands: a person, an office, a draft of a new one. */
  elsewhere: [
    "signInAction",
    "signOut",
    "storeOfficesAction",
    "changePasswordAction",
    "endSessionAction",
    "signOutElsewhereAction",
    "createPersonAction",
    "changePersonAction",
    "setActiveAction",
    "resetPasswordAction",
    "previewHeadsAction",
    "appointHeadsAction",
    "suggestHomeRegions",
    "suggestDistricts",
    "switchLocale",
    "areasOfDistrict",
    "startDraftAction",
    "startFromFileAction",
    "saveDraftStepAction",
    "fillDraftAction",
    "discardDraftAction",
    "createCampaignAction",
    "findCampaigns",
    "chooseEntryFigures",
  ],
};

/** What the actions of a row answer. */
const answers: Readonly<Record<keyof typeof table, RegExp>> = {
  rejected: /^campaignArchived$/,
  falls: /^rejected$/,
  saidByPage: /^done$/,
  answersEach: /^letIn$/,
  reads: /^(done|letIn|read)$/,
  allowed: /^done$/,
  asked: /^done$/,
  elsewhere: /^(done|plan|wrong)$/,
};

const cases = (Object.keys(table) as (keyof typeof table)[]).flatMap((row) =>
  table[row].map((name) => ({ row, name })),
);

describe("of a campaign in the archive", async () => {
  const actions = await actionsOnDisk();

  it("each action has its row", () => {
    expect(cases.map(({ name }) => name).sort()).toEqual([...actions.keys()].sort());
  });

  test.each(cases)("$name: $row", async ({ row, name }) => {
    const action = actions.get(name);
    const sent = await calls[name]?.(admin);
    if (!action || !sent) throw new Error(`no call of ${name}`);
    await query("update campaign set archived_at = now()");
    const before = await everythingOf(slugs.home);
    expect(await callAction(action, sent, admin)).toMatch(answers[row]);
    if (row !== "allowed" && row !== "asked") expect(await everythingOf(slugs.home)).toBe(before);
  });
});
