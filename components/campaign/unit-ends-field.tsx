import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";

import { readEndLines } from "@/lib/campaign/unit-end-lines";

import type { FormPart } from "./form-part";

/** Units that end midway and who goes on with their people: lines, pasted or typed. */
export function UnitEndsField(
  props: FormPart & {
    /** The units that the campaign will have. */
    readonly units: readonly { readonly code: string; readonly name: string }[];
    readonly problems: readonly string[];
  },
) {
  const t = useTranslations("campaigns.form");
  const { draft, change, problems } = props;
  const { ends, unreadable } = readEndLines(draft.endLines ?? "", props.units);
  return (
    <details
      className="group mt-3 border-y border-line"
      open={problems.length > 0 || ends.length > 0 || undefined}
    >
      <summary className="flex min-h-11 items-center gap-2 text-dense">
        <ChevronRight aria-hidden className="size-4 shrink-0 group-open:rotate-90" />
        {t("unitEnds")}
      </summary>
      <div className="grid gap-1 pb-3">
        <label htmlFor="unitEnds" className="text-dense font-medium">
          {t("endLines")}
        </label>
        <textarea
          id="unitEnds"
          rows={4}
          spellCheck={false}
          aria-describedby="unitEnds-hint unitEnds-read"
          aria-invalid={problems.length > 0 || unreadable.length > 0 ? true : undefined}
          value={draft.endLines ?? ""}
          onChange={({ target }) => change({ endLines: target.value })}
          className="w-full rounded-control border border-line-strong bg-surface px-3 py-2 text-body tablet:text-dense"
        />
        <p id="unitEnds-hint" className="text-note text-ink3">
          {t("endLinesHint")}
        </p>
        <p id="unitEnds-read" role="status" className="text-note font-medium">
          {t("endLinesRead", { count: ends.length })}{" "}
          {unreadable.length > 0 ? (
            <span className="text-error">
              {t("endLinesUnreadable", { lines: unreadable.join(", ") })}
            </span>
          ) : null}
          {problems.map((problem) => (
            <span key={problem} className="text-error">
              {problem}
            </span>
          ))}
        </p>
      </div>
    </details>
  );
}
