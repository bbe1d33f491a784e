import type { CampaignDraft } from "@/lib/campaign/draft";

/** What each part of the campaign's form is given. */
export type FormPart = {
  readonly draft: CampaignDraft;
  readonly change: (part: Partial<CampaignDraft>) => void;
  /** Whether the campaign is not made yet: each of its steps is a form of its own. */
  readonly isNew: boolean;
  /** The sentence of a rejection at a path of the body, such as `rounds.0.startsOn`. */
  readonly problemAt: (path: string) => string | undefined;
};

/** The list with one of its rows changed. */
export function changed<Row extends { readonly key: number }>(
  rows: readonly Row[],
  key: number,
  part: Partial<Row>,
): Row[] {
  return rows.map((row) => (row.key === key ? { ...row, ...part } : row));
}
