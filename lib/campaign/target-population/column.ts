import type { Campaign } from "@/lib/campaign/campaign";

/** One column of numbers: an intervention for a group, and in a campaign of several rounds, a round. */
export type TargetColumn = {
  readonly intervention: string;
  readonly targetGroup: string;
  /** 0: the same people in every round. */
  readonly round: number;
  /** "MR 9–59 bulan", as a head of a table. */
  readonly label: string;
};

/**
 * The columns of a campaign in its order. With one round there is one column for each box; with
 * several, one for each round.
 */
export function targetColumns(campaign: Campaign, roundWord: string): TargetColumn[] {
  const rounds = campaign.rounds.length > 1 ? campaign.rounds.map(({ number }) => number) : [0];
  return boxes(campaign).flatMap((box) =>
    rounds.map((round) => ({
      ...box,
      round,
      label: round === 0 ? box.label : `${box.label} ${roundWord} ${round}`,
    })),
  );
}

/** Each intervention with each group it is given to. */
export function boxes(campaign: Campaign): Omit<TargetColumn, "round">[] {
  return campaign.interventions.flatMap(({ code, shortName, targetGroups }) =>
    targetGroups.map((group) => ({
      intervention: code,
      targetGroup: group,
      label: boxLabel(campaign, { shortName, targetGroup: group }),
    })),
  );
}

/** "MR 9–59 bulan" */
export function boxLabel(
  campaign: Campaign,
  { shortName, targetGroup }: { readonly shortName: string; readonly targetGroup: string },
): string {
  return `${shortName} ${groupName(campaign, targetGroup)}`;
}

export function groupName(campaign: Campaign, code: string): string {
  return campaign.targetGroups.find((group) => group.code === code)?.name ?? code;
}

/** Letters and digits alone, in lower case; "<" stays, because "5–<7" is not "5–7". */
export function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}<]/gu, "");
}
