import type { FieldProblems } from "@/lib/base/forms/problem";

import { draftBody, type CampaignDraft } from "../draft";
import { problemsOfPart } from "../schema";
import { stepOfPath, type Step } from "./step";
import { unitsOfDraft, unreadableLines, type UnitName } from "./units";

/** What is wrong in each step of a draft, by the path in the body. */
export type StepProblems = Readonly<Record<Step, FieldProblems>>;

/** Each step is held against its own part; what another step leaves open is wrong there alone. */
export function problemsOfSteps(draft: CampaignDraft, villages: readonly UnitName[]): StepProblems {
  const lines = unreadableLines(draft, unitsOfDraft(draft, villages, null));
  const found = Object.entries({
    ...problemsOfPart(draftBody(draft, villages)),
    ...(lines.reportingUnits.length > 0 && { reportingUnits: ["unitLine"] as const }),
    ...(lines.unitSets.length > 0 && { unitSets: ["unitLine"] as const }),
  });
  // An intervention of no group is wrong where groups are, as long as there are none.
  const isGroupless = (path: string) =>
    draft.groups.length === 0 && /^interventions\.\d+\.targetGroups$/.test(path);
  const of = (step: Step): FieldProblems =>
    Object.fromEntries(found.filter(([path]) => !isGroupless(path) && stepOfPath(path) === step));
  return {
    general: of("general"),
    units: of("units"),
    given: of("given"),
    groups: of("groups"),
    rounds: of("rounds"),
    people: of("people"),
  };
}
