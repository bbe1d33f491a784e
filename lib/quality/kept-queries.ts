import "server-only";

import type { Campaign } from "@/lib/campaign/campaign";
import type { CalendarDay } from "@/lib/time/calendar-day";

import { readFindings, type Reviewer } from "./queries";
import type { ReviewedFinding } from "./review";

type Kept = {
  readonly version: number;
  readonly readAt: number;
  readonly findings: Promise<readonly ReviewedFinding[]>;
};

/** The last answers, by campaign, region and day; the oldest leaves first. */
const kept = new Map<string, Kept>();

const mostKept = 24;

/** How old the count in the navigation may be while reports keep coming in, in milliseconds. */
const staleAfter = 20_000;

/**
 * `readFindings`, once for each version of the campaign: the page and its navigation ask for the
 * same, and so does the next page while nobody writes.
 */
export async function currentFindings(
  grant: Reviewer,
  campaign: Campaign,
  { today, at }: { readonly today: CalendarDay; readonly at: Date },
): Promise<readonly ReviewedFinding[]> {
  const key = keyOf(grant, campaign, today);
  const known = kept.get(key);
  if (known?.version === campaign.version) return known.findings;

  const findings = readFindings(grant, campaign, today);
  kept.delete(key);
  kept.set(key, { version: campaign.version, readAt: at.getTime(), findings });
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  try {
    return await findings;
  } catch (error) {
    // A failure is not an answer: the next who asks tries anew.
    if (kept.get(key)?.findings === findings) kept.delete(key);
    throw error;
  }
}

/**
 * How many findings are open, for the navigation of every page: while reports come in every second
 * it is worked out once in twenty, so that no page waits for it.
 */
export async function openFindings(
  grant: Reviewer,
  campaign: Campaign,
  moment: { readonly today: CalendarDay; readonly at: Date },
): Promise<number> {
  const known = kept.get(keyOf(grant, campaign, moment.today));
  const isFresh = known !== undefined && moment.at.getTime() - known.readAt < staleAfter;
  const findings = isFresh ? await known.findings : await currentFindings(grant, campaign, moment);
  return findings.filter(({ isExplained }) => !isExplained).length;
}

function keyOf(grant: Reviewer, campaign: Campaign, today: CalendarDay): string {
  return [campaign.districtCode, campaign.id, grant.region, today].join(" ");
}
