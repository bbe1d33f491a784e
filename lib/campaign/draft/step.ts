import type { CampaignDraft } from "../draft";

/** What a campaign is set up in, one page each. */
export const steps = ["general", "units", "given", "groups", "rounds", "people"] as const;

export type Step = (typeof steps)[number];

/** Where each part of a draft is typed. */
const stepOfField: Readonly<Record<keyof CampaignDraft, Step>> = {
  name: "general",
  slug: "general",
  legalBasis: "general",
  sourceName: "general",
  sourceUrl: "general",
  districtCode: "general",
  isSample: "general",
  startsOn: "general",
  endsOn: "general",
  decidingTargetSource: "general",
  usualDeviations: "general",
  mostTargetShare: "general",
  noun: "general",
  act: "general",
  gives: "general",
  units: "units",
  villages: "units",
  lines: "units",
  changedLines: "units",
  inhabitantLines: "units",
  removedUnits: "units",
  endLines: "units",
  setLines: "units",
  interventions: "given",
  gates: "given",
  groups: "groups",
  rounds: "rounds",
  rhythm: "rounds",
  reportParts: "rounds",
  reportCutOff: "rounds",
  timeZone: "general",
  copyOf: "general",
  heldEverywhere: "rounds",
  fromFile: "general",
};

/** Names of the body that is sent, where they are others than the form's. */
const fieldOfPath: Readonly<Record<string, keyof CampaignDraft>> = {
  targetGroups: "groups",
  reportingUnits: "units",
  unitSets: "setLines",
  inhabitants: "inhabitantLines",
  unitEnds: "endLines",
  changedUnits: "changedLines",
  period: "rhythm",
};

/** The step in which a path of the body is typed, such as `rounds.1.startsOn`. */
export function stepOfPath(path: string): Step {
  const [first = ""] = path.split(".");
  const field = fieldOfPath[first] ?? first;
  return field in stepOfField ? stepOfField[field as keyof CampaignDraft] : "general";
}

/** Steps that are typed in each other's lists: a group that is added is given at once. */
const together: Readonly<Partial<Record<Step, readonly Step[]>>> = {
  given: ["given", "groups"],
  groups: ["given", "groups"],
};

/** The steps of which a page writes the parts. */
export function writtenWith(step: Step): readonly Step[] {
  return together[step] ?? [step];
}

/** The draft with what one step's page says; all else is as it stands. */
export function withStep(standing: CampaignDraft, step: Step, typed: CampaignDraft): CampaignDraft {
  const written = writtenWith(step);
  const part = Object.fromEntries(
    Object.entries(typed).filter(([field]) =>
      written.includes(stepOfField[field as keyof CampaignDraft]),
    ),
  );
  return { ...standing, ...part };
}

/** The steps in which two drafts say different things. */
export function stepsChanged(before: CampaignDraft, after: CampaignDraft): readonly Step[] {
  const isOther = (field: keyof CampaignDraft) =>
    JSON.stringify(before[field]) !== JSON.stringify(after[field]);
  const fields = Object.keys(stepOfField) as (keyof CampaignDraft)[];
  return steps.filter((step) =>
    fields.some((field) => stepOfField[field] === step && isOther(field)),
  );
}

/** The step of a number of the address, from 1; the first where it is none. */
export function stepNumbered(number: string | undefined): Step {
  return steps[Number(number) - 1] ?? "general";
}

/** From 1. */
export function stepNumber(step: Step): number {
  return steps.indexOf(step) + 1;
}
