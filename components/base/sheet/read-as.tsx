import { useLocale, useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import { Panel } from "@/components/base/ui/panel";
import { formats } from "@/lib/base/i18n/format";
import { answerField } from "@/lib/campaign/table-reading/answers";
import type { ToldColumn, ToldTable } from "@/lib/campaign/table-reading/told-table";

/**
 * What each column of a file was taken for, with its own head and first values above the list that
 * changes it. What is left out though it has numbers is told first. The lists belong to `formId`.
 */
export function ReadAs(props: {
  readonly table: ToldTable;
  readonly formId: string;
  readonly isReading: boolean;
}) {
  const t = useTranslations("sheet.columns");
  const f = formats(useLocale());
  const { columns, otherSheets, before } = props.table;
  const left = columns.filter(({ readAs, hasNumbers }) => readAs === "" && hasNumbers);
  const isShown = ({ readAs, hasNumbers, answer }: ToldColumn) =>
    readAs !== "" || hasNumbers || answer !== "";
  const rest = columns.filter((column) => !isShown(column));
  const nameOf = ({ head, letter }: ToldColumn) => (head === "" ? t("column", { letter }) : head);
  const told = [
    before ? t("remembered", { by: before.by || "–", day: f.day(before.day) }) : "",
    left.length > 0
      ? t("left", {
          columns: left
            .map((column) => t("leftOne", { head: `“${nameOf(column)}”`, why: column.why }))
            .join(", "),
        })
      : "",
    otherSheets.length > 0 ? t("otherSheets", { names: otherSheets.join(", ") }) : "",
  ];
  const list = (of: readonly ToldColumn[]) => (
    <ul className="mt-3 grid grid-cols-1 gap-3 tablet:grid-cols-2 desktop:grid-cols-4">
      {of.map((column) => (
        <li key={column.id} className="grid min-w-0 grid-cols-1 content-start gap-1">
          <span className="text-dense font-medium break-words">
            {nameOf(column)}
            <span className="block truncate text-note font-normal text-ink3">
              {column.letter}: {column.seen.join(", ") || "–"}
            </span>
          </span>
          <Choice {...props} column={column} name={nameOf(column)} />
        </li>
      ))}
    </ul>
  );
  return (
    <Panel title={t("title")} note={told.filter(Boolean).join(" ")}>
      {list(columns.filter(isShown))}
      {rest.length > 0 ? (
        <details className="mt-3">
          <summary className="min-h-11 py-2 text-dense text-ink2 tablet:min-h-9">
            {t("more", { count: rest.length })}
          </summary>
          {list(rest)}
        </details>
      ) : null}
      <noscript>
        <Again formId={props.formId} />
      </noscript>
    </Panel>
  );
}

function Choice(props: {
  readonly table: ToldTable;
  readonly formId: string;
  readonly isReading: boolean;
  readonly column: ToldColumn;
  readonly name: string;
}) {
  const t = useTranslations("sheet.columns");
  const { id, letter, readAs, why, answer, isAsked } = props.column;
  if (isAsked) return <span className="text-note text-warn">{t("asked")}</span>;
  const own = readAs === "" ? t("notRead", { why }) : readAs;
  return (
    <select
      key={answer + readAs}
      name={answerField(id)}
      form={props.formId}
      defaultValue={answer}
      disabled={props.isReading}
      aria-label={t("choose", { letter, head: props.name })}
      onChange={(event) => event.currentTarget.form?.requestSubmit()}
      className="min-h-11 w-full min-w-0 rounded-control border border-line-strong bg-surface px-2 text-dense tablet:min-h-9"
    >
      <option value="">{answer === "" ? own : t("asHead")}</option>
      {props.table.roles.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

function Again({ formId }: { readonly formId: string }) {
  const t = useTranslations("sheet.questions");
  return (
    <Button type="submit" form={formId}>
      {t("again")}
    </Button>
  );
}
