import { limits } from "@/lib/base/limits";

import type { Answers } from "./question";

/** Before the id of a question, in the name of the form's field. */
const prefix = "answer.";

/** Name of the field that answers a question. */
export function answerField(id: string): string {
  return prefix + id;
}

/** The answers of a form; of two the last counts, and an empty one takes back. */
export function answersOf(form: FormData): Answers {
  const answers = new Map<string, string>();
  for (const [name, value] of form) {
    if (!name.startsWith(prefix) || typeof value !== "string") continue;
    if (answers.size >= limits.fileAnswers) break;
    const id = name.slice(prefix.length);
    if (value === "") answers.delete(id);
    else answers.set(id, value);
  }
  return answers;
}

/** Answers by the names of their fields. */
export function answerFields(answers: Answers): Record<string, string> {
  return Object.fromEntries([...answers].map(([id, value]) => [answerField(id), value]));
}
