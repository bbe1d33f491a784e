import { emptyDatabase, query } from "@/tests/support/database";

import { beforeAll, describe, expect, it, test } from "vitest";

import type { Role } from "@/lib/account/auth/policy";
import { findCampaign } from "@/lib/campaign/server/queries";
import { areas, newPerson, offices, setScene, slugs, systemGrant } from "@/tests/support/scene";

import { actionsOnDisk, callAction } from "./call";
import { calls } from "./calls";

beforeAll(async () => {
  await emptyDatabase();
  await setScene();
});

/** Who calls: a role in an area, nobody, or someone whose account is disabled. */
const callers: Readonly<Record<string, readonly [Role, string, "disabled"?] | null>> = {
  admin: ["administrator", areas.nation],
  dinkes: ["healthOffice", areas.home],
  otherDinkes: ["healthOffice", areas.away],
  camat: ["subdistrictHead", areas.homeSelat],
  otherCamat: ["subdistrictHead", areas.homeBasarang],
  lurah: ["villageHead", areas.homeSelatHilir],
  otherLurah: ["villageHead", areas.homeSelatHulu],
  bupati: ["regentOffice", areas.home],
  head: ["unitHead", offices.own],
  otherHead: ["unitHead", offices.beside],
  nobody: null,
  disabled: ["administrator", areas.nation, "disabled"],
};

const names = Object.keys(callers);

const anyone = "done done done done done done done done done done done done";
const signedIn = "done done done done done done done done done done notSignedIn notSignedIn";

