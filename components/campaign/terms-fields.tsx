import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { DateField } from "@/components/base/ui/date-field";
import { SelectField, TextField } from "@/components/base/ui/field";
import { Panel } from "@/components/base/ui/panel";
import { routes, withQuery } from "@/lib/base/routes";
import { timeZones } from "@/lib/base/time/time-zone";

import type { FormPart } from "./form-part";
import { RhythmField } from "./rhythm-field";

/** When the campaign runs, by whose clock, and whose count decides. */
export function TermsFields({
  draft,
  change,
  problemAt,
  isNew,
}: FormPart & { readonly isNew: boolean }) {
  const t = useTranslations("campaigns.form");
  const zones = useTranslations("campaigns.zones");
  const locale = useLocale();
  return (
    <Panel title={t("time")}>
      <div className="mt-3 grid items-start gap-4 tablet:grid-cols-2">
        {(["startsOn", "endsOn"] as const).map((field) => (
          <DateField
            key={field}
            id={field}
            locale={locale}
            label={t(field)}
            value={draft[field]}
            onChange={({ target }) => change({ [field]: target.value })}
            problem={problemAt(field)}
          />
        ))}
        <DateField
          id="reportCutOff"
          type="time"
          locale={locale}
          label={t("reportCutOff")}
          hint={t("reportCutOffHint")}
          value={draft.reportCutOff}
          onChange={({ target }) => change({ reportCutOff: target.value.slice(0, 5) })}
          problem={problemAt("reportCutOff")}
        />
        <RhythmField draft={draft} change={change} problemAt={problemAt} />
        {isNew ? (
          <SelectField
            id="timeZone"
            label={t("timeZone")}
            value={draft.timeZone}
            onChange={({ target }) => change({ timeZone: target.value })}
            problem={problemAt("timeZone")}
          >
            {timeZones.map((zone) => (
              <option key={zone} value={zone}>
                {zones(zone)}
              </option>
            ))}
          </SelectField>
        ) : null}
        {isNew ? (
          <SelectField
            id="decidingTargetSource"
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
          inputMode="decimal"
          label={t("usualDeviations")}
          hint={t("usualDeviationsHint")}
          value={draft.usualDeviations}
          onChange={({ target }) => change({ usualDeviations: target.value })}
          problem={problemAt("usualDeviations")}
        />
        <TextField
          id="mostTargetShare"
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
