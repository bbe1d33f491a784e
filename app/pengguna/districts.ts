import type { Actor } from "@/lib/account/auth/policy";
import { regionLevel, type RegionCode } from "@/lib/base/region/code";
import { campaignsOf } from "@/lib/campaign/server/current";

type District = { readonly code: RegionCode; readonly name: string };

/**
 * The kabupaten whose people and offices somebody manages, and the one that is asked for, else the
 * first. Who sees several has those that have a campaign, one at a time.
 */
export async function districtsOf(
  actor: Actor,
  asked: string | undefined,
): Promise<{ readonly districts: readonly District[]; readonly district: District | undefined }> {
  const districts =
    regionLevel(actor.homeRegion) === "district"
      ? [{ code: actor.homeRegion, name: actor.homeRegionName }]
      : [
          ...new Map(
            (await campaignsOf(actor)).map(({ districtCode, districtName }) => [
              districtCode,
              { code: districtCode, name: districtName },
            ]),
          ).values(),
        ];
  return { districts, district: districts.find(({ code }) => code === asked) ?? districts[0] };
}