// What each person is answered by each action in the home kabupaten's campaign. This table is the
// policy: change it only when the policy changes. Who is not found may not know that it is there.
// prettier-ignore
const table: Readonly<Record<string, string>> = {
  signOut:                   anyone,
  switchLocale:              anyone,
  signInAction:              anyone.replaceAll("done", "wrong"),
  changePasswordAction:      signedIn,
  endSessionAction:          signedIn,
  signOutElsewhereAction:    signedIn,

  //                         admin    dinkes   otherDinkes camat     otherCamat  lurah     otherLurah  bupati  head  otherHead  nobody      disabled
  chooseEntryFigures:        "done        done        done        done        done        done        done        forbidden   done        done        notSignedIn notSignedIn",
  submitVillage:             "done        done        notFound    done        unknownUnit done        unknownUnit notFound    done        unknownUnit notSignedIn notSignedIn",
  undoZeroReport:            "done        done        rejected    done        rejected    done        rejected    rejected    done        rejected    rejected    rejected",
  previewTallies:            "letIn       letIn       notFound    letIn       letIn       letIn       letIn       notFound    letIn       letIn       notSignedIn notSignedIn",
  storeTallies:              "letIn       letIn       notFound    letIn       letIn       letIn       letIn       notFound    letIn       letIn       notSignedIn notSignedIn",
  askReopeningAction:        "done        done        notFound    done        notFound    done        done        notFound    done        done        notSignedIn notSignedIn",

  settleQueueAction:         "done        done        notFound    notFound    notFound    notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",
  openDayAction:             "done        done        notFound    notFound    notFound    notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",
  decideReopeningAction:     "done        done        notFound    notFound    notFound    notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",

  saveDayNoteAction:         "done        done        notFound    done        notFound    notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",
  removeDayNoteAction:       "done        done        notFound    done        notFound    notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",

  explainFindingAction:      "done        done        notFound    notFound    notFound    notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",
  withdrawExplanationAction: "done        done        notFound    notFound    notFound    notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",
  stateTotalAction:          "done        done        notFound    notFound    notFound    notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",
  removeStatedTotalAction:   "done        done        notFound    notFound    notFound    notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",
  restoreStatedTotalAction:  "done        done        notFound    notFound    notFound    notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",

  correctTargetAction:       "done        done        notFound    notFound    notFound    notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",
  withdrawTargetAction:      "done        done        notFound    notFound    notFound    notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",
  decideSource:              "done        done        notFound    notFound    notFound    notFound    notFound    notFound    notFound    notFound    notFound    notFound",
  previewTargets:            "letIn       letIn       notFound    notFound    notFound    notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",
  confirmTargetDraftAction:  "done        done        notFound    notFound    notFound    notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",
  dropTargetDraftAction:     "done        done        notFound    notFound    notFound    notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",
  storeTargets:              "done        done        notFound    notFound    notFound    notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",

  startDraftAction:          "done        done        done        forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   notSignedIn notSignedIn",
  startFromFileAction:       "done        done        done        forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   notSignedIn notSignedIn",
  startCopyAction:           "done        done        notFound    forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   notSignedIn notSignedIn",
  saveDraftStepAction:       "done        done        done        forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   notSignedIn notSignedIn",
  fillDraftAction:           "done        done        done        forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   notSignedIn notSignedIn",
  discardDraftAction:        "done        done        done        forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   notSignedIn notSignedIn",
  createCampaignAction:      "done        done        notFound    forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   notSignedIn notSignedIn",
  changeCampaignAction:      "done        done        notFound    notFound    notFound    notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",
  archiveCampaignAction:     "done        done        notFound    notFound    notFound    notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",
  deleteCampaignAction:      "done        done        notFound    notFound    notFound    notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",
  areasOfDistrict:           "done        done        nothing     nothing     nothing     nothing     nothing     nothing     nothing     nothing     nothing     nothing",
  findCampaigns:             "done        done        done        done        done        done        done        done        done        done        nothing     nothing",
  suggestDistricts:          "done        done        nothing     nothing     nothing     nothing     nothing     nothing     nothing     nothing     nothing     nothing",
  suggestHomeRegions:        "done        done        nothing     nothing     nothing     nothing     nothing     nothing     nothing     nothing     nothing     nothing",

  addTemplateAction:         "done        done        notFound    notFound    notFound    notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",
  saveIndicatorAction:       "done        done        notFound    notFound    notFound    notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",
  removeIndicatorAction:     "done        done        notFound    notFound    notFound    notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",
  saveValuesAction:          "done        done        notFound    done        done        done        done        notFound    done        done        notSignedIn notSignedIn",
  readValuesAction:          "read        read        notFound    read        read        read        read        notFound    read        read        notSignedIn notSignedIn",

  saveDirectiveAction:       "done        done        notFound    notFound    notFound    notFound    notFound    done        notFound    notFound    notSignedIn notSignedIn",
  storeOrderAction:          "done        done        notFound    notFound    notFound    notFound    notFound    done        notFound    notFound    notSignedIn notSignedIn",
  removeOrderAction:         "done        done        notFound    notFound    notFound    notFound    notFound    done        notFound    notFound    notSignedIn notSignedIn",
  issueDirectiveAction:      "done        done        notFound    notFound    notFound    notFound    notFound    done        notFound    notFound    notSignedIn notSignedIn",
  removeDirectiveAction:     "done        done        notFound    notFound    notFound    notFound    notFound    done        notFound    notFound    notSignedIn notSignedIn",
  setReviewDayAction:        "done        done        notFound    notFound    notFound    notFound    notFound    done        notFound    notFound    notSignedIn notSignedIn",
  answerFollowUpAction:      "done        done        notFound    done        notFound    notFound    notFound    done        notFound    notFound    notSignedIn notSignedIn",
  reviewFollowUpAction:      "done        done        notFound    forbidden   forbidden   forbidden   forbidden   done        forbidden   forbidden   notSignedIn notSignedIn",

  storeSessionAction:        "done        done        notFound    done        unknownUnit notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",
  storeStrategyAction:       "done        done        notFound    done        notFound    notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",
  storeTeamAction:           "done        done        notFound    done        notFound    notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",
  applyProposalAction:       "done        done        notFound    done        unknownUnit notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",
  applyTeamMoveAction:       "done        done        notFound    done        nothingProposed notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",
  storeAdverseEventAction:   "done        done        notFound    done        unknownUnit done        unknownUnit notFound    done        unknownUnit notSignedIn notSignedIn",
  storeRapidAssessmentAction: "done       done        notFound    done        unknownUnit done        unknownUnit notFound    done        unknownUnit notSignedIn notSignedIn",
  setPassMarkAction:         "done        done        notFound    notFound    notFound    notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",
  saveBatchAction:           "done        done        notFound    notFound    notFound    notFound    notFound    notFound    notFound    notFound    notSignedIn notSignedIn",
  saveMoveAction:            "done        done        notFound    done        stockUnknownStore notFound notFound notFound    stockUnknownStore stockUnknownStore notSignedIn notSignedIn",

  createPersonAction:        "done        done        notFound    forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   notSignedIn notSignedIn",
  changePersonAction:        "done        done        notFound    forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   notSignedIn notSignedIn",
  setActiveAction:           "done        done        notFound    forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   notSignedIn notSignedIn",
  resetPasswordAction:       "done        done        notFound    forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   notSignedIn notSignedIn",
  previewHeadsAction:        "plan        plan        notFound    forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   notSignedIn notSignedIn",
  appointHeadsAction:        "done        done        notFound    forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   notSignedIn notSignedIn",
  storeOfficesAction:        "done        done        notFound    forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   forbidden   notSignedIn notSignedIn",
};

it("a campaign whose name no database could keep is not found", async () => {
  const { actor } = systemGrant("coverage:read");
  expect(await findCampaign(actor, "bian\0home")).toBeNull();
  expect(await findCampaign(actor, slugs.home)).not.toBeNull();
});

describe("each server action", async () => {
  const actions = await actionsOnDisk();

  it("has its row in the table, and its call", () => {
    const onDisk = [...actions.keys()].sort();
    expect(Object.keys(calls).sort()).toEqual(onDisk);
    expect(Object.keys(table).sort()).toEqual(onDisk);
  });

  test.each([...actions.keys()])("%s", async (name) => {
    const answers: Record<string, string> = {};
    for (const [caller, terms] of Object.entries(callers)) {
      const person = terms && (await newPerson(terms[0], terms[1]));
      if (terms?.[2] === "disabled") {
        await query("update app_user set is_active = false where id = $1", [person?.id]);
      }
      const prepared = await calls[name]?.(person);
      const action = actions.get(name);
      if (!prepared || !action) throw new Error(`no call of ${name}`);
      answers[caller] = await callAction(action, prepared, person);
    }
    const expected = table[name]?.split(/ +/) ?? [];
    expect(answers).toEqual(Object.fromEntries(names.map((caller, at) => [caller, expected[at]])));
  });
});
