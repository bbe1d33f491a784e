"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef, useState, type FormEvent } from "react";

import type { RegionChoice } from "@/components/account/people/region-field";
import { Button } from "@/components/base/ui/button";
import { draftBody, unitsOfDraft, unreadableLines, type CampaignDraft } from "@/lib/campaign/draft";
import { markDraftSent } from "@/lib/base/forms/kept-draft";
import { untouched, type FormState } from "@/lib/base/forms/form-state";
import { submitKept } from "@/lib/base/forms/submit-kept";

import { AboutFields } from "./about-fields";
import type { FormPart } from "./form-part";
import { GroupsEditor } from "./groups-editor";
import { InterventionsEditor } from "./interventions-editor";
import { KeptCampaign } from "./kept-campaign";
import { PresetChoice } from "./preset-choice";
import { RejectedSummary, usePlaceOf, type RejectedInput } from "./rejected-summary";
import { RoundsEditor } from "./rounds-editor";
import { TermsFields } from "./terms-fields";
import { UnitsEditor, type Areas, type StandingUnit } from "./units-editor";
import { UnitSetsEditor } from "./unit-sets-editor";
import { useCampaignDraft } from "./use-campaign-draft";

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
  const isNew = props.slug === null;
  const { draft, areas, district, filled, visit, change, ...choices } = useCampaignDraft(props);
  const [stopped, setStopped] = useState<readonly RejectedInput[]>([]);
  const [state, save, isPending] = useActionState(props.save, untouched);
  const summary = useRef<HTMLDivElement>(null);
  const fields = state.status === "rejected" ? state.fields : {};
  const rejected: readonly RejectedInput[] =
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
    change,
    problemAt: (path) => rejected.find((each) => each.path === path)?.sentence,
  };
  const placeOf = usePlaceOf(draft);
  const units = unitsOfDraft(draft, areas.villages, props.standing);
  const unreadable = useUnreadable(draft, units);
  const words = isNew ? "new" : "edit";

  useEffect(() => {
    if (state.status === "rejected" || stopped.length > 0) summary.current?.focus();
  }, [state, stopped]);

  function send(event: FormEvent<HTMLFormElement>) {
    const found = unreadable();
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
      <input
        type="hidden"
        name="body"
        value={JSON.stringify(draftBody(draft, areas.villages, props.standing))}
      />
      {isRejected ? (
        <RejectedSummary ref={summary} code={code} rejected={rejected} draft={draft} />
      ) : null}
      <KeptCampaign
        name={props.keptName}
        initial={props.initial}
        draft={draft}
        district={district}
        answer={state}
        restore={choices.restore}
        discard={choices.discard}
      />
      {isNew ? <PresetChoice draft={draft} filled={filled} choose={choices.choosePreset} /> : null}
      <AboutFields
        {...part}
        isNew={isNew}
        key={visit}
        ownDistrict={props.ownDistrict}
        district={district}
        searchDistricts={(text) => props.searchDistricts({ text, levels: [] })}
        onDistrict={(chosen) => void choices.chooseDistrict(chosen)}
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
          .map(({ path, sentence }) => `${placeOf(path)}: ${sentence}`)}
      />
      <UnitSetsEditor
        {...part}
        key={`sets ${String(visit)}`}
        units={units}
        problems={rejected
          .filter(({ path }) => path.startsWith("unitSets"))
          .map(({ path, sentence }) => `${placeOf(path)}: ${sentence}`)}
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

/** What cannot be read of lists that are typed as lines: nothing is sent while there is any. */
function useUnreadable(
  draft: CampaignDraft,
  units: Parameters<typeof unreadableLines>[1],
): () => RejectedInput[] {
  const t = useTranslations("campaigns.form");
  return () => {
    const lines = unreadableLines(draft, units);
    return [
      ...(["reportingUnits", "inhabitants"] as const).flatMap((path) =>
        lines[path].length > 0
          ? [{ path, sentence: t("linesStop", { lines: lines[path].join(", ") }) }]
          : [],
      ),
      ...lines.unitSets.map((set) => ({
        path: "unitSets",
        sentence: t("setLinesStop", {
          kind: t(`setKinds.${set.kind}`),
          lines: set.lines.join(", "),
        }),
      })),
    ];
  };
}
