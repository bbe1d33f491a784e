import type { Campaign } from "@/lib/campaign/campaign";

export type CellFilter = {
  readonly intervention?: string | undefined;
  readonly targetGroup?: string | undefined;
  /** A row for each target group rather than their sum. */
  readonly isSplit?: boolean | undefined;
};

type Column = {
  readonly intervention: string;
  readonly targetGroup: string | null;
  /** The groups that it adds up. */
  readonly groups: readonly string[];
};

/** What an answer has a row for in each place: an intervention, or one of its groups when split. */
export function columnsOf(campaign: Campaign, filter: CellFilter): Column[] {
  return campaign.interventions
    .filter(({ code }) => filter.intervention === undefined || code === filter.intervention)
    .flatMap(({ code: intervention, targetGroups }): Column[] => {
      const groups = targetGroups.filter(
        (group) => filter.targetGroup === undefined || group === filter.targetGroup,
      );
      if (groups.length === 0) return [];
      return filter.isSplit
        ? groups.map((group) => ({ intervention, targetGroup: group, groups: [group] }))
        : [{ intervention, targetGroup: null, groups }];
    });
}
