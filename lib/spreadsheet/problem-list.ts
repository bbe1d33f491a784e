import { cutText } from "@/lib/forms/storable-text";
import { limits } from "@/lib/limits";

/** The problems of a file: all are counted, and as many are kept as can be told. */
export class ProblemList<Problem> {
  readonly kept: Problem[] = [];
  count = 0;

  /** @param isNeeded kept beyond what can be told, because more than telling depends on it. */
  add(problem: Problem, isNeeded = false): void {
    this.count += 1;
    if (isNeeded || this.kept.length < limits.problemsPerBatch) this.kept.push(problem);
  }
}

/** A text of a file as an answer repeats it: a cell may hold a book. */
export function toldText(text: string): string {
  return text.length > limits.toldText ? `${cutText(text, limits.toldText)}…` : text;
}
