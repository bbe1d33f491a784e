import Link from "next/link";
import { useTranslations } from "next-intl";

import { SelectField, TextField } from "@/components/base/ui/field";
import { Panel } from "@/components/base/ui/panel";
import { routes, withQuery } from "@/lib/base/routes";

import type { FormPart } from "./form-part";

/** Whose count of people decides, and what data quality is judged by. */
export function DataFields({ draft, change, problemAt, isNew }: FormPart) {
  const t = useTranslations("campaigns.form");
  return (
    <Panel title={t("data")}>
      <div className="mt-3 grid items-start gap-4 tablet:grid-cols-2">
        {isNew ? (
          <SelectField
            id="decidingTargetSource"
            name="decidingTargetSource"
            label={t("source")}
            value={draft.decidingTargetSource}
            onChange={({ target }) => change({ decidingTargetSource: target.value })}
          >
            <option value="local">{t("local")}</option>
            <option value="pusdatin">{t("pusdatin")}</option>
          </SelectField>
        ) : (
          <div id="decidingTargetSource" className="text-dense">
            <p className="font-medium">{t("source")}</p>
            <p>
              {t(draft.decidingTargetSource === "pusdatin" ? "pusdatin" : "local")}.{" "}
              <Link
                href={withQuery(routes.targets, { kampanye: draft.slug })}
                className="inline-flex min-h-6 items-center text-link underline"
              >
                {t("sourceElsewhere")}
              </Link>
            </p>
            {problemAt("decidingTargetSource") ? (
              <p className="text-note font-medium text-error">
                {problemAt("decidingTargetSource")}
              </p>
            ) : null}
          </div>
        )}
        <TextField
          id="usualDeviations"
          name="usualDeviations"
          inputMode="decimal"
          label={t("usualDeviations")}
          hint={t("usualDeviationsHint")}
          value={draft.usualDeviations}
          onChange={({ target }) => change({ usualDeviations: target.value })}
          problem={problemAt("usualDeviations")}
        />
        <TextField
          id="mostTargetShare"
          name="mostTargetShare"
          inputMode="decimal"
          label={t("mostTargetShare")}
          hint={t("mostTargetShareHint")}
          value={draft.mostTargetShare}
          onChange={({ target }) => change({ mostTargetShare: target.value })}
          problem={problemAt("mostTargetShare")}
        />
      </div>
    </Panel>
  );
}
