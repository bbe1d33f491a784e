import { useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import { answerField } from "@/lib/campaign/table-reading/answers";
import type { ToldQuestion } from "@/lib/campaign/table-reading/question";

/** So many options are buttons, one press each; more are a list. */
const maxButtons = 4;

/**
 * What a file, or a block that is pasted, leaves open, each answered by one press. What was answered stays, to be answered
 * otherwise. Its controls belong to the form `formId` (`AnswersForm`), wherever they stand.
 */
export function FileQuestions(props: {
  readonly questions: readonly ToldQuestion[];
  readonly formId: string;
  readonly isReading: boolean;
  readonly what?: "file" | "block";
}) {
  const t = useTranslations("sheet.questions");
  const { questions, formId, isReading, what = "file" } = props;
  const open = questions.filter(({ answer }) => answer === null).length;
  if (questions.length === 0) return null;
  return (
    <section
      aria-labelledby={`${formId}-title`}
      className="grid gap-4 rounded-panel border border-warn-line bg-surface p-4 text-dense tablet:px-5"
    >
      <div>
        <h2 id={`${formId}-title`} className="font-semibold">
          {t("title", { open, what })}
        </h2>
        {open > 0 ? <p className="text-note text-ink2">{t("note", { what })}</p> : null}
      </div>
      {questions.map((question) => (
        <fieldset key={question.id} disabled={isReading} className="grid gap-2">
          <legend className="mb-1 font-medium break-words">{question.title}</legend>
          {question.examples.length > 0 ? (
            <p className="text-note break-words text-ink2">{question.examples.join(" · ")}</p>
          ) : null}
          <Options question={question} formId={formId} />
        </fieldset>
      ))}
    </section>
  );
}

function Options({ question, formId }: { question: ToldQuestion; formId: string }) {
  const t = useTranslations("sheet.questions");
  const { id, title, options, suggested, answer } = question;
  const name = answerField(id);
  const labelled = options.map((option) => ({
    ...option,
    label:
      answer === null && option.value === suggested
        ? t("suggested", { label: option.label })
        : option.label,
  }));
  if (options.length > maxButtons) {
    return (
      <div className="flex flex-wrap gap-2">
        <select
          key={answer}
          name={name}
          form={formId}
          aria-label={title}
          defaultValue={answer ?? ""}
          onChange={(event) => event.currentTarget.form?.requestSubmit()}
          className="min-h-11 w-full max-w-120 rounded-control border border-line-strong bg-surface px-3 tablet:min-h-10"
        >
          <option value="">{t("choose")}</option>
          {labelled.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <noscript>
          <Button type="submit" form={formId}>
            {t("again")}
          </Button>
        </noscript>
      </div>
    );
  }
  return (
    <div className="flex flex-wrap gap-2">
      {answer === null ? null : <input type="hidden" name={name} form={formId} value={answer} />}
      {labelled.map(({ value, label }) => (
        <Button
          key={value}
          type="submit"
          size="phone"
          form={formId}
          name={name}
          value={value}
          aria-pressed={value === answer}
          className="max-w-full break-words aria-pressed:border-brand aria-pressed:text-brand"
        >
          {label}
          {value === answer ? " ✓" : ""}
        </Button>
      ))}
    </div>
  );
}
