import { ChevronDown, SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/**
 * The form of a filter, which a phone folds away behind what it is set to, so that the screen begins
 * with what was asked for. From a tablet on the form stands open; a browser that cannot style what a
 * closed `details` holds keeps the fold there, too. On paper there is only what it is set to.
 *
 * @param chosen what is shown at the moment, in words.
 */
export function FilterFold(props: {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly children: ReactNode;
}) {
  const t = useTranslations("print");
  return (
    <>
      <p className="hidden text-dense text-ink2 print:block">
        {t("shown", { what: props.chosen.join(" · ") })}
      </p>
      <details className="group min-w-0 tablet:details-content:[content-visibility:visible] print:hidden">
        <summary className="flex min-h-11 items-center gap-2 rounded-control border border-line-strong bg-surface px-3 text-dense tablet:supports-[selector(::details-content)]:hidden">
          <SlidersHorizontal aria-hidden className="size-4 shrink-0" />
          <span className="font-semibold">{props.label}</span>
          <span className="min-w-0 grow py-1.5 text-ink2">{props.chosen.join(" · ")}</span>
          <ChevronDown aria-hidden className="size-4 shrink-0 group-open:rotate-180" />
        </summary>
        <div className="max-tablet:pt-3">{props.children}</div>
      </details>
    </>
  );
}
