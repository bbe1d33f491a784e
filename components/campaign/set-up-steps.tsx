import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Panel } from "@/components/base/ui/panel";

/** What is done and what is next before a campaign can run. */
export function SetUpSteps(props: {
  readonly steps: readonly {
    readonly title: string;
    readonly note: string;
    readonly isDone: boolean;
    readonly action?: ReactNode;
  }[];
  readonly footer?: ReactNode;
}) {
  const t = useTranslations("campaigns.steps");
  return (
    <Panel title={t("title")}>
      <ol className="mt-3 border-b border-line">
        {props.steps.map((step, index) => (
          <li
            key={step.title}
            className="flex flex-wrap items-center gap-x-4 gap-y-3 border-t border-line py-3"
          >
            <span
              aria-hidden
              className={`grid size-7 shrink-0 place-items-center rounded-pill border text-note font-semibold ${step.isDone ? "border-reached bg-reached-tint text-reached" : "border-line-strong"}`}
            >
              {step.isDone ? <Check className="size-4" /> : index + 1}
            </span>
            <div className="min-w-48 grow basis-0">
              <p>
                {step.title}
                {step.isDone ? <span className="sr-only">, {t("done")}</span> : null}
              </p>
              <p className="text-note text-ink3">{step.note}</p>
            </div>
            {step.action}
          </li>
        ))}
      </ol>
      {props.footer ? <p className="mt-3 text-dense">{props.footer}</p> : null}
    </Panel>
  );
}
