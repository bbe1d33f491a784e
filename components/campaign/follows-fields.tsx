import { useTranslations } from "next-intl";

import { SelectField, TextField } from "@/components/base/ui/field";
import type { DraftIntervention } from "@/lib/campaign/draft/given";

/** Which intervention comes before this one in each person, and how many days before. */
export function FollowsFields(props: {
  readonly index: number;
  readonly each: DraftIntervention;
  readonly interventions: readonly DraftIntervention[];
  readonly set: (part: Partial<DraftIntervention>) => void;
  readonly problemAt: (path: string) => string | undefined;
}) {
  const t = useTranslations("campaigns.form");
  const { each, index, interventions, problemAt, set } = props;
  const others = interventions.filter(({ key }) => key !== each.key);
  const at = (field: string) => `interventions.${index}.${field}`;
  if (others.length === 0) return null;
  const follows = each.follows ?? null;
  return (
    <div className="mt-3 grid items-start gap-4 tablet:grid-cols-2">
      <SelectField
        id={at("follows")}
        name={at("follows")}
        label={t("follows")}
        value={String(follows ?? "")}
        onChange={({ target }) =>
          set({ follows: target.value === "" ? null : Number(target.value) })
        }
        problem={problemAt(at("follows"))}
      >
        <option value="">{t("followsNone")}</option>
        {others.map(({ key, name, code }) => (
          <option key={key} value={key}>
            {name || code || "…"}
          </option>
        ))}
      </SelectField>
      {follows === null ? null : (
        <TextField
          id={at("minGapDays")}
          name={at("minGapDays")}
          label={t("doseGapDays")}
          value={each.minGapDays ?? ""}
          inputMode="numeric"
          onChange={({ target }) => set({ minGapDays: target.value })}
          problem={problemAt(at("minGapDays"))}
        />
      )}
    </div>
  );
}
