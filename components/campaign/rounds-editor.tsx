import { useLocale, useTranslations } from "next-intl";

import { DateField } from "@/components/base/ui/date-field";
import { Panel } from "@/components/base/ui/panel";
import { formats } from "@/lib/base/i18n/format";

import { changed, type FormPart } from "./form-part";
import { RoundSeriesFields } from "./round-series-fields";
import { AddRow, RemoveRow } from "./row-buttons";

/** The rounds with their dates. The plan stays beside dates that have moved. */
export function RoundsEditor(part: FormPart) {
  const { draft, change, problemAt } = part;
  const t = useTranslations("campaigns.form");
  const locale = useLocale();
  const f = formats(locale);
  const { rounds } = draft;
  return (
    <Panel title={t("rounds")} note={t("roundsNote")}>
      <p className="text-note font-medium text-error">{problemAt("rounds")}</p>
      {rounds.map((round, index) => (
        <fieldset key={round.key} className="border-b border-line py-4">
          <legend className="float-left mb-2 text-dense font-semibold">
            {t("round", { number: round.number })}
          </legend>
          <div className="clear-both grid items-start gap-4 tablet:grid-cols-[1fr_1fr_1fr_auto]">
            {(["startsOn", "endsOn", "sweepingEndsOn"] as const).map((field) => (
              <DateField
                key={field}
                id={`rounds.${index}.${field}`}
                name={`rounds.${index}.${field}`}
                locale={locale}
                label={t(field)}
                value={round[field]}
                onChange={({ target }) =>
                  change({ rounds: changed(rounds, round.key, { [field]: target.value }) })
                }
                problem={problemAt(`rounds.${index}.${field}`)}
              />
            ))}
            {rounds.length > 1 ? (
              <RemoveRow
                part={part}
                row={`rounds.${index}`}
                label={t("removeRound", { number: round.number })}
                className="justify-self-start tablet:mt-6"
              />
            ) : null}
          </div>
          <RoundSeriesFields
            index={index}
            round={round}
            rounds={rounds}
            set={(part) => change({ rounds: changed(rounds, round.key, part) })}
            problemAt={problemAt}
          />
          {round.planned &&
          (round.planned.startsOn !== round.startsOn || round.planned.endsOn !== round.endsOn) ? (
            <p className="mt-2 text-note text-ink3">
              {t("planned", {
                from: f.day(round.planned.startsOn),
                to: f.day(round.planned.endsOn),
              })}
            </p>
          ) : null}
          <p className="text-note font-medium text-error">{problemAt(`rounds.${index}.number`)}</p>
        </fieldset>
      ))}
      <AddRow part={part} list="rounds" count={rounds.length}>
        {t("addRound")}
      </AddRow>
    </Panel>
  );
}
