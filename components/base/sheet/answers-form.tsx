"use client";

import { useTranslations } from "next-intl";
import { startTransition, type SubmitEvent } from "react";

/**
 * The form that the controls of `FileQuestions` belong to. With scripts the file that was checked goes
 * with the answers again; without, it is chosen again.
 */
export function AnswersForm(props: {
  readonly id: string;
  /** What was asked beside the file, by the fields' names. */
  readonly fields: Readonly<Record<string, string>>;
  /** Where the answers go without scripts. */
  readonly action?: (form: FormData) => void;
  readonly onAnswer: (answers: FormData) => void;
}) {
  const t = useTranslations("sheet.questions");
  function answer(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const answers = new FormData(event.currentTarget, event.nativeEvent.submitter);
    startTransition(() => props.onAnswer(answers));
  }
  return (
    <form id={props.id} action={props.action} onSubmit={answer}>
      {Object.entries(props.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.action ? (
        <noscript>
          <label>
            {t("file")} <input type="file" name="file" />
          </label>
        </noscript>
      ) : null}
    </form>
  );
}
