import { AppError } from "@/lib/base/errors";

import { parseCampaignAddress } from "./address";
import type { Campaign, ReportingUnit } from "./campaign";
import { draftBody, draftOf } from "./draft";
import { definitionVersion, type CampaignChange, type CampaignInput } from "./schema";
import { setLinesOf, type UnitSetWithUnits } from "./unit-set/lines";

/**
 * A campaign in the one shape that `POST`, `PUT` and a file of it take: what `campaignInput` reads. Its
 * units are written out, so that nothing of it hangs on which villages a kabupaten has.
 */
export function definitionOf(
  campaign: Campaign,
  units: readonly ReportingUnit[],
  sets: readonly UnitSetWithUnits[],
) {
  const body = draftBody(draftOf(campaign, setLinesOf(sets, units)), [], units);
  return {
    formatVersion: definitionVersion,
    ...without(body, ["removedUnits", "changedUnits", "inhabitants"]),
    timeZone: campaign.timeZone,
    decidingTargetSource: campaign.decidingTargetSource,
    slug: parseCampaignAddress(campaign.slug)?.slug ?? campaign.slug,
    unitEnds: campaign.unitEnds.map(({ unit, until, successors }) => ({
      unit,
      until,
      successors: successors.map(({ code, from }) => ({ unit: code, from })),
    })),
    reportingUnits: units.map(({ code, name, kind, regionCode, office }) => ({
      code,
      name,
      kind,
      regionCode,
      office: office ?? undefined,
    })),
  };
}

/** A copy of an object that has some of its fields not. */
export function without<Whole extends object, Left extends keyof Whole>(
  whole: Whole,
  left: readonly Left[],
): Omit<Whole, Left> {
  const kept = { ...whole };
  for (const name of left) delete kept[name];
  return kept;
}

export type CampaignDefinition = ReturnType<typeof definitionOf>;

/** Files, reports and prints name it. */
const unchangeable = ["slug", "districtCode", "timeZone", "isSample"] as const;

/** Of a definition, and no part of the campaign that it is of. */
const ofFormat = ["formatVersion"] as const;

/**
 * What makes a campaign another one: units of a code that stands are changed, others are added, and
 * those that are left out are taken out. Without a list of units every unit stays.
 *
 * @throws {AppError} `unchangeable` for address, kabupaten, time zone and "is a trial".
 */
export function changeTo(standing: CampaignDefinition, wanted: CampaignInput): CampaignChange {
  const field = unchangeable.find((name) => standing[name] !== wanted[name]);
  if (field !== undefined) throw new AppError("unchangeable", field, field);
  const { reportingUnits, ...rest } = without(wanted, [...unchangeable, ...ofFormat]);
  const former = new Map(standing.reportingUnits.map((unit) => [unit.code, unit]));
  const units = reportingUnits ?? standing.reportingUnits.map((unit) => ({ ...unit }));
  const left = new Set(units.map(({ code }) => code));
  const isOther = (unit: (typeof units)[number]) => {
    const was = former.get(unit.code);
    if (!was) return false;
    const isHeldElsewhere = unit.office !== undefined && unit.office !== (was.office ?? null);
    return (
      isHeldElsewhere ||
      (["name", "kind", "regionCode"] as const).some((name) => was[name] !== unit[name])
    );
  };
  const added = reportingUnits?.filter(({ code }) => !former.has(code)) ?? [];
  return {
    ...rest,
    ...(added.length > 0 && { reportingUnits: added }),
    changedUnits: reportingUnits?.filter(isOther) ?? [],
    removedUnits: [...former.keys()].filter((code) => !left.has(code)),
  };
}
