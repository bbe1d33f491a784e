import { useLocale, useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";

import { SheetUpload } from "@/components/base/sheet/sheet-upload";
import { UnreadableNotice } from "@/components/base/sheet/unreadable-notice";
import { Banner } from "@/components/base/ui/banner";
import { DateField } from "@/components/base/ui/date-field";
import { SelectField, TextField } from "@/components/base/ui/field";
import { typedOr, type FormState } from "@/lib/base/forms/form-state";
import type { ImportAnswer, TypedTerms } from "@/lib/campaign/target-population/preview";

/** Whose count, of which day, by which decree, and the file. What was typed stands after a rejection. */
export function TargetImportForm(props: {
  readonly slug: string;
  readonly today: string;
  readonly state: FormState<ImportAnswer>;
  readonly terms: TypedTerms | null;
  readonly isPending: boolean;
  /** Where the form goes without scripts. */
  readonly submit: (form: FormData) => void;
  readonly onCheck: (form: FormData) => Promise<void>;
}) {
  const t = useTranslations("targets.form");
  const files = useTranslations("targets.files");
  const problems = useTranslations("problems");
  const locale = useLocale();
  const [isUnreadable, setUnreadable] = useState(false);
  const { state, terms } = props;
  const answer = state.status === "saved" ? state.result : null;
  const standing = (field: keyof TypedTerms, first = "") =>
    terms?.[field] ?? typedOr(state, field, first);
  const problemOf = (field: string) => {
    const [first] = state.status === "rejected" ? (state.fields[field] ?? []) : [];
    return first && problems(first);
  };

  function check(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setUnreadable(false);
    // A file that was moved or changed since it was chosen cannot be read any more.
    props.onCheck(new FormData(event.currentTarget)).catch(() => setUnreadable(true));
  }

  return (
    <form
      action={props.submit}
      onSubmit={check}
      noValidate
      className="grid max-w-160 gap-5"
      aria-busy={props.isPending}
    >
      <input type="hidden" name="kampanye" value={props.slug} />
      {answer?.kind === "unreadable" ? (
        <UnreadableNotice
          why={files(answer.problem, { detail: answer.detail })}
          fileName={answer.fileName}
          heads={answer.problem === "noHead" ? answer.heads : []}
          attempt={answer.attempt}
        />
      ) : null}
      {isUnreadable ? <Banner kind="error" role="alert" title={files("damaged")} /> : null}
      {state.status === "rejected" && state.code ? (
        <Banner kind="error" role="alert" title={problems(state.code)} />
      ) : null}
      <div className="grid gap-5 tablet:grid-cols-2">
        <SelectField
          key={`source-${standing("source", "local")}`}
          id="source"
          name="source"
          label={t("source")}
          defaultValue={standing("source", "local")}
        >
          <option value="local">{t("local")}</option>
          <option value="pusdatin">{t("pusdatin")}</option>
        </SelectField>
        <DateField
          id="asOf"
          name="asOf"
          locale={locale}
          label={t("asOf")}
          hint={t("asOfHint")}
          max={props.today}
          defaultValue={standing("asOf", props.today)}
          problem={problemOf("asOf")}
        />
        <DateField
          id="inForceFrom"
          name="inForceFrom"
          locale={locale}
          label={t("inForceFrom")}
          hint={t("inForceFromHint")}
          defaultValue={standing("inForceFrom")}
          problem={problemOf("inForceFrom")}
        />
      </div>
      <TextField
        id="decree"
        name="decree"
        label={t("decree")}
        defaultValue={standing("decree")}
        autoComplete="off"
        problem={problemOf("decree")}
      />
      <SheetUpload
        label={t("file")}
        hint={t("whole")}
        tooLarge={files("tooLarge")}
        button={t("submit")}
        isReading={props.isPending}
      />
    </form>
  );
}
