import type { Campaign, Intervention, TargetGroup } from "@/lib/campaign/campaign";

import { groupName, plain, type TargetColumn } from "./column";

type Column = Omit<TargetColumn, "label">;

/** The ways in which people write what a campaign counts. Built once for a file. */
export class CampaignWords {
  /** null: a word of two columns. */
  readonly #columns = new Map<string, Column | null>();
  readonly #interventions = new Map<string, Intervention>();
  readonly #targetGroups = new Map<string, TargetGroup>();

  constructor(campaign: Campaign) {
    const rounds = [{ number: 0, ends: [""] }, ...roundEnds(campaign)];
    for (const intervention of campaign.interventions) {
      const names = [intervention.code, intervention.shortName, intervention.name];
      addFirst(this.#interventions, names.map(plain), intervention);
      for (const targetGroup of intervention.targetGroups) {
        const groups = [targetGroup, groupName(campaign, targetGroup)];
        if (intervention.targetGroups.length === 1) groups.push("");
        const words = new Set(names.flatMap((name) => groups.map((group) => plain(name + group))));
        for (const { number: round, ends } of rounds) {
          const column = { intervention: intervention.code, targetGroup, round };
          this.#add(new Set([...words].flatMap((word) => ends.map((end) => word + end))), column);
        }
      }
    }
    for (const group of campaign.targetGroups) {
      addFirst(this.#targetGroups, [group.code, group.name].map(plain), group);
    }
  }

  /**
   * The column that a head names, in any of the ways that people write it: with the code, the short
   * or the full name of the intervention; the code or the name of the group, which may be left out
   * where the intervention has only one; "putaran 2" where the campaign has several rounds. Case,
   * spaces and signs do not matter.
   *
   * @returns null when it names none, or more than one.
   */
  column(head: string): Column | null {
    return this.#columns.get(plain(head)) ?? null;
  }

  /** By code, short name or name; the first of the campaign that has it. */
  intervention(text: string): Intervention | null {
    return this.#interventions.get(plain(text)) ?? null;
  }

  /** By code or name; the first of the campaign that has it. */
  targetGroup(text: string): TargetGroup | null {
    return this.#targetGroups.get(plain(text)) ?? null;
  }

  #add(words: ReadonlySet<string>, column: Column): void {
    for (const word of words) this.#columns.set(word, this.#columns.has(word) ? null : column);
  }
}

function addFirst<Named>(known: Map<string, Named>, words: readonly string[], named: Named): void {
  for (const word of words) if (!known.has(word)) known.set(word, named);
}

function roundEnds(campaign: Campaign): { number: number; ends: string[] }[] {
  return campaign.rounds.map(({ number }) => ({
    number,
    ends: ["putaran", "round", "p", "r"].map((word) => `${word}${number}`),
  }));
}
