import type { Campaign } from "@/lib/campaign/campaign";
import { unplacedCode } from "@/lib/campaign/unplaced";
import { mayNote } from "@/lib/campaign/day-note/place";
import type { CompletenessView } from "@/lib/monitor/completeness/view";
import { regionCode, type RegionCode } from "@/lib/base/region/code";

/**
 * The places that this person may write a note on: the kabupaten first, then its kecamatan; none of a
 * campaign that is put away.
 */
export function notePlaces(
  { root }: CompletenessView,
  { campaign, region }: { readonly campaign: Campaign; readonly region: RegionCode },
): { readonly value: string; readonly label: string }[] {
  if (campaign.isArchived) return [];
  const names = new Map<string, string>([[campaign.districtCode, campaign.districtName]]);
  for (const { subdistrictCode, subdistrictName } of root.units) {
    names.set(subdistrictCode, subdistrictName);
  }
  return [...names].flatMap(([value, label]) =>
    value !== unplacedCode && mayNote(region, regionCode.parse(value), campaign.districtCode)
      ? [{ value, label }]
      : [],
  );
}
