"use client";

import { useTranslations } from "next-intl";
import type { Ref } from "react";

import { Banner } from "@/components/base/ui/banner";
import type { Catalogue } from "@/lib/base/i18n/messages";
import type { CampaignDraft } from "@/lib/campaign/draft";

/** A path of the body, and what is wrong there. */
export type RejectedInput = { readonly path: string; readonly sentence: string };

/** All that is wrong, over the form, each with the way to its field. */
export function RejectedSummary({
  ref,
  code,
  rejected,
  draft,
}: {
  readonly ref: Ref<HTMLDivElement>;
  /** What is wrong with the whole. */
  readonly code: Parameters<ReturnType<typeof useTranslations<"problems">>>[0] | null;
  readonly rejected: readonly RejectedInput[];
  readonly draft: CampaignDraft;
}) {
  const t = useTranslations("campaigns");
  const problems = useTranslations("problems");
  const placeOf = usePlaceOf(draft);
  return (
    <Banner
      kind="error"
      role="alert"
      ref={ref}
      title={code ? problems(code) : t("form.summary", { count: rejected.length })}
    >
      <ul className="mt-1 list-disc pl-5">
        {rejected.map(({ path, sentence }) => (
          <li key={path}>
            <a
              href={`#${/^(reportingUnits|inhabitants|unitSets)/.exec(path)?.[0] ?? path}`}
              className="underline"
            >
              {placeOf(path)}
            </a>
            : {sentence}
          </li>
        ))}
      </ul>
    </Banner>
  );
}

const labels: Readonly<Record<string, FormWord | undefined>> = {
  name: "name",
  slug: "slug",
  legalBasis: "legalBasis",
  districtCode: "district",
  startsOn: "startsOn",
  endsOn: "endsOn",
  sweepingEndsOn: "sweepingEndsOn",
  timeZone: "timeZone",
  reportCutOff: "reportCutOff",
  usualDeviations: "usualDeviations",
  mostTargetShare: "mostTargetShare",
  inhabitants: "inhabitants",
  unitSets: "unitSets",
  rounds: "rounds",
  targetGroups: "groups",
  interventions: "interventions",
  reportingUnits: "units",
  removedUnits: "units",
  units: "units",
  code: "code",
  coverageGoal: "goal",
  shortName: "shortName",
  noun: "noun",
  act: "act",
  gives: "gives",
  minMonths: "minMonths",
  maxMonthsExclusive: "maxMonthsExclusive",
  minGapDays: "minGapDays",
  gapReason: "gapReasonName",
  follows: "follows",
};

type FormWord = keyof Pick<
  Catalogue["campaigns"]["form"],
  | "name"
  | "slug"
  | "legalBasis"
  | "district"
  | "startsOn"
  | "endsOn"
  | "sweepingEndsOn"
  | "timeZone"
  | "reportCutOff"
  | "usualDeviations"
  | "mostTargetShare"
  | "inhabitants"
  | "unitSets"
  | "rounds"
  | "groups"
  | "interventions"
  | "units"
  | "code"
  | "goal"
  | "shortName"
  | "noun"
  | "act"
  | "gives"
  | "minMonths"
  | "maxMonthsExclusive"
  | "minGapDays"
  | "gapReasonName"
  | "follows"
>;

/** "Putaran 2, Mulai": what a rejected path is called on the page. */
export function usePlaceOf(draft: CampaignDraft): (path: string) => string {
  const t = useTranslations("campaigns");
  return (path) => placeOf(path, draft, t);
}

function placeOf(
  path: string,
  draft: CampaignDraft,
  t: ReturnType<typeof useTranslations<"campaigns">>,
): string {
  const [list = "", index, field = ""] = path.split(".");
  const label = (name: string) => {
    const word = labels[name];
    return word ? t(`form.${word}`) : name;
  };
  if (index === undefined) return label(list);
  const place = Number(index);
  const row =
    list === "rounds"
      ? t("form.round", { number: draft.rounds[place]?.number ?? place + 1 })
      : list === "targetGroups"
        ? draft.groups[place]?.name
        : list === "interventions"
          ? draft.interventions[place]?.name
          : `${label(list)} ${place + 1}`;
  return `${row || `${label(list)} ${place + 1}`}, ${label(field)}`;
}
