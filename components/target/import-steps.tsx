import clsx from "clsx";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";

const steps = ["choose", "check", "store"] as const;

/** Where the import stands: choose a file, check, store. */
export function ImportSteps(props: { readonly current: (typeof steps)[number] }) {
  const t = useTranslations("targets.steps");
  const at = steps.indexOf(props.current);
  return (
    <ol aria-label={t("label")} className="flex gap-6 border-b border-line text-dense">
      {steps.map((step, index) => (
        <li
          key={step}
          aria-current={index === at ? "step" : undefined}
          className={clsx(
            "flex items-center gap-2 border-b-3 pb-2",
            index === at ? "border-brand font-semibold" : "border-transparent text-ink2",
          )}
        >
          <span
            aria-hidden
            className={clsx(
              "grid size-6 place-items-center rounded-pill border text-note font-semibold",
              index < at && "border-reached bg-reached-tint text-reached",
              index === at && "border-brand bg-brand text-on-brand",
              index > at && "border-line-strong",
            )}
          >
            {index < at ? <Check className="size-3.5" /> : index + 1}
          </span>
          {t(step)}
        </li>
      ))}
    </ol>
  );
}
