"use client";

import clsx from "clsx";
import { ArrowLeft, ArrowRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useActionState, useEffect, useRef, useState, type FormEvent } from "react";

import type { RegionChoice } from "@/components/account/people/region-field";
import { Button } from "@/components/base/ui/button";
import { useHydrated } from "@/components/base/ui/use-hydrated";
import { untouched, type FormState } from "@/lib/base/forms/form-state";
import type { FieldProblems } from "@/lib/base/forms/problem";
import { reached, type Unreached } from "@/lib/base/forms/reached";
import { submitKept } from "@/lib/base/forms/submit-kept";
import { formats } from "@/lib/base/i18n/format";
import { knownZone, type TimeZone } from "@/lib/base/time/time-zone";
import type { CampaignDraft } from "@/lib/campaign/draft";
import { stepNumber, steps, type Step } from "@/lib/campaign/draft/step";
import { plainName } from "@/lib/campaign/draft/typed-names";
import { unitsOfDraft } from "@/lib/campaign/draft/units";

import { RejectedSummary } from "../rejected-summary";
import { StepFields } from "../step-fields";
import type { Areas } from "../units-editor";
import { useCampaignDraft } from "../use-campaign-draft";
import { useRejected } from "../use-rejected";
import { DraftConflict } from "./draft-conflict";
import { stepFormId } from "./step-rail";
import { useSavedByItself } from "./use-saved-by-itself";

type Answer = FormState<{
  readonly version: number;
  readonly savedAt: string;
  readonly problems: FieldProblems;
}>;
type SavedStepState = Answer | Unreached;

/** One step of a draft. It is saved when it is left, and after two seconds of rest. */
export function StepForm(props: {
  readonly id: string;
  readonly step: Step;
  readonly version: number;
  readonly initial: CampaignDraft;
  /** When the draft was saved last. */
  readonly savedAt: string;
  /** What is wrong in a step that was saved before. */
  readonly problems: FieldProblems;
  /** The kabupaten of who asks; null: they choose one. */
  readonly ownDistrict: RegionChoice | null;
  /** The kabupaten of the draft. */
  readonly district: RegionChoice | null;
  readonly areas: Areas;
  readonly findAreas: (district: string) => Promise<Areas>;
  readonly searchDistricts: Parameters<typeof StepFields>[0]["searchDistricts"];
  readonly save: (previous: SavedStepState, form: FormData) => Promise<Answer>;
}) {
  const t = useTranslations("campaigns.setUp");
  const [action] = useState(() => reached(props.save));
  const [state, save, isPending] = useActionState<SavedStepState, FormData>(action, untouched);
  const { draft, areas, district, visit, change, chooseDistrict } = useCampaignDraft({
    ...props,
    slug: null,
  });
  const isHydrated = useHydrated();
  const version = useVersion(state, props.version);
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const isSent = useSavedByItself({ form, draft, save, state });
  const found = state.status === "saved" ? state.result.problems : props.problems;
  const rejected = useRejected(state.status === "rejected" ? state.fields : found);
  const code = state.status === "rejected" ? state.code : null;
  const isStopped = state.status === "saved" && rejected.length > 0;

  useEffect(() => {
    if (isStopped || code !== null) summary.current?.focus();
  }, [isStopped, code, state]);

  function send(event: FormEvent<HTMLFormElement>) {
    isSent();
    submitKept(save)(event);
  }

  return (
    <form
      id={stepFormId}
      ref={form}
      action={save}
      onSubmit={send}
      noValidate
      className="grid min-w-0 gap-4"
    >
      <input type="hidden" name="konsep" value={props.id} />
      <input type="hidden" name="langkah" value={stepNumber(props.step)} />
      <input type="hidden" name="versi" value={version} />
      <input type="hidden" name="isian" value={JSON.stringify(draft)} />
      {isHydrated ? null : <input type="hidden" name={plainName} value="1" />}
      {code === "draftChanged" ? (
        <DraftConflict ref={summary} />
      ) : code !== null || rejected.length > 0 ? (
        <RejectedSummary
          ref={summary}
          code={code}
          rejected={rejected}
          draft={draft}
          title={t("stillWrong", { count: rejected.length })}
        />
      ) : null}
      <StepFields
        step={props.step}
        draft={draft}
        change={change}
        chooseDistrict={chooseDistrict}
        problemAt={(path) => rejected.find((each) => each.path === path)?.sentence}
        isNew
        visit={visit}
        areas={areas}
        district={district}
        ownDistrict={props.ownDistrict}
        standing={null}
        searchDistricts={props.searchDistricts}
        rejected={rejected}
        units={unitsOfDraft(draft, areas.villages, null)}
      />
      <StepFoot
        step={props.step}
        isPending={isPending}
        isUnreached={state.status === "unreached"}
        savedAt={state.status === "saved" ? state.result.savedAt : props.savedAt}
        zone={knownZone(draft.timeZone)}
      />
    </form>
  );
}

/** The last version that this page knows of: its own saves raise it. */
function useVersion(state: SavedStepState, read: number): number {
  const [version, setVersion] = useState(read);
  const now = state.status === "saved" ? Math.max(version, state.result.version) : version;
  if (now !== version) setVersion(now);
  return now;
}

function StepFoot(props: {
  readonly step: Step;
  readonly isPending: boolean;
  /** The last save did not arrive; it is tried again. */
  readonly isUnreached: boolean;
  readonly savedAt: string;
  readonly zone: TimeZone;
}) {
  const t = useTranslations("campaigns.setUp");
  const f = formats(useLocale());
  const number = stepNumber(props.step);
  const [before, next] = [steps[number - 2], steps[number]];
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4">
      {before ? (
        <Button type="submit" name="ke" value={number - 1} size="phone">
          <ArrowLeft aria-hidden className="size-4" />
          {t(`steps.${before}`)}
        </Button>
      ) : null}
      <p
        role="status"
        className={clsx(
          "max-w-90 text-note",
          props.isUnreached ? "font-medium text-warn" : "text-ink3",
        )}
      >
        {props.isPending
          ? t("saving")
          : props.isUnreached
            ? t("unreached")
            : t("savedAt", { time: f.time(new Date(props.savedAt), props.zone) })}
      </p>
      {next ? (
        <Button type="submit" name="lanjut" value={number + 1} variant="primary" size="phone">
          {t("next", { step: t(`steps.${next}`) })}
          <ArrowRight aria-hidden className="size-4" />
        </Button>
      ) : null}
    </div>
  );
}
