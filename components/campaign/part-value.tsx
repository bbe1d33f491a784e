import { useLocale, useMessages, useTranslations } from "next-intl";

import { isAct, isGiven, isNoun } from "@/lib/base/i18n/wording";
import { formats, noData } from "@/lib/base/i18n/format";
import { isCalendarDay } from "@/lib/base/time/calendar-day";
import { isRecord } from "@/lib/base/forms/unknown-object";
import type { CampaignDraft } from "@/lib/campaign/draft";
import { namedSets } from "@/lib/campaign/unit-set/lines";
import { typedSet } from "@/lib/campaign/unit-set/unit-set";
import { askedParts } from "@/lib/campaign/report-parts";
import { periods } from "@/lib/campaign/rhythm";
import { unitKinds } from "@/lib/campaign/unit-kind";

/** What stands in a part of a campaign, as people read it: days as days, groups by their names. */
export function usePartValue(draft: CampaignDraft): (path: string, value: string | null) => string {
  const f = formats(useLocale());
  const { words } = useMessages();
  const t = useTranslations("campaigns");
  const heads = useTranslations("places.heads");
  return (path, value) => {
    if (value === null || value === "") return noData;
    if (isCalendarDay(value)) return f.day(value);
    const field = path.split(".").at(-1);
    if (field === "reportCutOff") return f.hour(value);
    if (field === "noun" && isNoun(value)) return words.nouns[value].one;
    if (field === "act" && isAct(value)) return words.acts[value];
    if (field === "gives" && isGiven(value)) return words.gives[value].one;
    if (field === "goalScope" && isScope(value)) return t(`form.goalChoice.scopes.${value}`);
    if (field === "rhythm" && isRhythm(value)) return t(`rhythm.${value}`);
    if (field === "reportParts") {
      const named = askedParts.filter((part) => value.includes(`"${part}"`));
      return named.length === 0 ? noData : named.map((part) => t(`parts.${part}`)).join(", ");
    }
    if (field === "groupsAdd") return t(value === "true" ? "conflict.yes" : "conflict.no");
    if (field === "follows") {
      return draft.interventions.find(({ code }) => code === value)?.name ?? value;
    }
    if (field === "unitKinds") {
      const named = unitKinds.filter((kind) => value.includes(`"${kind}"`));
      return named.length === 0
        ? t("form.unitKindsAll")
        : named.map((kind) => heads(kind)).join(", ");
    }
    return namesIn(value, draft) ?? value;
  };
}

/** A list of codes, or a row that came or went, by the names of it; null: something else. */
function namesIn(value: string, { groups, interventions, setLines }: CampaignDraft): string | null {
  if (!/^[[{]/.test(value)) return null;
  const read: unknown = JSON.parse(value);
  const sets = namedSets(setLines).map(({ name, ...set }) => [typedSet(set), name] as const);
  const names = new Map([
    ...[...groups, ...interventions].map(({ code, name }) => [code, name] as const),
    ...sets,
  ]);
  const nameOf = (code: unknown) => (typeof code === "string" ? (names.get(code) ?? code) : "");
  if (Array.isArray(read)) {
    return read.map((each) => (isRecord(each) ? termText(each, nameOf) : nameOf(each))).join(", ");
  }
  const { name, startsOn, endsOn } = Object(read) as Readonly<Record<string, unknown>>;
  return [name, startsOn, endsOn].filter((each) => typeof each === "string").join(" ");
}

/** What a gate asks for. */
function termText(
  { intervention, group, unitSet, atLeast }: Readonly<Record<string, unknown>>,
  nameOf: (code: unknown) => string,
): string {
  const of = [intervention, group, unitSet].map(nameOf).filter((name) => name !== "");
  return `${of.join(" · ")} ≥ ${String(atLeast)}%`;
}

function isScope(value: string): value is CampaignDraft["interventions"][number]["goalScope"] {
  return value === "each" || value === "whole" || value === "none";
}

function isRhythm(value: string): value is "daily" | "sessions" | (typeof periods)[number] {
  return ["daily", "sessions", ...periods].includes(value);
}
