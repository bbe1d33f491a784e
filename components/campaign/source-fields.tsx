import { useTranslations } from "next-intl";

import { TextField } from "@/components/base/ui/field";

import type { FormPart } from "./form-part";

/** Where published figures come from, for a campaign that was not reported here day by day. */
export function SourceFields({ draft, change, problemAt }: FormPart) {
  const t = useTranslations("campaigns.form");
  return (
    <div className="grid items-start gap-4 tablet:grid-cols-2">
      <TextField
        id="sourceName"
        name="sourceName"
        label={t("sourceName")}
        hint={t("sourceNameHint")}
        value={draft.sourceName}
        onChange={({ target }) => change({ sourceName: target.value })}
        problem={problemAt("sourceName")}
      />
      <TextField
        id="sourceUrl"
        name="sourceUrl"
        label={t("sourceUrl")}
        type="url"
        inputMode="url"
        autoCapitalize="none"
        spellCheck={false}
        value={draft.sourceUrl}
        onChange={({ target }) => change({ sourceUrl: target.value })}
        problem={problemAt("sourceUrl")}
      />
    </div>
  );
}
