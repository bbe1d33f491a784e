import { randomUUID } from "node:crypto";

import { expect, type APIRequestContext } from "@playwright/test";

import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { maxRetries } from "./session";

type CoverageRow = {
  readonly code: string;
  readonly name: string;
  readonly intervention: string;
  readonly targetPopulation: number | null;
  readonly dosesAdministered: number;
  readonly needed: number | null;
  readonly reportsReceived: number;
  readonly reportsExpected: number;
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

/** Writes through the interface for programs, and answers what it answers. */
export async function write(
  request: APIRequestContext,
  method: "POST" | "PUT",
  address: string,
  data: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const answer = await request.fetch(`/api/v1${address}`, { method, data, headers, maxRetries });
  if (!answer.ok()) throw new Error(`${method} ${address}: ${await answer.text()}`);
  return answer.json();
}

type Counted = {
  readonly unit: string;
  readonly day: CalendarDay;
  /** People of the place by intervention and target group. */
  readonly counts: readonly {
    readonly intervention: string;
    readonly targetGroup: string;
    readonly residents: number;
  }[];
};

/** Sends a day of each unit, and expects all of them to be stored. */
export async function sendReports(
  request: APIRequestContext,
  slug: string,
  counted: readonly Counted[],
): Promise<void> {
  const reports = counted.map(({ unit, day, counts }) => ({
    ...{ id: randomUUID(), unit, day, tallies: counts },
    isAboveTargetConfirmed: true,
  }));
  const answer = await write(request, "POST", `/campaigns/${slug}/daily-reports`, { reports });
  expect(answer).toMatchObject({ results: reports.map(() => ({ outcome: "stored" })) });
}
