"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef, useState, type FormEvent } from "react";

import type { RegionChoice } from "@/components/account/people/region-field";
import { Button } from "@/components/base/ui/button";
import { draftBody, type CampaignDraft } from "@/lib/campaign/draft";
import { unitsOfDraft } from "@/lib/campaign/draft/units";
import type { ChangeAnswer } from "@/lib/monitor/change-answer";
import { markDraftSent } from "@/lib/base/forms/kept-draft";
import { untouched } from "@/lib/base/forms/form-state";
import { submitKept } from "@/lib/base/forms/submit-kept";

import { CampaignParts } from "./campaign-parts";
import { ChangeListPanel } from "./change-list";
import { EditConflict } from "./edit-conflict";
import type { FormPart } from "./form-part";
import { KeptCampaign } from "./kept-campaign";
import { RejectedSummary, type RejectedInput } from "./rejected-summary";
import type { Areas, StandingUnit } from "./units-editor";
import { useAskedChange } from "./use-asked-change";
import { useCampaignDraft } from "./use-campaign-draft";
import { useRejected, useUnreadable } from "./use-rejected";

/** Changes a campaign. What is typed lives here, so no rejection can lose it. */
export function CampaignForm(props: {
  /** Address of the campaign that is changed. */
  readonly slug: string;
  /** It is put away: what it is can be looked at. */
  readonly isReadOnly: boolean;
  readonly initial: CampaignDraft;
  /** Under which what is half typed is kept. */
  readonly keptName: string;
  readonly standing: readonly StandingUnit[];
  readonly ownDistrict: RegionChoice | null;
  readonly areas: Areas;
  readonly findAreas: (district: string) => Promise<Areas>;
  readonly searchDistricts: (query: {
    readonly text: string;
    readonly levels: readonly string[];
  }) => Promise<readonly RegionChoice[]>;
  /** The tag of what the form shows of a campaign that stands. */
  readonly readAt: string;
  readonly save: (previous: unknown, form: FormData) => Promise<ChangeAnswer>;
}) {
  // Whatever page the answers bring along: what is typed began with this.
  const [opened] = useState({ initial: props.initial, readAt: props.readAt });
  const form = { ...props, ...opened };
  const { draft, areas, district, visit, change, ...choices } = useCampaignDraft(form);
  const [stopped, setStopped] = useState<readonly RejectedInput[]>([]);
  const [state, save, isPending] = useActionState<ChangeAnswer, FormData>(props.save, untouched);
  const asked = useAskedChange(opened, draft, state, choices.replace);
  const summary = useRef<HTMLDivElement>(null);
  const answered = useRejected(state.status === "rejected" ? state.fields : {});
  const rejected = stopped.length > 0 ? stopped : answered;
  const isRejected = stopped.length > 0 || state.status === "rejected";
  const code = stopped.length === 0 && state.status === "rejected" ? state.code : null;
  const part: FormPart = {
    draft,
    change,
    isNew: false,
    problemAt: (path) => rejected.find((each) => each.path === path)?.sentence,
  };
  const units = unitsOfDraft(draft, areas.villages, props.standing);
  const unreadable = useUnreadable(draft, units);
  const isAsking = (asked.conflict?.left ?? 0) > 0;

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
      <input type="hidden" name="kampanye" value={props.slug} />
      <input type="hidden" name="readAt" value={asked.readAt} />
      <input
        type="hidden"
        name="body"
        value={JSON.stringify(draftBody(asked.draft, areas.villages, props.standing))}
      />
      {isRejected ? (
        <RejectedSummary ref={summary} code={code} rejected={rejected} draft={draft} />
      ) : null}
      <KeptCampaign
        name={props.keptName}
        initial={opened.initial}
        base={asked.base}
        draft={draft}
        district={district}
        answer={state}
        restore={(found) => {
          choices.restore(found);
          if (found.base) asked.resume(found.base);
        }}
        discard={choices.discard}
      />
      {asked.conflict ? <EditConflict {...asked.conflict} draft={asked.draft} /> : null}
      {asked.preview ? (
        <ChangeListPanel
          list={asked.preview}
          before={asked.conflict?.others.theirs ?? opened.initial}
          after={asked.draft}
          reason={asked.reason}
          changeReason={asked.changeReason}
          reasonProblem={part.problemAt("reason")}
          isPending={isPending}
          isAsking={isAsking}
          cancel={asked.cancel}
        />
      ) : (
        <fieldset disabled={props.isReadOnly} className="contents">
          <CampaignParts
            {...part}
            {...choices}
            visit={visit}
            areas={areas}
            district={district}
            ownDistrict={props.ownDistrict}
            standing={props.standing}
            searchDistricts={props.searchDistricts}
            rejected={rejected}
            units={units}
          />
          {props.isReadOnly ? null : (
            <Submit isPending={isPending} left={asked.conflict?.left ?? 0} />
          )}
        </fieldset>
      )}
    </form>
  );
}

/** Held back while somebody else's change waits for a choice. */
function Submit(props: {
  readonly isPending: boolean;
  /** Rows without a choice. */
  readonly left: number;
}) {
  const t = useTranslations("campaigns");
  return (
    <>
      {props.left > 0 ? (
        <p className="text-dense text-error">{t("conflict.left", { count: props.left })}</p>
      ) : null}
      <Button
        type="submit"
        variant="primary"
        size="phone"
        disabled={props.isPending || props.left > 0}
        className="justify-self-start"
      >
        {props.isPending ? t("edit.submitting") : t("edit.submit")}
      </Button>
    </>
  );
}
