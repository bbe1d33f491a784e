import type { Wording } from "@/lib/base/i18n/wording";

/** What a campaign counts by until somebody says otherwise. */
export const defaultWording = { noun: "child", act: "immunized", gives: "dose" } as const;

type Defaults = { readonly noun: string; readonly act: string; readonly gives: string };

type GivenPart = {
  readonly act: string | null;
  readonly gives: string | null;
  readonly targetGroups: readonly string[];
};

type GroupPart = { readonly code: string; readonly noun: string | null };

/** What sentences about an intervention say, in some of its groups or in all of them. */
export function wordingOf(
  campaign: Defaults & { readonly targetGroups: readonly GroupPart[] },
  intervention: GivenPart,
  targetGroup?: string | null,
): Wording {
  const groups = targetGroup ? [targetGroup] : intervention.targetGroups;
  const nouns = campaign.targetGroups
    .filter(({ code }) => groups.includes(code))
    .map(({ noun }) => noun ?? campaign.noun);
  return {
    nouns: nouns.length > 0 ? [...new Set(nouns)] : [campaign.noun],
    acts: [intervention.act ?? campaign.act],
    gives: [intervention.gives ?? campaign.gives],
  };
}

type Parts = Defaults & {
  readonly interventions: readonly GivenPart[];
  readonly targetGroups: readonly GroupPart[];
};

type Worded<Campaign extends Parts> = Omit<Campaign, "interventions"> & {
  readonly interventions: readonly (Campaign["interventions"][number] & {
    readonly wording: Wording;
  })[];
  readonly wording: Wording;
};

/** A campaign with the words that sentences about it, and about each of its interventions, say. */
export function withWording<Campaign extends Parts>(campaign: Campaign): Worded<Campaign> {
  const interventions = campaign.interventions.map((each) => ({
    ...each,
    wording: wordingOf(campaign, each),
  }));
  const wordings = interventions.map(({ wording }) => wording);
  const all = (words: (wording: Wording) => readonly string[], fallback: string) =>
    wordings.length > 0 ? [...new Set(wordings.flatMap(words))] : [fallback];
  const wording: Wording = {
    nouns: all(({ nouns }) => nouns, campaign.noun),
    acts: all(({ acts }) => acts, campaign.act),
    gives: all(({ gives }) => gives, campaign.gives),
  };
  return { ...campaign, interventions, wording };
}
