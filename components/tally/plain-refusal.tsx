"use client";

import { useTranslations } from "next-intl";

import { Banner } from "@/components/ui/banner";
import { SelectField, TextField } from "@/components/ui/field";
import type { FormState } from "@/lib/forms/form-state";
import type { ChangeReason } from "@/lib/tally/schema";
import { formFields, type VillageRefusal } from "@/lib/tally/village-form";

import type { EntryWords } from "./use-entry-words";

/** The answer to a form that was sent without scripts. */
export function PlainRefusal(props: {
  readonly answer: FormState<VillageRefusal>;
  readonly unit: string;
  readonly words: EntryWords;
}) {
  const t = useTranslations("entry");
  const problems = useTranslations("problems");
  const { answer, words } = props;
  if (answer.status === "untouched") return null;
  const why =
    answer.status === "rejected"
      ? problems(answer.code ?? "invalid")
      : answer.result.kind === "unreadable"
        ? answer.result.fields.map((field) => words.refusal(answer.result.typed, field)).join(" ")
        : answer.result.kind === "conflict"
          ? t("conflict.question", {
              who: answer.result.standing.receivedBy ?? t("conflict.someone"),
              time: words.hour(answer.result.standing.receivedAt),
            })
          : answer.result.problems.map((problem) => words.problem(problem)).join(" ");
  const told = (
    <Banner kind="error" role="alert" title={t("refusedTitle", { unit: props.unit })}>
      {why}
    </Banner>
  );
  if (answer.status === "rejected" || answer.result.kind !== "needsReason") return told;
  return (
    <>
      {told}
      <ReasonFields
        isFallen={answer.result.problems.some(({ code }) => code === "cumulativeFell")}
      />
    </>
  );
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

/** Why the report is changed, as fields of the form itself. */
function ReasonFields({ isFallen }: { readonly isFallen: boolean }) {
  const t = useTranslations("entry.reason");
  return (
    <fieldset className="grid gap-3 rounded-panel border border-line bg-surface p-4">
      <legend className="sr-only">{t("title")}</legend>
      <SelectField
        id="reason"
        name={formFields.reason}
        label={t("legend")}
        hint={t(isFallen ? "fellText" : "text")}
        defaultValue={isFallen ? "cumulativeFell" : ""}
        required
      >
        <option value="">{t("choose")}</option>
        {reasons.map((code) => (
          <option key={code} value={code}>
            {t(`codes.${code}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        id="reason-note"
        name={formFields.reasonNote}
        label={t("noteOptional")}
        hint={t("otherNeedsNote")}
        maxLength={500}
      />
    </fieldset>
  );
}
