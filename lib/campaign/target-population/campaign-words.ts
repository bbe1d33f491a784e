import type { Campaign, Intervention, TargetGroup } from "@/lib/campaign/campaign";

import { plain } from "./column";

/** What a row that names its own intervention and group may write. Built once for a file. */
export class CampaignWords {
  readonly #interventions = new Map<string, Intervention>();
  readonly #targetGroups = new Map<string, TargetGroup>();

  constructor(campaign: Campaign) {
    for (const each of campaign.interventions) {
      addFirst(this.#interventions, [each.code, each.shortName, each.name], each);
    }
    for (const each of campaign.targetGroups) {
      addFirst(this.#targetGroups, [each.code, each.name], each);
    }
  }

  /** By code, short name or name, also as "Kejar OPV"; the first of the campaign that has it. */
  intervention(text: string): Intervention | null {
    const bare = text.replace(/^\s*(kejar|imunisasi|vaksin)\s+/i, "");
    return this.#interventions.get(plain(text)) ?? this.#interventions.get(plain(bare)) ?? null;
  }

  /** By code or name; the first of the campaign that has it. */
  targetGroup(text: string): TargetGroup | null {
    return this.#targetGroups.get(plain(text)) ?? null;
  }
}

function addFirst<Named>(known: Map<string, Named>, words: readonly string[], named: Named): void {
  for (const word of words.map(plain)) if (!known.has(word)) known.set(word, named);
}
