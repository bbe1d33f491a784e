import { useLocale, useMessages } from "next-intl";

import { isAct, isGiven, isNoun } from "@/lib/base/i18n/wording";
import { formats, noData } from "@/lib/base/i18n/format";
import { isCalendarDay } from "@/lib/base/time/calendar-day";
import type { CampaignDraft } from "@/lib/campaign/draft";

/** What stands in a part of a campaign, as people read it: days as days, groups by their names. */
export function usePartValue(draft: CampaignDraft): (path: string, value: string | null) => string {
  const f = formats(useLocale());
  const { words } = useMessages();
  return (path, value) => {
    if (value === null || value === "") return noData;
    if (isCalendarDay(value)) return f.day(value);
    const field = path.split(".").at(-1);
    if (field === "reportCutOff") return f.hour(value);
    if (field === "noun" && isNoun(value)) return words.nouns[value].one;
    if (field === "act" && isAct(value)) return words.acts[value];
    if (field === "gives" && isGiven(value)) return words.gives[value].one;
    if (field === "follows") {
      return draft.interventions.find(({ code }) => code === value)?.name ?? value;
    }
    return namesIn(value, draft) ?? value;
  };
}

/** A list of codes, or a row that came or went, by the names of it; null: something else. */
function namesIn(value: string, { groups, interventions }: CampaignDraft): string | null {
  if (!/^[[{]/.test(value)) return null;
  const read: unknown = JSON.parse(value);
  const names = new Map([...groups, ...interventions].map(({ code, name }) => [code, name]));
  if (Array.isArray(read))
    return read.map((code) => names.get(String(code)) ?? String(code)).join(", ");
  const { name, startsOn, endsOn } = Object(read) as Readonly<Record<string, unknown>>;
  return [name, startsOn, endsOn].filter((each) => typeof each === "string").join(" ");
}
