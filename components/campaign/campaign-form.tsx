"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef, useState } from "react";

import type { RegionChoice } from "@/components/people/region-field";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import {
  bodyOf,
  changedDraft,
  newDraft,
  proposedSlug,
  withPreset,
  type CampaignDraft,
} from "@/lib/campaign/draft";
import { isPresetName, presetNames } from "@/lib/campaign/preset";
import { untouched, type FormState } from "@/lib/forms/form-state";
import { submitKept } from "@/lib/forms/submit-kept";
import type { Catalogue } from "@/lib/i18n/messages";

import { AboutFields } from "./about-fields";
import type { FormPart } from "./form-part";
import { GroupsEditor } from "./groups-editor";
import { InterventionsEditor } from "./interventions-editor";
import { RoundsEditor } from "./rounds-editor";
import { TermsFields } from "./terms-fields";
import { UnitsEditor, type Areas, type StandingUnit } from "./units-editor";

/** Makes a campaign, or changes one. What is typed lives here, so no refusal can lose it. */
export function CampaignForm(props: {
  /** Address of the campaign that is changed; null: a new one. */
  readonly slug: string | null;
  readonly initial: CampaignDraft;
  readonly standing: readonly StandingUnit[] | null;
  readonly ownDistrict: RegionChoice | null;
  readonly areas: Areas;
  readonly findAreas: (district: string) => Promise<Areas>;
  readonly searchDistricts: (query: {
    readonly text: string;
    readonly levels: readonly string[];
  }) => Promise<readonly RegionChoice[]>;
  readonly save: (previous: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("campaigns");
  const problems = useTranslations("problems");
  const [draft, setDraft] = useState(props.initial);
  const [areas, setAreas] = useState(props.areas);
  const [place, setPlace] = useState(props.ownDistrict?.name ?? "");
  const [state, save, isPending] = useActionState(props.save, untouched);
  const summary = useRef<HTMLDivElement>(null);
  const isNew = props.slug === null;
  const fields = state.status === "rejected" ? state.fields : {};
  const refused = Object.entries(fields).flatMap(([path, found]) => {
    const first = found?.[0];
    return first ? [{ path, sentence: problems(first) }] : [];
  });
  const part: FormPart = {
    draft,
    change: (changes) =>
      setDraft((standing) =>
        isNew ? changedDraft(standing, changes) : { ...standing, ...changes },
      ),
    problemAt: (path) => refused.find((each) => each.path === path)?.sentence,
  };
  const words = isNew ? "new" : "edit";

  useEffect(() => {
    if (state.status === "rejected") summary.current?.focus();
  }, [state]);

  async function chooseDistrict(district: RegionChoice | null) {
    const districtCode = district?.code ?? "";
    part.change({
      districtCode,
      villages: [],
      timeZone: newDraft(districtCode).timeZone,
      // A preset's name was waiting for its place.
      ...(district && isPresetName(draft.name) && { name: `${draft.name} ${district.name}` }),
    });
    setPlace(district?.name ?? "");
    setAreas(district ? await props.findAreas(district.code) : { subdistricts: [], villages: [] });
  }

  return (
    <form action={save} onSubmit={submitKept(save)} noValidate className="grid max-w-240 gap-4">
      <input type="hidden" name="kampanye" value={props.slug ?? ""} />
      <input type="hidden" name="body" value={JSON.stringify(bodyOf(draft, areas.villages))} />
      {state.status === "rejected" ? (
        <Banner
          kind="error"
          role="alert"
          ref={summary}
          title={state.code ? problems(state.code) : t("form.summary", { count: refused.length })}
        >
          <ul className="mt-1 list-disc pl-5">
            {refused.map(({ path, sentence }) => (
              <li key={path}>
                <a
                  href={`#${/^(reportingUnits|inhabitants)/.exec(path)?.[0] ?? path}`}
                  className="underline"
                >
                  {placeOf(path, draft, t)}
                </a>
                : {sentence}
              </li>
            ))}
          </ul>
        </Banner>
      ) : null}
      {isNew ? (
        <Panel title={t("form.preset")} note={t("form.presetNote")}>
          <div className="mt-3 flex flex-wrap gap-2">
            {presetNames.map((name) => (
              <Button
                key={name}
                onClick={() => {
                  const filled = withPreset(draft, name);
                  const title = [filled.name, place].filter(Boolean).join(" ");
                  const next = { ...filled, name: filled.name && title };
                  setDraft({ ...next, slug: proposedSlug(next) });
                }}
              >
                {t(`form.presets.${name}`)}
              </Button>
            ))}
          </div>
        </Panel>
      ) : null}
      <AboutFields
        {...part}
        isNew={isNew}
        ownDistrict={props.ownDistrict}
        searchDistricts={(text) => props.searchDistricts({ text, levels: [] })}
        onDistrict={(district) => void chooseDistrict(district)}
      />
      <TermsFields {...part} isNew={isNew} />
      <RoundsEditor {...part} />
      <GroupsEditor {...part} />
      <InterventionsEditor {...part} />
      <UnitsEditor
        {...part}
        areas={areas}
        standing={props.standing}
        problems={refused
          .filter(({ path }) => /^(reportingUnits|removedUnits)/.test(path))
          .map(({ path, sentence }) => `${placeOf(path, draft, t)}: ${sentence}`)}
      />
      <Button
        type="submit"
        variant="primary"
        size="phone"
        disabled={isPending}
        className="justify-self-start"
      >
        {isPending ? t(`${words}.submitting`) : t(`${words}.submit`)}
      </Button>
    </form>
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
  rounds: "rounds",
  targetGroups: "groups",
  interventions: "interventions",
  reportingUnits: "units",
  removedUnits: "units",
  code: "code",
  coverageGoal: "goal",
  shortName: "shortName",
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
  | "rounds"
  | "groups"
  | "interventions"
  | "units"
  | "code"
  | "goal"
  | "shortName"
>;

/** "Putaran 2, Mulai": what a refused path is called on the page. */
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
