import type { useTranslations } from "next-intl";

import { toldText } from "@/lib/spreadsheet/problem-list";

import type { AskedQuestion } from "./asking";
import type { QuestionOption, ToldQuestion } from "./question";

type ReadingText = ReturnType<typeof useTranslations<"tableReading">>;

/** The questions of a reading in the language of `t` (namespace `tableReading`). */
export function toldQuestions(t: ReadingText, asked: readonly AskedQuestion[]): ToldQuestion[] {
  return asked.map(({ id, kind, params, examples, options, suggested, answer }) => ({
    id,
    title: t(`questions.${kind}`, params),
    examples: examples.map(toldText),
    options: options.map((option) => ({ value: option.value, label: labelOf(t, option) })),
    suggested,
    answer,
  }));
}

function labelOf(t: ReadingText, option: QuestionOption): string {
  return "text" in option ? toldText(option.text) : t(`options.${option.word}`, option.params);
}
