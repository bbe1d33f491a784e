"use client";

import { useTranslations } from "next-intl";

import { Banner } from "@/components/base/ui/banner";
import { SelectField, TextField } from "@/components/base/ui/field";
import type { FormState } from "@/lib/base/forms/form-state";
import type { EntryColumn } from "@/lib/report/entry-row";
import type { ChangeReason, ReportReason } from "@/lib/report/schema";
import { formFields, type VillageRejection } from "@/lib/report/village-form";

import { PlainConflict } from "./plain-conflict";
import { isUnsaved, type RowState } from "@/lib/device/entry/row-state";
import type { EntryWords } from "./use-entry-words";

/**
 * The answer to a form that was sent without scripts, or before they were there. It stays until what
 * was rejected is sent, or is not typed any more.
 */
export function PlainRejection(props: {
  readonly answer: FormState<VillageRejection>;
  readonly state: RowState;
  readonly columns: readonly EntryColumn[];
  readonly words: EntryWords;
  readonly onChoose: (kept: "mine" | "theirs") => void;
}) {
  const t = useTranslations("entry");
  const problems = useTranslations("problems");
  const { answer, state, columns, words } = props;
  const unit = state.row.unit.name;
  const tell = (why: string) => (
    <Banner kind="error" role="alert" title={t("rejectedTitle", { unit })}>
      {why}
    </Banner>
  );
  if (answer.status === "untouched") return null;
  if (answer.status === "rejected") return tell(problems(answer.code ?? "invalid"));
  if (state.queued !== null || !isUnsaved(state, columns)) return null;

  const { result } = answer;
  switch (result.kind) {
    case "unreadable": {
      const left = result.fields.filter(
        ({ key, field }) => state.typed[field][key] === result.typed[field][key],
      );
      return left.length === 0
        ? null
        : tell(left.map((field) => words.rejection(result.typed, field)).join(" "));
    }
    case "conflict":
      return (
        <>
          <Banner kind="warning" role="alert" title={t("live.conflict", { unit })} />
          <PlainConflict
            state={state}
            standing={result.standing}
            columns={columns}
            words={words}
            onChoose={props.onChoose}
          />
        </>
      );
    case "rejected":
      return tell(result.problems.map(words.problem).join(" "));
    case "needsAnswer": {
      const codes = result.problems.map(({ code }) => code);
      return (
        <>
          {tell(result.problems.map(words.problem).join(" "))}
          {codes.some((code) => code !== "farAboveTarget") ? (
            <ReasonFields
              isFallen={codes.includes("cumulativeFell")}
              isLater={codes.includes("laterCumulative")}
            />
          ) : null}
          {codes.includes("farAboveTarget") ? <ConfirmField /> : null}
        </>
      );
    }
  }
}

/** What a person chooses from; the other reasons are given by what is done. */
const reasons = [
  "typingError",
  "lateData",
  "recount",
  "wrongPlace",
  "wrongDay",
  "cumulativeFell",
  "other",
] as const satisfies readonly ChangeReason[];

/** The same, where a later cumulative figure may hold the same doses. */
const laterReasons = ["notInLater", "inLater"] as const satisfies readonly ChangeReason[];

/** What the form says about why the report is changed; null: nothing. */
export function reasonIn(form: FormData): ReportReason | null {
  const chosen = form.get(formFields.reason);
  const code = [...reasons, ...laterReasons].find((each) => each === chosen);
  const note = form.get(formFields.reasonNote);
  return code ? { code, ...(typeof note === "string" && note.trim() && { note }) } : null;
}

/** Says that a count far above the target is right. */
function ConfirmField() {
  const t = useTranslations("entry.warning");
  return (
    <fieldset className="rounded-panel border border-line bg-surface px-4 py-2">
      <legend className="sr-only">{t("confirmLegend")}</legend>
      <label className="flex min-h-11 items-center gap-3 text-dense">
        <input
          type="checkbox"
          name={formFields.aboveTarget}
          value="1"
          className="size-5 shrink-0 accent-brand"
        />
        {t("right")}
      </label>
    </fieldset>
  );
}

/** Why the report is changed, as fields of the form itself. */
function ReasonFields(props: { readonly isFallen: boolean; readonly isLater: boolean }) {
  const t = useTranslations("entry.reason");
  const { isLater } = props;
  const isFallen = props.isFallen && !isLater;
  return (
    <fieldset className="grid gap-3 rounded-panel border border-line bg-surface p-4">
      <legend className="sr-only">{t(isLater ? "laterTitle" : "title")}</legend>
      <SelectField
        id="reason"
        name={formFields.reason}
        label={t(isLater ? "laterLegend" : "legend")}
        hint={t(isLater ? "laterText" : isFallen ? "fellText" : "text")}
        defaultValue={isFallen ? "cumulativeFell" : ""}
        required
      >
        <option value="">{t("choose")}</option>
        {(isLater
          ? laterReasons
          : reasons.filter((each) => each !== "cumulativeFell" || isFallen)
        ).map((code) => (
          <option key={code} value={code}>
            {t(`codes.${code}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        id="reason-note"
        name={formFields.reasonNote}
        label={t("noteOptional")}
        {...(!isLater && { hint: t("otherNeedsNote") })}
        maxLength={500}
      />
    </fieldset>
  );
}
