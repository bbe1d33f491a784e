import "server-only";

import { setTimeout } from "node:timers/promises";

import type { Campaign } from "@/lib/campaign/campaign";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { readFindings, type Reviewer } from "./queries";
import type { ReviewedFinding } from "./review";

type Kept = {
  readonly version: number;
  readonly readAt: number;
  readonly findings: Promise<readonly ReviewedFinding[]>;
  /** Open findings as last counted, of this version or of the one before; null: never yet. */
  open: number | null;
  /** Whether `open` is of this version. */
  isCounted: boolean;
};

/** The last answers, by campaign, region and day; the oldest leaves first. */
const kept = new Map<string, Kept>();

const maxKept = 24;

/** How often the count in the navigation is worked out while reports keep coming in, milliseconds. */
const recountAfter = 20_000;

/** How long the first page after a start waits for the count, in milliseconds. */
const firstWait = 300;

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
  const entry: Kept = {
    version: campaign.version,
    readAt: at.getTime(),
    findings,
    open: known?.open ?? null,
    isCounted: false,
  };
  kept.delete(key);
  kept.set(key, entry);
  for (const oldest of kept.keys()) {
    if (kept.size <= maxKept) break;
    kept.delete(oldest);
  }
  try {
    const read = await findings;
    entry.open = read.filter(({ isExplained }) => !isExplained).length;
    entry.isCounted = true;
    return read;
  } catch (error) {
    // A failure is not an answer: the next who asks tries anew.
    if (kept.get(key)?.findings === findings) kept.delete(key);
    throw error;
  }
}

/**
 * How many findings are open, for the navigation of every page, which never waits for eleven rules:
 * it is the number last counted, and where the campaign was written to since, it is counted anew
 * beside the page, once in twenty seconds at most. The next page has it. null: not counted yet.
 */
export async function openFindings(
  grant: Reviewer,
  campaign: Campaign,
  moment: { readonly today: CalendarDay; readonly at: Date },
): Promise<number | null> {
  const key = keyOf(grant, campaign, moment.today);
  const known = kept.get(key);
  const isDue =
    known === undefined ||
    (known.version !== campaign.version &&
      known.isCounted &&
      moment.at.getTime() - known.readAt >= recountAfter);
  const counting = isDue ? counted(grant, campaign, moment) : known.findings.catch(() => null);
  if ((known?.open ?? null) === null) await Promise.race([counting, setTimeout(firstWait)]);
  return kept.get(key)?.open ?? null;
}

/** Nobody waits for it, so nobody else would hear that it failed. */
async function counted(...asked: Parameters<typeof currentFindings>): Promise<void> {
  try {
    await currentFindings(...asked);
  } catch (error) {
    console.error("findings were not counted", error);
  }
}

function keyOf(grant: Reviewer, campaign: Campaign, today: CalendarDay): string {
  return [campaign.districtCode, campaign.id, grant.region, today].join(" ");
}
