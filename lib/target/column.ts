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
      label: `${shortName} ${groupName(campaign, group)}`,
    })),
  );
}

export function groupName(campaign: Campaign, code: string): string {
  return campaign.targetGroups.find((group) => group.code === code)?.name ?? code;
}

/**
 * The column that a head names, in any of the ways that people write it: with the code, the short
 * or the full name of the intervention; the code or the name of the group, which may be left out
 * where the intervention has only one; "putaran 2" where the campaign has several rounds. Case,
 * spaces and signs do not matter.
 *
 * @returns null when it names none, or more than one.
 */
export function findColumn(campaign: Campaign, head: string): Omit<TargetColumn, "label"> | null {
  const wanted = plain(head);
  const found = campaign.interventions.flatMap((intervention) =>
    intervention.targetGroups.flatMap((group) => {
      const groupWords = [group, groupName(campaign, group)];
      if (intervention.targetGroups.length === 1) groupWords.push("");
      const words = [intervention.code, intervention.shortName, intervention.name].flatMap((name) =>
        groupWords.map((each) => plain(name + each)),
      );
      const rounds = [{ number: 0, ends: [""] }, ...roundEnds(campaign)];
      return rounds
        .filter(({ ends }) => words.some((word) => ends.some((end) => word + end === wanted)))
        .map(({ number }) => ({
          intervention: intervention.code,
          targetGroup: group,
          round: number,
        }));
    }),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

function roundEnds(campaign: Campaign): { number: number; ends: string[] }[] {
  return campaign.rounds.map(({ number }) => ({
    number,
    ends: ["putaran", "round", "p", "r"].map((word) => `${word}${number}`),
  }));
}

/** Letters and digits alone, in lower case; "<" stays, because "5–<7" is not "5–7". */
export function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}<]/gu, "");
}
