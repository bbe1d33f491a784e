import { getLocale, getTranslations } from "next-intl/server";

import { authorize, type Grant } from "@/lib/account/auth/grant";
import { permits, type Actor } from "@/lib/account/auth/policy";
import { formats } from "@/lib/base/i18n/format";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import { subdistrictsIn } from "@/lib/plan/server/queries";

/** What somebody may plan of a campaign in their own area; null: they read alone. */
export function planGrant(
  actor: Actor,
  { region }: Grant<"coverage:read">,
): Grant<"plan:manage"> | null {
  return region !== null && permits(actor, "plan:manage", region)
    ? authorize(actor, "plan:manage", region)
    : null;
}

/** What places of a campaign are called, as far as they are the reader's. */
export async function planPlaces(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  units: readonly { readonly code: string; readonly name: string }[],
) {
  const [subdistricts, t] = await Promise.all([
    subdistrictsIn(grant, campaign),
    getTranslations("schedule"),
  ]);
  const names = new Map(subdistricts.map(({ code, name }) => [code, name]));
  const unitNames = new Map(units.map(({ code, name }) => [code, name]));
  const setOf = (place: string) =>
    campaign.unitSets.find(({ kind, code }) => `${kind}/${code}` === place);
  return {
    subdistricts,
    /** Of a kecamatan; units of none stand under the kabupaten. */
    nameOf: (code: string) =>
      names.get(code) ?? (code === campaign.districtCode ? campaign.unplacedName : code),
    /** Of a team's base. */
    baseOf: (code: string) =>
      code === campaign.districtCode ? t("wholeDistrict") : (names.get(code) ?? code),
    /** Of a strategy. */
    placeOf: (place: string) =>
      place === campaign.districtCode
        ? t("strategy.whole")
        : (setOf(place)?.name ?? names.get(place) ?? unitNames.get(place) ?? place),
    groupOf: (code: string) =>
      campaign.targetGroups.find((group) => group.code === code)?.name ?? code,
  };
}

export type PlanPlaces = Awaited<ReturnType<typeof planPlaces>>;

/** "11 Oktober sampai 17 Oktober 2021" */
export async function weekWords(days: readonly CalendarDay[]): Promise<string> {
  const t = await getTranslations("schedule");
  const format = formats(await getLocale());
  return t("week", { from: format.monthDay(days[0] ?? ""), to: format.day(days.at(-1) ?? "") });
}
