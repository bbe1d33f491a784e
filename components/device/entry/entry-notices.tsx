import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/**
 * What is to be known of the day, folded into one line. It stands under the list on a phone, where
 * the line beside the count leads to it, and above the grid on a PC.
 *
 * @param headlines the notices in a few words each; none: nothing is shown.
 */
export function EntryNotices(props: {
  readonly headlines: readonly string[];
  readonly isOpen: boolean;
  readonly children: ReactNode;
}) {
  const t = useTranslations("entry.notices");
  if (props.headlines.length === 0) return null;
  return (
    <details
      open={props.isOpen || undefined}
      className="group order-last mt-3 rounded-control border border-line-strong bg-surface desk:order-none desk:mt-0"
    >
      <summary className="flex min-h-11 items-center gap-3 px-3 py-2 text-dense desk:min-h-9 desk:py-1">
        <strong className="sr-only font-semibold">{t("title")}: </strong>
        <span className="min-w-0 grow font-medium">{props.headlines.join(" · ")}</span>
        <ChevronDown aria-hidden className="size-5 shrink-0 text-ink2 group-open:rotate-180" />
      </summary>
      <div id={noticesId} className="grid gap-3 px-3 pb-3">
        {props.children}
      </div>
    </details>
  );
}

/** A link to it unfolds what it is in. */
export const noticesId = "pemberitahuan";
