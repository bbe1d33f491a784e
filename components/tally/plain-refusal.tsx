"use client";

import { useTranslations } from "next-intl";

import { Banner } from "@/components/ui/banner";
import type { FormState } from "@/lib/forms/form-state";
import type { VillageRefusal } from "@/lib/tally/village-form";

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
  return (
    <Banner kind="error" role="alert" title={t("refusedTitle", { unit: props.unit })}>
      {why}
    </Banner>
  );
}
