import { useTranslations } from "next-intl";

import { SelectField } from "@/components/base/ui/field";
import { periods } from "@/lib/campaign/rhythm";

import type { FormPart } from "./form-part";

/** How often a unit owes a report; the periods are choices of their own. */
export function RhythmField({ draft, change, problemAt }: FormPart) {
  const t = useTranslations("campaigns.rhythm");
  const form = useTranslations("campaigns.form");
  return (
    <SelectField
      id="rhythm"
      name="rhythm"
      label={form("rhythm")}
      hint={t("hint")}
      value={draft.rhythm}
      onChange={({ target }) => change({ rhythm: target.value })}
      problem={problemAt("rhythm") ?? problemAt("period")}
    >
      {(["daily", "sessions", ...periods] as const).map((choice) => (
        <option key={choice} value={choice}>
          {t(choice)}
        </option>
      ))}
    </SelectField>
  );
}
