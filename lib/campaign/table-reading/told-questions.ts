import type { useTranslations } from "next-intl";

import { toldText } from "@/lib/base/spreadsheet/problem-list";

import type { AskedQuestion } from "./asking";
import type { QuestionOption, ToldQuestion } from "./question";

export type ReadingText = ReturnType<typeof useTranslations<"tableReading">>;

/** The questions of a reading in the language of `t` (namespace `tableReading`). */
export function toldQuestions(t: ReadingText, asked: readonly AskedQuestion[]): ToldQuestion[] {
  return asked.map(({ id, kind, params, about, examples, options, suggested, answer }) => ({
    id,
    title: t(`questions.${kind}`, { ...params, ...(about && { about: optionLabel(t, about) }) }),
    examples: examples.map(toldText),
    options: options.map((option) => ({ value: option.value, label: optionLabel(t, option) })),
    suggested,
    answer,
  }));
}

/** An option in the language of `t`. */
export function optionLabel(t: ReadingText, option: QuestionOption): string {
  return "text" in option ? toldText(option.text) : t(`options.${option.word}`, option.params);
}
