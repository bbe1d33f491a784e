"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";

import type { EntryColumn, EntryFieldProblem } from "@/lib/report/entry-row";
import { formFields } from "@/lib/report/village-form";

import { CountInput } from "./count-input";
import { goToNextField } from "./next-field";
import type { RowState } from "@/lib/device/entry/row-state";
import type { ColumnKey } from "@/lib/campaign/column-key";
import { selectWhole } from "./select-whole";
import type { EntryWords } from "./use-entry-words";

/** Counts of people from elsewhere, folded away: few villages need them. */
export function NonResidentFields(props: {
  readonly state: RowState;
  readonly columns: readonly EntryColumn[];
  readonly words: EntryWords;
  readonly problems: readonly EntryFieldProblem[];
  readonly isReadOnly: boolean;
  readonly onType: (key: ColumnKey, text: string) => void;
}) {
  const t = useTranslations("entry");
  const { state, columns, words } = props;
  const typed = state.typed.nonResidents;
  const hasAny = columns.some(({ key }) => (typed[key] ?? "") !== "");

  return (
    <details open={hasAny || undefined} className="group">
      <summary className="flex min-h-11 w-fit items-center gap-1.5 text-dense text-link underline">
        {t("addNonResidents")}
        <ChevronDown aria-hidden className="size-4 group-open:rotate-180" />
      </summary>
      <fieldset className="-mx-4 border-y border-line bg-surface px-4 pb-3 tablet:mx-0 tablet:rounded-panel tablet:border-x">
        <legend className="sr-only">{t("nonResidentsLegend")}</legend>
        <p className="py-2 text-note text-ink2">{t("nonResidentsNote")}</p>
        {columns.map((column, index) => {
          const id = `o-${String(index)}`;
          const problem = props.problems.find(
            ({ key, field }) => key === column.key && field === "nonResidents",
          );
          return (
            <div key={column.key} className="border-t border-line py-2">
              <div className="flex items-center justify-between gap-3">
                <label htmlFor={id} className="text-dense">
                  {words.columnName(column)}
                  <span className="sr-only">, {t("nonResidentsLegend")}</span>
                </label>
                <CountInput
                  id={id}
                  name={formFields.nonResidents(column.key)}
                  value={typed[column.key] ?? ""}
                  onType={(text) => props.onType(column.key, text)}
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
