import type { Intervention, Round } from "@/lib/campaign/campaign";
import type { CoverageCounts } from "@/lib/coverage/coverage";

import type { StatusWord } from "./assessment";

/** How a campaign stands on a day, as far as a change of it could matter. */
export type CampaignLook = {
  readonly rounds: readonly {
    readonly number: Round["number"];
    readonly serviceDays: number;
    /** Reports of all its service days, and of those up to today. */
    readonly due: number;
    readonly dueSoFar: number;
  }[];
  readonly interventions: readonly {
    readonly code: Intervention["code"];
    readonly name: string;
    readonly whole: Look;
    readonly places: readonly (Look & { readonly code: string; readonly name: string })[];
  }[];
};

type Look = {
  readonly counts: CoverageCounts;
  readonly status: StatusWord;
  readonly needed: number | null;
  /** Doses a day that the goal asks for; null: none can be said. */
  readonly perDay: number | null;
  /** Columns of units without a target population. */
  readonly missingTargets: number;
};

/** Of each round the first three; of an intervention the rest. */
export const changedFigures = [
  "serviceDays",
  "due",
  "dueSoFar",
  "needed",
  "perDay",
  "missingTargets",
  "onTrack",
] as const;

/** One figure, now and then. null: there is none. */
type ChangedCount = {
  readonly figure: (typeof changedFigures)[number];
  /** "1", or the name of an intervention. */
  readonly of: string;
  readonly before: number | null;
  readonly after: number | null;
};

export type ChangedStatus = {
  readonly intervention: string;
  readonly code: string;
  readonly name: string;
  readonly counts: CoverageCounts;
  readonly before: StatusWord;
  readonly after: StatusWord;
};

/** What a change of a campaign leads to. */
export type ChangeConsequences = {
  /** Reports that there are. */
  readonly reports: number;
  readonly counts: readonly ChangedCount[];
  /** The campaign's own statuses that change, then those of its places. */
  readonly wholes: readonly ChangedStatus[];
  readonly places: readonly ChangedStatus[];
};

const onTrackWords: ReadonlySet<StatusWord> = new Set(["reached", "onTrack"]);

/**
 * Two looks at a campaign on one day, beside each other. Of rounds every figure is told, also an equal
 * one; of interventions what is another now.
 */
export function changeListOf(
  reports: number,
  before: CampaignLook,
  after: CampaignLook,
): ChangeConsequences {
  const numbers = [...new Set([...before.rounds, ...after.rounds].map(({ number }) => number))];
  const rounds = numbers.flatMap((number) => {
    const [was, is] = [before, after].map((look) =>
      look.rounds.find((each) => each.number === number),
    );
    return (["serviceDays", "due", "dueSoFar"] as const).map((figure) => ({
      figure,
      of: String(number),
      before: was?.[figure] ?? null,
      after: is?.[figure] ?? null,
    }));
  });
  const pairs = after.interventions.map((is) => ({
    is,
    was: before.interventions.find(({ code }) => code === is.code),
  }));
  const figures = pairs.flatMap(({ was, is }): ChangedCount[] =>
    (["needed", "perDay", "missingTargets", "onTrack"] as const)
      .map((figure) => ({
        figure,
        of: is.name,
        before: was ? figureOf(was, figure) : null,
        after: figureOf(is, figure),
      }))
      .filter((count) => count.before !== count.after),
  );
  return {
    reports,
    counts: [...rounds, ...figures],
    wholes: pairs.flatMap(({ was, is }) =>
      changed(is.name, { ...is.whole, code: "", name: is.name }, was?.whole),
    ),
    places: pairs.flatMap(({ was, is }) =>
      is.places.flatMap((place) =>
        changed(
          is.name,
          place,
          was?.places.find(({ code }) => code === place.code),
        ),
      ),
    ),
  };
}

function figureOf(
  { whole, places }: CampaignLook["interventions"][number],
  figure: "needed" | "perDay" | "missingTargets" | "onTrack",
): number | null {
  return figure === "onTrack"
    ? places.filter(({ status }) => onTrackWords.has(status)).length
    : whole[figure];
}

function changed(
  intervention: string,
  is: CampaignLook["interventions"][number]["places"][number],
  was: Look | undefined,
): ChangedStatus[] {
  if (!was || was.status === is.status) return [];
  const { code, name, counts } = is;
  return [{ intervention, code, name, counts, before: was.status, after: is.status }];
}
