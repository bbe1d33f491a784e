"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef, useState, type FormEvent } from "react";

import type { RegionChoice } from "@/components/account/people/region-field";
import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import {
  draftBody,
  changedDraft,
  newDraft,
  proposedSlug,
  unreadableLines,
  type CampaignDraft,
} from "@/lib/campaign/draft";
import { withPreset } from "@/lib/campaign/draft-preset";
import { isPresetName } from "@/lib/campaign/preset";
import { markDraftSent } from "@/lib/base/forms/kept-draft";
import { untouched, type FormState } from "@/lib/base/forms/form-state";
import { submitKept } from "@/lib/base/forms/submit-kept";
import type { Catalogue } from "@/lib/base/i18n/messages";

import { AboutFields } from "./about-fields";
import type { FormPart } from "./form-part";
import { GroupsEditor } from "./groups-editor";
import { InterventionsEditor } from "./interventions-editor";
import { KeptCampaign } from "./kept-campaign";
import { PresetChoice } from "./preset-choice";
import { RoundsEditor } from "./rounds-editor";
import { TermsFields } from "./terms-fields";
import { UnitsEditor, type Areas, type StandingUnit } from "./units-editor";

/** A path of the body, and what is wrong there. */
type Rejected = { readonly path: string; readonly sentence: string };

/** Makes a campaign, or changes one. What is typed lives here, so no rejection can lose it. */
export function CampaignForm(props: {
  /** Address of the campaign that is changed; null: a new one. */
  readonly slug: string | null;
  readonly initial: CampaignDraft;
  /** Under which what is half typed is kept. */
  readonly keptName: string;
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
  const [district, setDistrict] = useState(props.ownDistrict);
  const [filled, setFilled] = useState(props.initial);
  const [stopped, setStopped] = useState<readonly Rejected[]>([]);
  // The field of the kabupaten begins anew with what is put back.
  const [visit, setVisit] = useState(0);
  const [state, save, isPending] = useActionState(props.save, untouched);
  const summary = useRef<HTMLDivElement>(null);
  const isNew = props.slug === null;
  const fields = state.status === "rejected" ? state.fields : {};
  const rejected: readonly Rejected[] =
    stopped.length > 0
      ? stopped
      : Object.entries(fields).flatMap(([path, found]) => {
          const first = found?.[0];
          return first ? [{ path, sentence: problems(first) }] : [];
        });
  const isRejected = stopped.length > 0 || state.status === "rejected";
  const code = stopped.length === 0 && state.status === "rejected" ? state.code : null;
  const part: FormPart = {
    draft,
    change: (changes) =>
      setDraft((standing) =>
        isNew ? changedDraft(standing, changes) : { ...standing, ...changes },
      ),
    problemAt: (path) => rejected.find((each) => each.path === path)?.sentence,
  };
  const words = isNew ? "new" : "edit";

  useEffect(() => {
    if (state.status === "rejected" || stopped.length > 0) summary.current?.focus();
  }, [state, stopped]);

  async function showAreas(chosen: RegionChoice | null) {
    setAreas(chosen ? await props.findAreas(chosen.code) : { subdistricts: [], villages: [] });
  }

  async function chooseDistrict(chosen: RegionChoice | null) {
    const districtCode = chosen?.code ?? "";
    const change = {
      districtCode,
      villages: [],
      timeZone: newDraft(districtCode).timeZone,
      // A preset's name was waiting for its place.
      ...(chosen && isPresetName(draft.name) && { name: `${draft.name} ${chosen.name}` }),
    };
    part.change(change);
    setFilled((before) => ({ ...before, ...change }));
    setDistrict(chosen);
    await showAreas(chosen);
  }

  function send(event: FormEvent<HTMLFormElement>) {
    const lines = unreadableLines(draft);
    const found = (["reportingUnits", "inhabitants"] as const).flatMap((path) =>
      lines[path].length > 0
        ? [{ path, sentence: t("form.linesStop", { lines: lines[path].join(", ") }) }]
        : [],
    );
    setStopped(found);
    if (found.length > 0) {
      event.preventDefault();
      return;
    }
    markDraftSent(props.keptName);
    submitKept(save)(event);
  }

  return (
    <form action={save} onSubmit={send} noValidate className="grid max-w-240 gap-4">
      <input type="hidden" name="kampanye" value={props.slug ?? ""} />
      <input type="hidden" name="body" value={JSON.stringify(draftBody(draft, areas.villages))} />
      {isRejected ? (
        <Banner
          kind="error"
          role="alert"
          ref={summary}
          title={code ? problems(code) : t("form.summary", { count: rejected.length })}
        >
          <ul className="mt-1 list-disc pl-5">
            {rejected.map(({ path, sentence }) => (
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
      <KeptCampaign
        name={props.keptName}
        initial={props.initial}
        draft={draft}
        district={district}
        answer={state}
        restore={(found) => {
          setDraft(found.draft);
          setDistrict(found.district);
          setVisit((count) => count + 1);
          if (found.district && !props.ownDistrict) void showAreas(found.district);
        }}
        discard={() => {
          setDraft(props.initial);
          setFilled(props.initial);
          setDistrict(props.ownDistrict);
          setVisit((count) => count + 1);
          setAreas(props.areas);
        }}
      />
      {isNew ? (
        <PresetChoice
          draft={draft}
          filled={filled}
          choose={(name) => {
            const preset = withPreset(draft, name);
            const title = [preset.name, district?.name].filter(Boolean).join(" ");
            const named = { ...preset, name: preset.name && title };
            const next = { ...named, slug: proposedSlug(named) };
            setDraft(next);
            setFilled(next);
          }}
        />
      ) : null}
      <AboutFields
        {...part}
        isNew={isNew}
        key={visit}
        ownDistrict={props.ownDistrict}
        district={district}
        searchDistricts={(text) => props.searchDistricts({ text, levels: [] })}
        onDistrict={(chosen) => void chooseDistrict(chosen)}
      />
      <TermsFields {...part} isNew={isNew} />
      <RoundsEditor {...part} />
      <GroupsEditor {...part} />
      <InterventionsEditor {...part} />
      <UnitsEditor
        {...part}
        areas={areas}
        standing={props.standing}
        problems={rejected
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

/** "Putaran 2, Mulai": what a rejected path is called on the page. */
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
