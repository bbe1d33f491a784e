import type { Answers, Question, QuestionKind } from "./question";

export type AskedQuestion = Question & { readonly answer: string | null };

/** What one reading asks, in the order of its steps, held against the answers that came with it. */
export class Asking {
  readonly asked: AskedQuestion[] = [];

  constructor(readonly answers: Answers) {}

  /** The answer; null: there is none yet, or it is no option any more. */
  ask(question: Question): string | null {
    const given = this.answers.get(question.id);
    const answer = question.options.find(({ value }) => value === given)?.value ?? null;
    this.asked.push({ ...question, answer });
    return answer;
  }

  isOpenOf(kind: QuestionKind): boolean {
    return this.asked.some((each) => each.kind === kind && each.answer === null);
  }

  isOpen(): boolean {
    return this.asked.some(({ answer }) => answer === null);
  }
}
