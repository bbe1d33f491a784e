import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import type { FirstStep, FirstStepKey } from "@/lib/monitor/first-steps/steps";

/** The steps to the first report: what is done, what is missing, and the way on. */
export function FirstStepsList(props: {
  readonly steps: readonly FirstStep[];
  /** What stands in the data of a step: "17 kecamatan, 231 desa". */
  readonly notes: Readonly<Record<FirstStepKey, string>>;
  readonly actions: Readonly<Partial<Record<FirstStepKey, ReactNode>>>;
}) {
  const t = useTranslations("firstSteps");
  const { steps } = props;
  const done = steps.filter(({ state }) => state === "done").length;
  return (
    <div className="max-w-180">
      <div
        aria-hidden
        className="relative h-4 rounded-cell bg-sunken print:border print:border-line"
      >
        <div
          className="h-full rounded-cell bg-brand"
          style={{ width: `${String((done / steps.length) * 100)}%` }}
        />
        <div className="absolute -inset-y-1 right-2 w-1 rounded-cell bg-ink" />
      </div>
      <h1 className="mt-6 text-verdict-phone font-semibold tablet:text-title">
        {t("title", { count: steps.length - done })}
      </h1>
      <p className="mt-1 text-ink2">{t(done === steps.length ? "going" : "intro")}</p>
      <ol className="mt-5 border-b border-line">
        {steps.map((step) => (
          <li
            key={step.key}
            aria-current={step.state === "next" ? "step" : undefined}
            className="flex flex-wrap items-center gap-x-4 gap-y-3 border-t border-line py-4"
          >
            <Mark step={step} />
            <div className="min-w-48 grow basis-0">
              <h2 className="font-medium">
                {t(`steps.${step.key}`)}
                {step.state === "done" ? <span className="sr-only">, {t("done")}</span> : null}
              </h2>
              <p className="text-note text-ink3">{props.notes[step.key]}</p>
              {step.state === "done" || step.state === "waits"
                ? null
                : step.missing.map(({ name, count }) => (
                    <p key={name} className="text-note font-medium text-warn">
                      {t(`missing.${name}`, { count })}
                    </p>
                  ))}
            </div>
            <div className="flex flex-wrap gap-2 text-dense">
              {step.after === null ? (
                (props.actions[step.key] ?? (step.state === "done" ? <Done /> : null))
              ) : (
                <span className="text-ink3">{t("waits", { number: step.after })}</span>
              )}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Done() {
  const t = useTranslations("firstSteps");
  return (
    <span aria-hidden className="font-semibold text-reached">
      {t("done")}
    </span>
  );
}

function Mark({ step }: { readonly step: FirstStep }) {
  const look = {
    done: "border-reached bg-reached-tint text-reached",
    next: "border-brand bg-brand text-on-brand",
    open: "border-line-strong",
    waits: "border-line-strong text-ink3",
  }[step.state];
  return (
    <span
      aria-hidden
      className={`grid size-7 shrink-0 place-items-center rounded-pill border text-note font-semibold ${look}`}
    >
      {step.state === "done" ? <Check className="size-4" /> : step.number}
    </span>
  );
}
