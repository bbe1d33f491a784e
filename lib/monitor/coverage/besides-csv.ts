import type { Campaign } from "@/lib/campaign/campaign";

import type { BesideCount } from "./besides";
import type { CoverageParams } from "./params";
import type { Part } from "./parts";

/** Columns of the file, in order, by the words of the code. */
const besidesColumns = ["code", "name", "round", "kind", "number", "count", "reports"] as const;

/** The words of the reader's language. */
type BesidesTexts = {
  readonly column: (name: (typeof besidesColumns)[number]) => string;
  readonly kind: (kind: BesideCount["kind"]) => string;
  /** What a number is called: a reason, or an intervention. */
  readonly number: (number: Pick<BesideCount, "kind" | "code">) => string;
  /** The line above everything when the figures are invented. */
  readonly sample: string;
};

/** What was answered besides tallies, a line for each part of a place and number; unanswered ones have none. */
export function besidesCsv(
  campaign: Pick<Campaign, "isSample">,
  { round }: Pick<CoverageParams, "round">,
  { counts, parts }: { readonly counts: readonly BesideCount[]; readonly parts: readonly Part[] },
  texts: BesidesTexts,
): (string | number | null)[][] {
  const lines = parts.flatMap(({ code, name }) =>
    counts
      .filter((each) => each.part === code)
      .sort((a, b) => (a.kind === b.kind ? b.count - a.count : a.kind < b.kind ? -1 : 1))
      .map((each) => [
        code,
        name,
        round.number,
        texts.kind(each.kind),
        texts.number(each),
        each.count,
        each.reports,
      ]),
  );
  return [
    ...(campaign.isSample ? [[texts.sample]] : []),
    besidesColumns.map(texts.column),
    ...lines,
  ];
}
