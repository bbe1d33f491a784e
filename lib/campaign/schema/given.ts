import { z } from "zod";

import { problem } from "@/lib/base/forms/problem";
import { nameText } from "@/lib/base/forms/storable-text";
import { limits } from "@/lib/base/limits";
import { goalScopes } from "@/lib/coverage/dated-goal";
import { findGoal } from "@/lib/coverage/goal";

import { unitSetKey } from "../unit-set/schema";
import { followProblems } from "../predecessor";
import { mayGiveNothing, type Rhythm } from "../rhythm";
import { countColumns } from "../size";
import {
  checkCodes,
  code,
  minGapDays,
  optionalText,
  shortText,
  sinceDay,
  word,
  type Reject,
} from "./fields";

/** A goal up to 1 %, in ten-thousandths: a share that was typed where a percentage is meant. */
const likelyShare = 100;

/** "0,955%": less than 1 %, written out as what was typed in the field of a percentage. */
const isShareInPercent = (text: string) => /^0*[.,]0*[1-9]\d*\s*%$/.test(text);

/** A share above 0 and at most 1 with at most four decimals, as text: 0.95 has no exact double. */
const goal = z
  .string()
  .trim()
  // "0,95" typed for 95 %: everyone would have reached it. No campaign means 1 % or less.
  .refine((text) => !isShareInPercent(text) && (findGoal(text) ?? 1 + likelyShare) > likelyShare, {
    message: problem("goalAsShare"),
    abort: true,
  })
  .refine((text) => findGoal(text) !== null, problem("goalRange"));

export const interventionInput = z.object({
  code,
  name: shortText,
  /** What a column head has room for; the name when absent. */
  shortName: nameText.trim().min(1).max(24, problem("tooLong")).optional(),
  /** null: none. */
  coverageGoal: goal.nullable(),
  /** Of what it is a share; "whole" when absent. */
  goalScope: z.enum(goalScopes).optional(),
  /** From which day it holds: when absent, a first goal from the campaign's, another one from today. */
  goalFrom: sinceDay.nullish().transform((day) => day ?? undefined),
  /** By which letter or decree. */
  goalDecree: optionalText.nullable().transform((text) => text ?? undefined),
  /** Why it is another than before; needed where it is. */
  goalReason: optionalText.nullable().transform((text) => text ?? undefined),
  /** Codes of the groups it is given to; every group when absent. */
  targetGroups: z.array(code).min(1, problem("atLeastOne")).optional(),
  /** What is done to people, and what they get; as the campaign says when absent. */
  act: word,
  gives: word,
  /** Whether its groups are different people, so that they have a total: see `whyNotAdded`. */
  groupsAdd: z.boolean().default(true),
  /** Code of the intervention that it comes after in each person; none when absent. */
  follows: code.nullish().transform((text) => text ?? undefined),
  /** Between the two. */
  minGapDays,
});

const gateInput = z.object({
  code,
  name: shortText,
  terms: z
    .array(
      z.object({
        intervention: code,
        /** All groups of the intervention when absent. */
        targetGroup: code.nullish().transform((group) => group ?? undefined),
        /** Of the units of one of the campaign's sets; of all units when absent. */
        unitSet: unitSetKey.nullish().transform((set) => set ?? undefined),
        atLeast: goal,
      }),
    )
    .min(1, problem("atLeastOne"))
    .max(limits.campaignGateTerms, problem("tooManyGates")),
});

/** What is given, and the conditions that wait for it. */
export const givenLists = z.object({
  interventions: z
    .array(interventionInput)
    .max(limits.campaignInterventions, problem("tooManyInterventions")),
  gates: z.array(gateInput).max(limits.campaignGates, problem("tooManyGates")).optional(),
});

/** What is wrong between interventions, and between them, their groups and their gates. */
export function checkGiven(
  input: z.infer<typeof givenLists> & {
    readonly targetGroups: readonly { readonly code: string }[];
    readonly endsOn: string;
    readonly rhythm?: Rhythm | undefined;
  },
  reject: Reject,
): void {
  if (input.interventions.length === 0 && !mayGiveNothing(input)) {
    reject(["interventions"], "atLeastOne");
  }
  const groups = new Set(input.targetGroups.map((group) => group.code));
  checkCodes("interventions", input.interventions, reject);
  if (countColumns(input) > limits.campaignColumns) reject(["interventions"], "tooManyColumns");
  input.interventions.forEach(({ targetGroups, goalFrom }, index) => {
    if (targetGroups?.some((group) => !groups.has(group))) {
      reject(["interventions", index, "targetGroups"], "unknownGroup");
    }
    if (goalFrom !== undefined && goalFrom > input.endsOn) {
      reject(["interventions", index, "goalFrom"], "outsideCampaign");
    }
  });
  for (const { index, name } of followProblems(input.interventions)) {
    reject(["interventions", index, "follows"], name);
  }
  checkGates(input, groups, reject);
}

function checkGates(
  { gates = [], interventions }: z.infer<typeof givenLists>,
  groups: ReadonlySet<string>,
  reject: Reject,
): void {
  checkCodes("gates", gates, reject);
  gates.forEach(({ terms }, gate) => {
    terms.forEach(({ intervention, targetGroup }, index) => {
      const given = interventions.find((each) => each.code === intervention);
      const path = ["gates", gate, "terms", index];
      if (!given) reject([...path, "intervention"], "unknownIntervention");
      else if (
        targetGroup !== undefined &&
        !(given.targetGroups ?? [...groups]).includes(targetGroup)
      ) {
        reject([...path, "targetGroup"], "unknownGroup");
      }
    });
  });
}
