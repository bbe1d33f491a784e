import type { APIRequestContext } from "@playwright/test";

import { maxRetries } from "./session";

type CoverageRow = {
  readonly code: string;
  readonly name: string;
  readonly intervention: string;
  readonly targetPopulation: number | null;
  readonly dosesAdministered: number;
  readonly needed: number | null;
  readonly reportsReceived: number;
};

/** What the interface for programs says of a campaign; the screens must say the same. */
export async function readCoverage(
  request: APIRequestContext,
  slug: string,
  query: Readonly<Record<string, string>>,
): Promise<{ readonly rows: readonly CoverageRow[]; readonly total: readonly CoverageRow[] }> {
  const answer = await request.get(`/api/v1/campaigns/${slug}/coverage`, {
    params: query,
    maxRetries,
  });
  if (!answer.ok()) throw new Error(await answer.text());
  return (await answer.json()) as { rows: CoverageRow[]; total: CoverageRow[] };
}
