import clsx from "clsx";
import { Check, ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";

import { stepNumber, steps, type Step } from "@/lib/campaign/draft/step";

type RailStep = {
  readonly step: Step;
  readonly state: "open" | "done" | "wrong";
  readonly problems: number;
  /** Its content in a line. */
  readonly summary: string;
};

/** The id of the form that every step of the rail saves first. */
export const stepFormId = "langkah";

/** The six steps in free order, each with what stands in it: going to another one saves this one. */
export function StepRail(props: { readonly current: Step; readonly steps: readonly RailStep[] }) {
  const t = useTranslations("campaigns.setUp");
  const number = stepNumber(props.current);
  return (
    <nav aria-label={t("steps.label")}>
      {/* What Enter in a field presses: it saves, and goes nowhere. */}
      <button type="submit" form={stepFormId} hidden aria-hidden tabIndex={-1} />
      <details className="group rounded-panel border border-line bg-surface desktop:hidden">
        <summary className="flex min-h-11 items-center justify-between gap-3 px-4 text-dense font-semibold">
          {t("stepOf", { number, all: steps.length, name: t(`steps.${props.current}`) })}
          <ChevronDown aria-hidden className="size-4 group-open:rotate-180" />
        </summary>
        <List {...props} />
      </details>
      <div className="hidden overflow-hidden rounded-panel border border-line bg-surface desktop:block">
        <List {...props} />
      </div>
    </nav>
  );
}

function List({ current, steps: rail }: Parameters<typeof StepRail>[0]) {
  const t = useTranslations("campaigns.setUp");
  return (
    <ol>
      {rail.map(({ step, state, problems, summary }) => (
        <li key={step}>
          <button
            type="submit"
            form={stepFormId}
            name="ke"
            value={stepNumber(step)}
            aria-current={step === current ? "step" : undefined}
            className={clsx(
              "flex min-h-11 w-full items-start gap-3 border-l-4 px-4 py-2.5 text-left text-dense hover:bg-sunken",
              step === current ? "border-brand bg-sunken" : "border-transparent",
            )}
          >
            <span
              aria-hidden
              className={clsx(
                "grid size-6 shrink-0 place-items-center rounded-pill border text-note font-semibold",
                state === "done" && "border-reached bg-reached-tint text-reached",
                state === "wrong" && "border-error-line text-error",
                state === "open" && "border-line-strong",
              )}
            >
              {state === "done" ? <Check className="size-3.5" /> : stepNumber(step)}
            </span>
            <span className="min-w-0">
              <span className="block font-semibold">{t(`steps.${step}`)}</span>
              <span className="block text-note wrap-anywhere text-ink3">{summary}</span>
              {state === "wrong" ? (
                <span className="block text-note font-medium text-error">
                  {t("wrong", { count: problems })}
                </span>
              ) : null}
              {state === "done" ? <span className="sr-only">{t("done")}</span> : null}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
