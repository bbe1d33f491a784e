import { limits } from "@/lib/limits";

import type { Answers } from "./question";

/** Before the id of a question, in the name of the form's field. */
const prefix = "answer.";

/** Name of the field that answers a question. */
export function answerField(id: string): string {
  return prefix + id;
}

/** The answers of a form; an empty one is none, and of two the last counts. */
export function answersOf(form: FormData): Answers {
  const answers = new Map<string, string>();
  for (const [name, value] of form) {
    if (!name.startsWith(prefix) || typeof value !== "string" || value === "") continue;
    if (answers.size >= limits.fileAnswers) break;
    answers.set(name.slice(prefix.length), value);
  }
  return answers;
}
