import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { whyNoSum, type NotAddedReason } from "@/lib/campaign/figure";

import { findRoot, type Root } from "@/lib/monitor/coverage/place";
import type { SetGrouping } from "@/lib/campaign/unit-set/unit-set";
import { listPlacedUnits } from "@/lib/monitor/coverage/server/queries";
import type { SourceParams } from "@/lib/monitor/source/params";
import { readSources } from "./queries";
import type { SourceReport, SourceSums } from "@/lib/monitor/source/shape";
import { readTargetLines, type TargetLine } from "./target-queries";

/** What is behind a number: reports, or lines of a target population. */
export type SourceReading = { readonly root: Root } & (
  | {
      readonly kind: "doses";
      readonly sums: SourceSums;
      readonly reports: readonly SourceReport[];
      /** Why sums, of a report too, mean nothing here and are not to be shown; null: they do. */
      readonly notAdded: NotAddedReason | null;
    }
  | {
      readonly kind: "people";
      readonly sums: { readonly lines: number; readonly people: number };
      readonly lines: readonly TargetLine[];
    }
);

/**
 * The list behind a number, in two statements.
 *
 * @returns null when the place is not there for this person.
 */
export async function readSource(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  { of, coverage }: Pick<SourceParams, "of" | "coverage">,
  page: {
    readonly limit: number;
    readonly offset: number;
    /** The kind of sets that the place is one of; null: it is none. */
    readonly sets: SetGrouping | null;
  },
): Promise<SourceReading | null> {
  const readable = await listPlacedUnits(grant, campaign, page.sets);
  const root = findRoot(readable, {
    region: grant.region,
    officeName: grant.actor.office?.name,
    named: of.place ?? undefined,
    district: campaign,
    sets: page.sets,
  });
  if (!root) return null;

  const { round } = coverage;
  const asked = { round, targetGroup: of.targetGroup ?? null };
  if (of.target !== undefined) {
    const intervention = coverage.intervention.code;
    const query = { ...asked, root, intervention, source: of.target, on: coverage.on };
    return { root, kind: "people", ...(await readTargetLines(grant, campaign, query, page)) };
  }
  const query = {
    ...asked,
    units: root.units.map(({ code }) => code),
    intervention: of.intervention,
    from: of.from ?? null,
    to: of.to ?? null,
    isUnverified: of.isUnverified ?? false,
  };
  const reading = await readSources(grant, campaign, query, page);
  return { root, kind: "doses", ...reading, notAdded: whyNoSum(campaign, query) };
}
