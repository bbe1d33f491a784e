import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";

import { readInhabitantLines } from "@/lib/campaign/unit-lines";

import type { FormPart } from "./form-part";

/** How many people live where the units work, pasted from a sheet; data quality holds target populations against it. */
export function InhabitantsField({ draft, change, problemAt }: FormPart) {
  const t = useTranslations("campaigns.form");
  const { inhabitants, unreadable } = readInhabitantLines(draft.inhabitantLines);
  const rejected = inhabitants.findIndex((_, index) => problemAt(`inhabitants.${index}.code`));
  const problem = rejected === -1 ? undefined : problemAt(`inhabitants.${rejected}.code`);
  return (
    <details className="group mt-3 border-y border-line" open={problem !== undefined}>
      <summary className="flex min-h-11 items-center gap-2 text-dense">
        <ChevronRight aria-hidden className="size-4 shrink-0 group-open:rotate-90" />
        {t("inhabitants")}
      </summary>
      <div className="grid gap-1 pb-3">
        <label htmlFor="inhabitants" className="text-dense font-medium">
          {t("inhabitantLines")}
        </label>
        <textarea
          id="inhabitants"
          rows={6}
          spellCheck={false}
          aria-describedby="inhabitants-hint inhabitants-read"
          aria-invalid={problem ? true : undefined}
          value={draft.inhabitantLines}
          onChange={({ target }) => change({ inhabitantLines: target.value })}
          className="w-full rounded-control border border-line-strong bg-surface px-3 py-2 text-body tablet:text-dense"
        />
        <p id="inhabitants-hint" className="text-note text-ink3">
          {t("inhabitantsHint")}
        </p>
        <p id="inhabitants-read" role="status" className="text-note font-medium">
          {t("linesRead", { count: inhabitants.length })}{" "}
          {unreadable.length > 0 ? (
            <span className="text-error">
              {t("linesUnreadable", { lines: unreadable.join(", ") })}
            </span>
          ) : null}
          {problem ? (
            <span className="text-error">
              {inhabitants[rejected]?.code}: {problem}
            </span>
          ) : null}
        </p>
      </div>
    </details>
  );
}
