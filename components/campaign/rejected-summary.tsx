"use client";

import { useTranslations } from "next-intl";
import type { Ref } from "react";

import { Banner } from "@/components/base/ui/banner";
import type { Catalogue } from "@/lib/base/i18n/messages";
import type { CampaignDraft } from "@/lib/campaign/draft";
import { unitSetKinds } from "@/lib/campaign/unit-set/unit-set";

/** A path of the body, and what is wrong there. */
export type RejectedInput = { readonly path: string; readonly sentence: string };

/** All that is wrong, over the form, each with the way to its field. */
export function RejectedSummary({
  ref,
  code,
  rejected,
  draft,
  title,
  hrefOf,
}: {
  readonly ref: Ref<HTMLDivElement>;
  /** What is wrong with the whole. */
  readonly code: Parameters<ReturnType<typeof useTranslations<"problems">>>[0] | null;
  readonly rejected: readonly RejectedInput[];
  readonly draft: CampaignDraft;
  /** Where nothing was lost: that it is not saved is said when absent. */
  readonly title?: string;
  /** Where a path is typed, when it is on another page. */
  readonly hrefOf?: (path: string) => string;
}) {
  const t = useTranslations("campaigns");
  const problems = useTranslations("problems");
  const placeOf = usePlaceOf(draft);
  return (
    <Banner
      kind="error"
      role="alert"
      ref={ref}
      title={code ? problems(code) : (title ?? t("form.summary", { count: rejected.length }))}
    >
      <ul className="mt-1 list-disc pl-5">
        {rejected.map(({ path, sentence }) => (
          <li key={path}>
            <a href={`${hrefOf?.(path) ?? ""}#${anchorOf(path)}`} className="underline">
              {placeOf(path)}
            </a>
            : {sentence}
          </li>
        ))}
      </ul>
    </Banner>
  );
}

/** Lists that are typed as lines have one field. */
function anchorOf(path: string): string {
  return /^(reportingUnits|changedUnits|inhabitants|unitSets|unitEnds)/.exec(path)?.[0] ?? path;
}

const labels: Readonly<Record<string, FormWord | undefined>> = {
  name: "name",
  slug: "slug",
  legalBasis: "legalBasis",
  sourceName: "sourceName",
  sourceUrl: "sourceUrl",
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
  setLines: "unitSets",
  inhabitantLines: "inhabitants",
  unitEnds: "unitEnds",
  endLines: "unitEnds",
  until: "until",
  successors: "successors",
  unit: "units",
  changedUnits: "changedUnits",
  changedLines: "changedUnits",
  lines: "units",
  villages: "units",
  reason: "reason",
  order: "order",
  groups: "givenTo",
  goal: "goal",
  rounds: "rounds",
  targetGroups: "groups",
  interventions: "interventions",
  reportingUnits: "units",
  office: "office",
  removedUnits: "units",
  units: "units",
  code: "code",
  coverageGoal: "goal",
  goalScope: "goalScope",
  goalFrom: "goalFrom",
  goalDecree: "goalDecree",
  goalReason: "goalReason",
  gates: "gates",
  intervention: "termIntervention",
  targetGroup: "termGroup",
  atLeast: "atLeast",
  shortName: "shortName",
  noun: "noun",
  act: "act",
  gives: "gives",
  rhythm: "rhythm",
  period: "rhythm",
  reportParts: "reportParts",
  minMonths: "minMonths",
  maxMonthsExclusive: "maxMonthsExclusive",
  unitKinds: "unitKinds",
  minGapDays: "minGapDays",
  gapReason: "gapReasonName",
  follows: "follows",
};

type FormWord = keyof Pick<
  Catalogue["campaigns"]["form"],
  | "name"
  | "slug"
  | "legalBasis"
  | "sourceName"
  | "sourceUrl"
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
  | "unitEnds"
  | "until"
  | "successors"
  | "rounds"
  | "groups"
  | "interventions"
  | "units"
  | "office"
  | "changedUnits"
  | "reason"
  | "order"
  | "givenTo"
  | "code"
  | "goal"
  | "goalScope"
  | "goalFrom"
  | "goalDecree"
  | "goalReason"
  | "gates"
  | "termIntervention"
  | "termGroup"
  | "atLeast"
  | "shortName"
  | "noun"
  | "act"
  | "gives"
  | "rhythm"
  | "reportParts"
  | "minMonths"
  | "maxMonthsExclusive"
  | "unitKinds"
  | "minGapDays"
  | "gapReasonName"
  | "follows"
>;

/**
 * "Putaran 2, Sweeping sampai": what a part of a campaign is called whose rows are named by their code
 * or number, not by their place.
 */
export function usePartName(draft: CampaignDraft): (path: string) => string {
  const t = useTranslations("campaigns");
  const setName = (id = "") => {
    const kind = unitSetKinds.find((each) => each === id);
    return kind ? t(`form.setKinds.${kind}`) : id;
  };
  return (path) => {
    const [list = "", id, ...field] = path.split(".");
    const ids =
      list === "rounds"
        ? draft.rounds.map(({ number }) => String(number))
        : (list === "targetGroups" ? draft.groups : draft.interventions).map(({ code }) => code);
    const at = id === undefined ? -1 : ids.indexOf(id);
    if (list === "setLines") return `${t("form.unitSets")}, ${setName(id)}`;
    if (id === undefined || id === "order") return placeOf([list, id].join(" ").trim(), draft, t);
    const row =
      at === -1
        ? list === "rounds"
          ? t("form.round", { number: Number(id) })
          : id
        : placeOf(`${list}.${String(at)}.`, draft, t).replace(/, $/, "");
    return field.length === 0 ? row : `${row}, ${placeOf(field.join("."), draft, t)}`;
  };
}

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
  const [list = "", index, first = "", , last] = path.split(".");
  const field = last ?? first;
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
          : list === "gates"
            ? draft.gates[place]?.name
            : `${label(list)} ${place + 1}`;
  return `${row || `${label(list)} ${place + 1}`}, ${label(field)}`;
}
