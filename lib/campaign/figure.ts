import type { Campaign, Intervention } from "./campaign";
import { columnKeyOf } from "./column-key";
import { wordingOf } from "./wording";

/** Why groups have no total: they are of unlike nouns, or one person may be in several of them. */
export const notAddedReasons = ["unlike", "overlapping"] as const;

export type NotAddedReason = (typeof notAddedReasons)[number];

/**
 * Why the groups of an intervention have no total; null: they are different people of one kind, or
 * there is one group alone. The one judge of it: whatever adds over groups asks here first.
 */
export function whyNotAdded({
  groupsAdd,
  targetGroups,
  wording,
}: Pick<Intervention, "groupsAdd" | "targetGroups" | "wording">): NotAddedReason | null {
  if (targetGroups.length < 2) return null;
  if (wording.nouns.length > 1) return "unlike";
  return groupsAdd ? null : "overlapping";
}

/**
 * What may be shown as one number: an intervention with all groups that were asked for, or one of its
 * groups where they do not add. It is an intervention to whatever shows it, by its own name and words.
 */
export type Figure = Intervention & {
  /** Tells the figures of a campaign apart. */
  readonly key: string;
  /** null: the groups together. */
  readonly targetGroup: string | null;
};

export type FigureFilter = {
  readonly intervention?: string | undefined;
  readonly targetGroup?: string | undefined;
  /** A figure for each target group, also where they add. */
  readonly isSplit?: boolean | undefined;
};

type Parts = Pick<Campaign, "noun" | "act" | "gives" | "interventions" | "targetGroups">;

/** The figures of a campaign, in its order; none of an intervention that is not given to the group. */
export function figuresOf(campaign: Parts, filter: FigureFilter = {}): Figure[] {
  return campaign.interventions
    .filter(({ code }) => filter.intervention === undefined || code === filter.intervention)
    .flatMap((intervention): Figure[] => {
      const targetGroups = intervention.targetGroups.filter(
        (group) => filter.targetGroup === undefined || group === filter.targetGroup,
      );
      if (targetGroups.length === 0) return [];
      return filter.isSplit === true || whyNotAdded(intervention) !== null
        ? targetGroups.map((group) => ofGroup(campaign, intervention, group))
        : [{ ...intervention, targetGroups, targetGroup: null, key: intervention.code }];
    });
}

/**
 * Why columns that were asked for have no sum, of whatever they count; null: they have one. Of one group
 * alone there is always one: what different interventions gave to the same people.
 */
export function whyNoSum(
  { interventions }: Pick<Campaign, "interventions">,
  asked: {
    readonly intervention?: string | null | undefined;
    readonly targetGroup?: string | null | undefined;
  },
): NotAddedReason | null {
  if (asked.targetGroup) return null;
  return (
    interventions
      .filter(({ code }) => !asked.intervention || code === asked.intervention)
      .map((each) => whyNotAdded(each))
      .find((reason) => reason !== null) ?? null
  );
}

/** The key of the figure that a row of counts is of. */
export function figureKeyOf(row: {
  readonly intervention: string;
  readonly targetGroup: string | null;
}): string {
  return row.targetGroup === null
    ? row.intervention
    : columnKeyOf({ intervention: row.intervention, targetGroup: row.targetGroup });
}

/** Whether a column is a part of a figure. */
export function isOfFigure(
  { code, targetGroups }: Figure,
  column: { readonly intervention: string; readonly targetGroup: string },
): boolean {
  return column.intervention === code && targetGroups.includes(column.targetGroup);
}

/** The figure that an address names; the first that the named intervention has, when it names none. */
export function figureOf(
  campaign: Parts,
  named: { readonly intervention?: string | undefined; readonly targetGroup?: string | undefined },
): Figure {
  const figures = figuresOf(campaign);
  const ofNamed = figures.filter(({ code }) => code === named.intervention);
  const found = ofNamed.find(({ targetGroup }) => targetGroup === named.targetGroup);
  const first = found ?? ofNamed[0] ?? figures[0];
  if (!first) throw new RangeError("a campaign without a column");
  return first;
}

/** Beside other interventions a group is named with its own, "MR 9–59 bulan". */
function ofGroup(campaign: Parts, intervention: Intervention, group: string): Figure {
  const name = campaign.targetGroups.find(({ code }) => code === group)?.name ?? group;
  const named =
    campaign.interventions.length > 1
      ? { name: `${intervention.name}, ${name}`, shortName: `${intervention.shortName} ${name}` }
      : { name, shortName: name };
  return {
    ...intervention,
    ...named,
    targetGroups: [group],
    targetGroup: group,
    key: columnKeyOf({ intervention: intervention.code, targetGroup: group }),
    wording: wordingOf(campaign, intervention, group),
  };
}
