import { Check } from "lucide-react";
import type { ReactNode } from "react";

type NextStep = {
  readonly title: string;
  readonly note: string;
  readonly isDone: boolean;
  readonly action?: ReactNode;
};

/** What is missing, why it matters, and what to do next. Its picture is an empty bar with a goal. */
export function EmptyState(props: {
  readonly title: string;
  readonly children: ReactNode;
  readonly steps?: readonly NextStep[];
  readonly footer?: ReactNode;
}) {
  return (
    <div className="mx-auto max-w-160 py-10 tablet:py-16">
      <svg viewBox="0 0 640 34" className="mb-10 w-full" aria-hidden>
        <rect y="8" width="640" height="18" rx="2" fill="var(--sunken)" />
        <path d="M13 0h12l-6 7zM18 6h3v27h-3z" fill="var(--ink)" />
        <rect x="604" y="3" width="5" height="28" rx="1" fill="var(--ink)" />
      </svg>
      <h1 className="text-title font-semibold">{props.title}</h1>
      <p className="mt-3 text-ink2">{props.children}</p>
      {props.steps ? (
        <ol className="mt-6 border-b border-line">
          {props.steps.map((step, index) => (
            <li
              key={step.title}
              className="flex flex-wrap items-center gap-x-4 gap-y-3 border-t border-line py-3"
            >
              <span
                aria-hidden
                className="grid size-7 shrink-0 place-items-center rounded-pill border border-line-strong text-note font-semibold"
              >
                {step.isDone ? <Check className="size-4 text-reached" /> : index + 1}
              </span>
              <div className="min-w-48 grow basis-0">
                <p>{step.title}</p>
                <p className="text-note text-ink3">{step.note}</p>
              </div>
              {step.action}
            </li>
          ))}
        </ol>
      ) : null}
      {props.footer ? <div className="mt-4">{props.footer}</div> : null}
    </div>
  );
}
