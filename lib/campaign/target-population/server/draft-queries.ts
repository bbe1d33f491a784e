import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { isWithin } from "@/lib/base/region/code";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { targetSources, type Campaign, type TargetSource } from "@/lib/campaign/campaign";
import { cellKey } from "@/lib/campaign/target-population/row-check";
import { readRows } from "@/lib/server/db/read";

const draftRow = z.object({
  source: z.enum(targetSources),
  asOf: z.iso.date(),
  copiedFrom: z.string(),
  cells: z.array(z.tuple([z.string(), z.string(), z.string(), z.int(), z.int()])),
});

/** Target populations that divide nothing yet, with what they add up to in each column. */
export type TargetDraft = {
  readonly source: TargetSource;
  readonly asOf: CalendarDay;
  /** Name of the campaign that they were copied from. */
  readonly copiedFrom: string;
  /** Numbers that fit the campaign, and those that do not any more. */
  readonly fits: number;
  readonly leftOut: number;
  readonly sums: readonly {
    readonly intervention: string;
    readonly targetGroup: string;
    /** 0: of every round. */
    readonly round: number;
    readonly places: number;
    readonly people: number;
  }[];
};

/**
 * The drafts of a campaign, for who holds its whole kabupaten.
 *
 * @param units codes of its reporting units.
 */
export async function listTargetDrafts(
  grant: Grant<"target:import">,
  campaign: Campaign,
  units: ReadonlySet<string>,
): Promise<TargetDraft[]> {
  if (!isWithin(campaign.districtCode, grant.region)) return [];
  const rows = await readRows(draftRow)`
    SELECT source, as_of::text AS "asOf", copied_from AS "copiedFrom", cells
    FROM target_draft
    WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
    ORDER BY source`;
  return rows.map(({ cells, ...draft }) => ({ ...draft, ...summed(cells, campaign, units) }));
}

type Cells = z.infer<typeof draftRow>["cells"];

function summed(
  cells: Cells,
  { interventions, rounds }: Campaign,
  units: ReadonlySet<string>,
): Pick<TargetDraft, "fits" | "leftOut" | "sums"> {
  const columns = new Map(interventions.map(({ code, targetGroups }) => [code, targetGroups]));
  const sums = new Map<string, { places: number; people: number } & Cell>();
  let fits = 0;
  for (const [unit, intervention, targetGroup, round, people] of cells) {
    // A larger place with a figure of its own has the code of an area, and is no unit.
    const isPlace = units.has(unit) || unit.length <= "62.03.01".length;
    const isRound = round === 0 || rounds.some(({ number }) => number === round);
    if (!isPlace || !isRound || !columns.get(intervention)?.includes(targetGroup)) continue;
    fits += 1;
    const key = cellKey({ unit: "", intervention, targetGroup, round });
    const sum = sums.get(key) ?? { intervention, targetGroup, round, places: 0, people: 0 };
    sums.set(key, { ...sum, places: sum.places + 1, people: sum.people + people });
  }
  return { fits, leftOut: cells.length - fits, sums: [...sums.values()] };
}

type Cell = {
  readonly intervention: string;
  readonly targetGroup: string;
  readonly round: number;
};
