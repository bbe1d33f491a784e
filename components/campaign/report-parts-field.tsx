import { useTranslations } from "next-intl";

import { askedParts, partsInOrder } from "@/lib/campaign/report-parts";

import type { FormPart } from "./form-part";
import { SentUnticked, TickBox } from "./village-chooser";

/** What a daily report is asked for besides its tallies; nothing, where nothing is ticked. */
export function ReportPartsField({ draft, change, problemAt }: FormPart) {
  const t = useTranslations("campaigns.parts");
  const form = useTranslations("campaigns.form");
  const chosen = draft.reportParts;
  const problem = problemAt("reportParts");
  return (
    <fieldset
      id="reportParts"
      tabIndex={-1}
      aria-describedby={problem ? "reportParts-hint reportParts-problem" : "reportParts-hint"}
      className="tablet:col-span-full"
    >
      <legend className="text-dense font-medium">{form("reportParts")}</legend>
      <p id="reportParts-hint" className="text-note text-ink2">
        {t("hint")}
      </p>
      <SentUnticked name="reportParts" />
      <div className="flex flex-wrap gap-x-5">
        {askedParts.map((part) => (
          <TickBox
            key={part}
            name="reportParts"
            value={part}
            label={t(part)}
            isOn={chosen.includes(part)}
            onChange={(isOn) =>
              change({
                reportParts: partsInOrder(
                  isOn ? [...chosen, part] : chosen.filter((each) => each !== part),
                ),
              })
            }
          />
        ))}
      </div>
      {problem ? (
        <p id="reportParts-problem" className="text-note font-medium text-error">
          {problem}
        </p>
      ) : null}
    </fieldset>
  );
}
