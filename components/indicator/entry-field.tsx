import { useTranslations } from "next-intl";

import type { FieldProblems } from "@/lib/base/forms/problem";
import type { IndicatorEntryCell, IndicatorEntryRow } from "@/lib/indicator/entry-form";
import { cellFields } from "@/lib/indicator/typed-cells";
import { isQuestion } from "@/lib/indicator/value-check";

import { useCountedText, useValueText } from "./indicator-words";

/** What came of a form of many values. */
export type HeldValues = {
  readonly held: FieldProblems;
  readonly typed: Readonly<Record<string, string>>;
};

/** One value: a number, or a numerator and its denominator; what is questioned can be confirmed. */
export function EntryField(props: {
  readonly indicator: IndicatorEntryRow["indicator"];
  readonly cell: IndicatorEntryCell;
  readonly unit: string;
  readonly outcome: HeldValues;
}) {
  const t = useTranslations("indicators.entry");
  const problems = useTranslations("problems");
  const valueText = useValueText();
  const countedText = useCountedText();
  const { indicator, cell, unit, outcome } = props;
  const fields = cellFields(indicator, cell.unit);
  const [problem] = outcome.held[fields.first] ?? [];
  const names = { indicator: indicator.name, unit };
  const isShare = indicator.measure === "percent" || indicator.measure === "ratio";
  const note = `catatan-${indicator.code}-${cell.unit}`;
  if (!cell.isOwn) {
    return (
      <span className="not-own">
        <small className="unit">{unit}</small>
        {cell.standing ? valueText(indicator, cell.standing) : "–"}
        <small>{t("notYours")}</small>
      </span>
    );
  }
  const input = (name: string, standing: string, label: string) => (
    <input
      name={name}
      defaultValue={outcome.typed[name] ?? standing}
      aria-label={label}
      aria-invalid={problem ? true : undefined}
      aria-describedby={problem ? note : undefined}
      inputMode={indicator.measure === "yesNo" ? "text" : "decimal"}
      autoComplete="off"
    />
  );
  return (
    <span className="entry-field">
      <small className="unit">{unit}</small>
      <input type="hidden" name={fields.version} value={cell.version} />
      <span className="inputs">
        {input(fields.first, cell.first, t(isShare ? "numerator" : "value", names))}
        {isShare ? (
          <>
            <span aria-hidden>/</span>
            {input(fields.second, cell.second, t("denominator", names))}
          </>
        ) : null}
      </span>
      {problem ? (
        <span id={note} className="held">
          {problems(problem)}
          {problem === "recordChanged" && cell.standing
            ? ` ${t("stored", { value: countedText(indicator, cell.standing) })}`
            : null}
        </span>
      ) : null}
      {problem && isQuestion(problem) ? (
        <label className="confirm">
          <input type="checkbox" name={fields.confirm} aria-label={t("confirmLabel", names)} />
          {t("confirm")}
        </label>
      ) : null}
      {cell.before && !problem ? (
        <small>{t("before", { value: valueText(indicator, cell.before) })}</small>
      ) : null}
    </span>
  );
}
