import { useLocale, useTranslations } from "next-intl";

import { DateField } from "@/components/base/ui/date-field";
import { SelectField } from "@/components/base/ui/field";
import { Panel } from "@/components/base/ui/panel";
import { timeZones } from "@/lib/base/time/time-zone";

import type { FormPart } from "./form-part";
import { ReportPartsField } from "./report-parts-field";
import { RhythmField } from "./rhythm-field";

/** From when to when the campaign runs, by whose clock. */
export function DaysFields({ draft, change, problemAt, isNew }: FormPart) {
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
            name={field}
            locale={locale}
            label={t(field)}
            value={draft[field]}
            onChange={({ target }) => change({ [field]: target.value })}
            problem={problemAt(field)}
          />
        ))}
        {isNew ? (
          <SelectField
            id="timeZone"
            name="timeZone"
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
      </div>
    </Panel>
  );
}

/** How often a report is owed, until which hour of its day, and what it is asked for besides tallies. */
export function ClockFields({ draft, change, problemAt, isNew }: FormPart) {
  const t = useTranslations("campaigns.form");
  const locale = useLocale();
  return (
    <Panel title={t("clock")}>
      <div className="mt-3 grid items-start gap-4 tablet:grid-cols-2">
        <DateField
          id="reportCutOff"
          name="reportCutOff"
          type="time"
          locale={locale}
          label={t("reportCutOff")}
          hint={t("reportCutOffHint")}
          value={draft.reportCutOff}
          onChange={({ target }) => change({ reportCutOff: target.value.slice(0, 5) })}
          problem={problemAt("reportCutOff")}
        />
        <RhythmField {...{ draft, change, problemAt, isNew }} />
        <ReportPartsField {...{ draft, change, problemAt, isNew }} />
      </div>
    </Panel>
  );
}
