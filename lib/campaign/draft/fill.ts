import { changedDraft, newDraft, type CampaignDraft } from "../draft";

/** A copy for another year: what days say is left open, and its own name, address and basis. */
export function copyForNewDays(draft: CampaignDraft): CampaignDraft {
  return {
    ...draft,
    slug: "",
    legalBasis: "",
    endLines: "",
    startsOn: "",
    endsOn: "",
    rounds: draft.rounds.map((round) => ({
      ...round,
      startsOn: "",
      endsOn: "",
      sweepingEndsOn: "",
      gapReason: "",
    })),
    interventions: draft.interventions.map((each) => ({ ...each, goalFrom: "", goalDecree: "" })),
  };
}

/** What is filled together, because its rows name each other's. */
const fieldsOfPart = {
  name: ["name"],
  legalBasis: ["legalBasis"],
  days: ["startsOn", "endsOn"],
  wording: ["noun", "act", "gives"],
  units: ["units", "villages", "lines", "setLines", "endLines"],
  given: ["interventions", "gates", "groups"],
  rounds: ["rounds", "rhythm", "heldEverywhere"],
} as const satisfies Readonly<Record<string, readonly (keyof CampaignDraft)[]>>;

export type DraftFill = keyof typeof fieldsOfPart;

export const draftFills = Object.keys(fieldsOfPart) as readonly DraftFill[];

/**
 * A draft with what a preset or another campaign says. Only what is empty is filled; what was typed
 * stands unless it is named.
 *
 * @param replace parts of which what was typed is given up.
 * @returns the draft, and the parts that would be filled had nothing been typed there: to be asked about.
 */
export function fillDraft(
  draft: CampaignDraft,
  source: CampaignDraft,
  replace: readonly DraftFill[] = [],
): { readonly draft: CampaignDraft; readonly asked: readonly DraftFill[] } {
  const blank = newDraft(draft.districtCode);
  // Units of another kabupaten are none here.
  const isElsewhere = source.districtCode !== draft.districtCode;
  const offered = draftFills.filter(
    (part) =>
      !isBlank(source, newDraft(source.districtCode), part) && !(isElsewhere && part === "units"),
  );
  const typed = offered.filter(
    (part) => !isBlank(draft, blank, part) && partText(draft, part) !== partText(source, part),
  );
  const taken = offered.filter((part) => !typed.includes(part) || replace.includes(part));
  const changes = Object.fromEntries(
    taken.flatMap((part) => fieldsOfPart[part].map((field) => [field, source[field]])),
  );
  return {
    draft: changedDraft(draft, changes),
    asked: typed.filter((part) => !replace.includes(part)),
  };
}

function isBlank(draft: CampaignDraft, blank: CampaignDraft, part: DraftFill): boolean {
  return partText(draft, part) === partText(blank, part);
}

/** What stands in a part, whatever the keys of its rows are. */
function partText(draft: CampaignDraft, part: DraftFill): string {
  const codesOf = (rows: readonly { readonly key: number; readonly code: string }[]) =>
    new Map(rows.map(({ key, code }) => [key, code] as const));
  const [groups, given] = [codesOf(draft.groups), codesOf(draft.interventions)];
  const rowsOf = new Map([
    ["groups", groups],
    ["group", groups],
    ["follows", given],
    ["intervention", given],
  ]);
  const fields = fieldsOfPart[part].map((field) => draft[field]);
  return JSON.stringify(fields, (name, value: unknown) => {
    const codes = rowsOf.get(name);
    // What is left out and what is empty say the same.
    if (name === "key" || value === "") return undefined;
    if (!codes) return value;
    const code = (key: unknown) => (typeof key === "number" ? codes.get(key) : key);
    return Array.isArray(value) ? value.map(code) : code(value);
  });
}
