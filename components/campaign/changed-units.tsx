import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import type { UnitKind } from "@/lib/campaign/unit-kind";
import { readUnitLines, unitLines } from "@/lib/campaign/unit-lines";

import type { FormPart } from "./form-part";

type Standing = {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly regionCode: string;
  readonly office?: string | null | undefined;
};

/** Another name, kind or area for units that stand: lines as they are typed of new ones, by their codes. */
export function ChangedUnits(props: FormPart & { readonly standing: readonly Standing[] }) {
  const t = useTranslations("campaigns.form");
  const { draft, change, problemAt, standing } = props;
  const { units, unreadable } = readUnitLines(draft.changedLines, draft.districtCode);
  const problem = problemAt("changedUnits");
  return (
    <details className="group mt-3 border-y border-line" open={problem !== undefined || undefined}>
      <summary className="flex min-h-11 items-center gap-2 text-dense">
        <ChevronRight aria-hidden className="size-4 shrink-0 group-open:rotate-90" />
        {t("changedUnits")}
      </summary>
      <div className="grid gap-1 pb-3">
        <label htmlFor="changedUnits" className="text-dense font-medium">
          {t("changedLines")}
        </label>
        <textarea
          id="changedUnits"
          rows={6}
          spellCheck={false}
          aria-describedby="changedUnits-hint changedUnits-read"
          aria-invalid={problem ? true : undefined}
          value={draft.changedLines}
          onChange={({ target }) => change({ changedLines: target.value })}
          className="w-full rounded-control border border-line-strong bg-surface px-3 py-2 text-body tablet:text-dense"
        />
        <p id="changedUnits-hint" className="text-note text-ink3">
          {t("changedHint")}
        </p>
        <p id="changedUnits-read" role="status" className="text-note font-medium">
          {t("linesRead", { count: units.length })}{" "}
          {unreadable.length > 0 ? (
            <span className="text-error">
              {t("linesUnreadable", { lines: unreadable.join(", ") })}
            </span>
          ) : null}
          {problem ? <span className="text-error">{problem}</span> : null}
        </p>
        {draft.changedLines === "" ? (
          <Button
            className="justify-self-start"
            onClick={() => change({ changedLines: unitLines(standing) })}
          >
            {t("changedFill", { count: standing.length })}
          </Button>
        ) : null}
      </div>
    </details>
  );
}
