import { emptyDatabase, query } from "@/tests/support/database";

import { beforeAll, describe, expect, test } from "vitest";

import { areas, newPerson, setScene, slugs, type Person } from "@/tests/support/scene";

import { actionsOnDisk, callAction } from "./call";
import { calls } from "./calls";

/** Tables of a campaign whose rows an answer is made from; submissions alone change none. */
const shown = [
  "round",
  "intervention",
  "target_group",
  "intervention_target_group",
  "reporting_unit",
  "target_set",
  "target_population",
  "daily_report",
  "tally",
  "day_reopening",
  "day_note",
  "stated_total",
  "finding_note",
  "import_refusal",
  "target_draft",
  "indicator",
  "indicator_value",
  "record_version",
  "pass_mark",
];

let admin: Person;

beforeAll(async () => {
  await emptyDatabase();
  await setScene();
  admin = await newPerson("administrator", areas.nation);
});

const actions = await actionsOnDisk();

describe("the version of a campaign", () => {
  // Each call comes twice: most of the second ones find everything as they would have it.
  test.each(Object.keys(calls))(
    "rises once when %s stored something, and else not",
    async (name) => {
      const action = actions.get(name);
      if (!action) throw new Error(`no action ${name}`);
      if (name === "decideSource") {
        await query("update campaign set deciding_target_source = 'pusdatin'");
      }
      const sent = (await calls[name]?.(admin)) ?? [];
      const first = await risesBy(() => callAction(action, sent, admin));
      expect(first.versions, "the first time").toBe(first.isStored ? 1n : 0n);
      if (storing.includes(name)) expect(first.isStored).toBe(true);

      // Another source is stored in the campaign's own row, which the version is in too.
      if (name === "decideSource") return;
      const again = await risesBy(() => callAction(action, sent, admin));
      expect(again.versions, "again").toBe(again.isStored ? 1n : 0n);
      if (once.includes(name)) expect(again.isStored).toBe(false);
    },
  );
});

/** Actions that store something of the home campaign the first time; a new one belongs here. */
const storing = [
  "addTemplateAction",
  "saveIndicatorAction",
  "removeIndicatorAction",
  "saveValuesAction",
  "saveBatchAction",
  "saveMoveAction",
  "storeStrategyAction",
  "storeTeamAction",
  "storeSessionAction",
  "applyProposalAction",
  "applyTeamMoveAction",
  "storeAdverseEventAction",
  "storeRapidAssessmentAction",
  "setPassMarkAction",
  "submitVillage",
  "undoZeroReport",
  "settleQueueAction",
  "askReopeningAction",
  "openDayAction",
  "decideReopeningAction",
  "saveDayNoteAction",
  "removeDayNoteAction",
  "explainFindingAction",
  "withdrawExplanationAction",
  "stateTotalAction",
  "removeStatedTotalAction",
  "restoreStatedTotalAction",
  "changeCampaignAction",
  "archiveCampaignAction",
  "correctTargetAction",
  "withdrawTargetAction",
  "decideSource",
  "confirmTargetDraftAction",
  "dropTargetDraftAction",
  "storeTargets",
];
/** Of them, those that store nothing when they come again. */
const once = [
  "submitVillage",
  "undoZeroReport",
  "settleQueueAction",
  "askReopeningAction",
  "openDayAction",
  "decideReopeningAction",
  "removeDayNoteAction",
  "archiveCampaignAction",
  "withdrawExplanationAction",
  "removeStatedTotalAction",
  "restoreStatedTotalAction",
  "correctTargetAction",
  "withdrawTargetAction",
  "confirmTargetDraftAction",
  "dropTargetDraftAction",
];

/** By how much the home campaign's version rises by work, and whether a row of it was written. */
async function risesBy(work: () => Promise<unknown>) {
  const before = await state();
  await work();
  const after = await state();
  return {
    versions: BigInt(after.version) - BigInt(before.version),
    isStored: after.rows !== before.rows,
  };
}

/** Of a row its last writer too: one that is written as it was is written. */
async function state(): Promise<{ readonly version: string; readonly rows: string }> {
  const of = shown.map(
    (table) => `select '${table}' || row.xmin || to_jsonb(row) as fact from ${table} as row
      join campaign on campaign.id = row.campaign_id where slug = '${slugs.home}'`,
  );
  const [found] = await query<{ version: string; rows: string }>(
    `select version, (to_jsonb(campaign) - 'version')::text || (
       select coalesce(string_agg(fact, ',' order by fact), '')
       from (${of.join(" union all ")}) as facts) as rows
     from campaign where slug = $1`,
    [slugs.home],
  );
  if (!found) throw new Error("no campaign");
  return found;
}
