import type { ReactNode } from "react";

/** A question, its answer in words, and a sentence with the counts. */
export function AnswerCell(props: {
  readonly number: number;
  readonly question: string;
  readonly answer: ReactNode;
  readonly tone?: "bad" | "unknown";
  readonly children: ReactNode;
}) {
  const tones = { bad: "text-behind", unknown: "text-ink3" };
  return (
    <div className="min-w-0 px-4 py-4 tablet:px-5">
      <h2 className="text-note text-ink3">
        {props.number} · {props.question}
      </h2>
      <p
        className={`text-figure-phone font-semibold wrap-anywhere ${props.tone ? tones[props.tone] : ""}`}
      >
        {props.answer}
      </p>
      <div className="mt-1 grid gap-1 text-dense text-ink2">{props.children}</div>
    </div>
  );
}
