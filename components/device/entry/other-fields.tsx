"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";

import type { EntryColumn, EntryFieldProblem } from "@/lib/report/entry-row";
import { formFields } from "@/lib/report/village-form";

import { CountInput } from "./count-input";
import { goToNextField } from "./next-field";
import type { RowState } from "@/lib/device/entry/row-state";
import type { ColumnKey } from "@/lib/campaign/column-key";
import { measureTexts, otherMeasures, type OtherMeasure } from "@/lib/campaign/measures";
import { selectWhole } from "./select-whole";
import type { EntryWords } from "./use-entry-words";

type Fields = {
  readonly state: RowState;
  readonly columns: readonly EntryColumn[];
  readonly words: EntryWords;
  readonly problems: readonly EntryFieldProblem[];
  readonly isReadOnly: boolean;
  readonly onType: (measure: OtherMeasure, key: ColumnKey, text: string) => void;
};

/** Counts beside residents, a box for each measure. */
export function OtherFields(props: Fields) {
  return otherMeasures.map((measure) => <MeasureFields key={measure} {...{ measure, ...props }} />);
}

/** Folded away: few villages need them. */
function MeasureFields(props: Fields & { readonly measure: OtherMeasure }) {
  const t = useTranslations("entry.others");
  const { measure, state, columns, words } = props;
  const typed = state.typed[measure];
  const hasAny = columns.some(({ key }) => (typed[key] ?? "") !== "");

  return (
    <details open={hasAny || undefined} className="group">
      <summary className="flex min-h-11 w-fit items-center gap-1.5 text-dense text-link underline">
        {t(`${measure}.add`)}
        <ChevronDown aria-hidden className="size-4 group-open:rotate-180" />
      </summary>
      <fieldset className="-mx-4 border-y border-line bg-surface px-4 pb-3 tablet:mx-0 tablet:rounded-panel tablet:border-x">
        <legend className="sr-only">{t(`${measure}.legend`)}</legend>
        <p className="py-2 text-note text-ink2">{t(`${measure}.note`)}</p>
        {columns.map((column, index) => {
          const id = `${measureTexts[measure].field}-${String(index)}`;
          const problem = props.problems.find(
            ({ key, field }) => key === column.key && field === measure,
          );
          return (
            <div key={column.key} className="border-t border-line py-2">
              <div className="flex items-center justify-between gap-3">
                <label htmlFor={id} className="text-dense">
                  {words.columnName(column)}
                  <span className="sr-only">, {t(`${measure}.legend`)}</span>
                </label>
                <CountInput
                  id={id}
                  name={formFields.of(measure, column.key)}
                  value={typed[column.key] ?? ""}
                  onType={(text) => props.onType(measure, column.key, text)}
                  onKeyDown={goToNextField}
                  {...selectWhole}
                  readOnly={props.isReadOnly}
                  enterKeyHint="next"
                  aria-invalid={problem ? true : undefined}
                  aria-describedby={problem ? `${id}-problem` : undefined}
                  className="h-11 w-20 rounded-control border border-line-strong bg-surface pr-3 text-right text-section font-semibold aria-invalid:border-2 aria-invalid:border-error-line"
                />
              </div>
              {problem ? (
                <p id={`${id}-problem`} className="text-note font-medium text-error">
                  {words.rejection(state.typed, problem)}
                </p>
              ) : null}
            </div>
          );
        })}
      </fieldset>
    </details>
  );
}
