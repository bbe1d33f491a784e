import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import { localDay, type TimeZone } from "@/lib/base/time/time-zone";
import type { Campaign } from "@/lib/campaign/campaign";
import type { AdverseEvent } from "@/lib/safety/adverse-event";

/** What was given, by short names: "MR, OPV". */
export function givenNames(
  { interventions }: Pick<Campaign, "interventions">,
  codes: readonly string[],
): string {
  return codes
    .map((code) => interventions.find((each) => each.code === code)?.shortName ?? code)
    .join(", ");
}

/** What a group of the campaign is called; null: it was not said. */
export function nameOfGroup(
  { targetGroups }: Pick<Campaign, "targetGroups">,
  code: string | null,
): string | null {
  return code === null ? null : (targetGroups.find((each) => each.code === code)?.name ?? code);
}

/** "Serius: Rawat inap", "Tidak serius" */
export function useClassOf() {
  const t = useTranslations("adverseEvents");
  const names = useTranslations("adverseEventForm.criteriaNames");
  return ({ isSerious, criteria }: Pick<AdverseEvent, "isSerious" | "criteria">) => ({
    name: t(isSerious ? "serious" : "mild"),
    criteria: criteria.map((each) => names(each)).join("; "),
  });
}

/** An instant as a day and an hour of the campaign's zone: "4 Juni", "10.00 WIB". */
export function useMoment(zone: TimeZone) {
  const f = formats(useLocale());
  return (instant: string | Date) => {
    const at = new Date(instant);
    const day = localDay(at, zone);
    return { day: f.monthDay(day), shortDay: f.shortDay(day), time: f.time(at, zone) };
  };
}
