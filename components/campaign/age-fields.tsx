import clsx from "clsx";
import { useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import { TextField } from "@/components/base/ui/field";
import { ageSentence, boundReadings, boundText, typedMonths } from "@/lib/campaign/ages";
import type { DraftGroup } from "@/lib/campaign/draft/groups";

import type { FormPart } from "./form-part";

/** Ages of a group in months, the sentence that says which, and what its name may mean. */
export function AgeFields(props: {
  /** Path of the group. */
  readonly id: string;
  readonly group: DraftGroup;
  readonly onChange: (ages: Partial<DraftGroup>) => void;
  readonly problemAt: FormPart["problemAt"];
}) {
  const t = useTranslations("campaigns.form");
  const ages = useTranslations("campaigns.ages");
  const { id, group, onChange, problemAt } = props;
  const typed = {
    minMonths: typedMonths(group.minMonths),
    maxMonthsExclusive: typedMonths(group.maxMonthsExclusive),
  };
  const readings = boundReadings(group.name);

  return (
    <div>
      <div className="grid grid-cols-2 items-start gap-4">
        {(["minMonths", "maxMonthsExclusive"] as const).map((field) => (
          <TextField
            key={field}
            id={`${id}.${field}`}
            name={`${id}.${field}`}
            label={t(field)}
            value={group[field]}
            inputMode="numeric"
            onChange={({ target }) => onChange({ [field]: target.value })}
            problem={problemAt(`${id}.${field}`)}
          />
        ))}
      </div>
      <p className="mt-1 text-note text-ink3">{ageSentence(typed, ages)}</p>
      {readings ? (
        <div className="mt-2 flex flex-wrap items-center gap-2 text-note text-ink3">
          {t("ageReadings", { name: group.name })}
          {readings.map((bound) => (
            <Button
              key={bound}
              aria-pressed={typed.maxMonthsExclusive === bound}
              className={clsx(typed.maxMonthsExclusive === bound && "border-brand font-semibold")}
              onClick={() => onChange({ maxMonthsExclusive: String(bound) })}
            >
              {boundText(bound, ages)}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
