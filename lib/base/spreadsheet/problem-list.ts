import { cutText } from "@/lib/base/forms/storable-text";
import { limits } from "@/lib/base/limits";

/** What is told as one: the same sentence about the same column. */
type SameProblem = {
  readonly column: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
};

/**
 * The problems of a file: all are counted, and as many are kept as can be told. Those that say the
 * same are told as one, so that many of one kind leave room for the others.
 */
export class ProblemList<Problem extends SameProblem> {
  readonly kept: Problem[] = [];
  readonly #room = new TellingRoom();
  count = 0;

  /** @param isNeeded kept beyond what can be told, because more than telling depends on it. */
  add(problem: Problem, isNeeded = false): void {
    this.count += 1;
    if (this.#room.takes(problem) || isNeeded) this.kept.push(problem);
  }
}

/** How many problems can still be told: so many sentences, and so many rows below them. */
export class TellingRoom {
  readonly #said = new Set<string>();
  #rows = 0;

  takes({ column, code, params }: SameProblem): boolean {
    if (this.#rows >= limits.toldProblemRows) return false;
    const key = JSON.stringify([column, code, params]);
    if (!this.#said.has(key)) {
      if (this.#said.size >= limits.problemsPerBatch) return false;
      this.#said.add(key);
    }
    this.#rows += 1;
    return true;
  }
}

/** A text of a file as an answer repeats it: a cell may hold a book. */
export function toldText(text: string): string {
  return text.length > limits.toldText ? `${cutText(text, limits.toldText)}…` : text;
}
