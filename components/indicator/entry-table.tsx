"use client";

import { useTranslations } from "next-intl";
import { useActionState, type ClipboardEvent } from "react";

import { useFieldProblem } from "@/components/base/register/use-field-problem";
import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { TextField } from "@/components/base/ui/field";
import { HeadCell, PlainTable, RowHead, TableHead } from "@/components/base/ui/table";
import { untouched, type FormState } from "@/lib/base/forms/form-state";
import { submitKept } from "@/lib/base/forms/submit-kept";
import type { IndicatorEntryRow } from "@/lib/indicator/entry-form";
import { cellFields, type EntryOutcome } from "@/lib/indicator/typed-cells";

import { EntryField, type HeldValues } from "./entry-field";

export type SaveValues = (
  previous: FormState<EntryOutcome>,
  form: FormData,
) => Promise<FormState<EntryOutcome>>;

type EntryProps = {
  readonly slug: string;
  readonly period: string;
  /** Made by the page: the same form sent twice is stored once. */
  readonly sent: string;
  readonly rows: readonly IndicatorEntryRow[];
  readonly units: readonly { readonly code: string; readonly name: string }[];
  /** What was read of a table, in place of what stands. */
  readonly given?: Readonly<Record<string, string>>;
  readonly save: SaveValues;
};

/** All values of a period as one form: what is right is stored, what is questioned stays and says why. */
export function EntryTable(props: EntryProps) {
  const t = useTranslations("indicators.entry");
  const [state, save, isPending] = useActionState(props.save, untouched);
  const { rows, units } = props;
  const outcome: HeldValues = {
    held: state.status === "saved" ? state.result.held : {},
    typed:
      state.status === "saved"
        ? state.result.typed
        : state.status === "rejected"
          ? state.typed
          : (props.given ?? {}),
  };
  return (
    <form action={save} onSubmit={submitKept(save)} noValidate className="grid gap-4">
      <EntryResult state={state} />
      <input type="hidden" name="kampanye" value={props.slug} />
      <input type="hidden" name="periode" value={props.period} />
      <input type="hidden" name="sent" value={props.sent} />
      <div onPaste={(event) => pasteInto(event, props)}>
        <PlainTable look="indicators" onPhone="stacks" caption={t("which")} className="entry">
          <TableHead className="max-tablet:sr-only">
            <HeadCell>{t("indicator")}</HeadCell>
            {units.map(({ code, name }) => (
              <HeadCell key={code}>{name}</HeadCell>
            ))}
          </TableHead>
          <tbody>
            {rows.map(({ indicator, cells }) => (
              <tr key={indicator.id}>
                <RowHead>{indicator.name}</RowHead>
                {cells.map((cell, at) => (
                  <td key={cell.unit}>
                    <EntryField
                      indicator={indicator}
                      cell={cell}
                      unit={units[at]?.name ?? cell.unit}
                      outcome={outcome}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </PlainTable>
      </div>
      <TextField
        id="source"
        name="source"
        label={t("source")}
        hint={t("sourceHint")}
        defaultValue={outcome.typed["source"] ?? ""}
        autoComplete="off"
        className="max-w-120"
      />
      <p>
        <Button type="submit" variant="primary" size="phone" disabled={isPending}>
          {isPending ? t("saving") : t("save")}
        </Button>
      </p>
    </form>
  );
}

/** What came of the form: everything is stored, or some of it is held. */
function EntryResult({ state }: { readonly state: FormState<EntryOutcome> }) {
  const t = useTranslations("indicators.entry");
  const problems = useTranslations("problems");
  const problemOf = useFieldProblem(state);
  if (state.status === "untouched") return null;
  if (state.status === "rejected") {
    const why = problemOf("periode") ?? problems(state.code ?? "invalid");
    return <Banner kind="error" role="alert" title={why} />;
  }
  const { stored, held } = state.result;
  const count = Object.keys(held).length;
  return count > 0 ? (
    <Banner kind="warning" role="alert" title={t("some", { held: count, stored })} />
  ) : (
    <Banner kind="success" role="status" title={t("saved", { count: stored })} />
  );
}

/** Several cells of a spreadsheet, from the field that is pasted into on. */
function pasteInto(
  event: ClipboardEvent<HTMLDivElement>,
  { rows, units }: Pick<EntryProps, "rows" | "units">,
): void {
  const lines = event.clipboardData
    .getData("text/plain")
    .replace(/\r?\n$/, "")
    .split(/\r?\n/)
    .map((line) => line.split("\t"));
  const { target } = event;
  if (!(target instanceof HTMLInputElement) || lines.flat().length < 2) return;
  const row = rows.findIndex(({ indicator }) => target.name.startsWith(`a ${indicator.code}/`));
  const column = units.findIndex(({ code }) => target.name.endsWith(`/${code}`));
  if (row < 0 || column < 0) return;
  event.preventDefault();
  lines.forEach((cells, down) => {
    cells.forEach((text, right) => {
      const indicator = rows[row + down]?.indicator;
      const unit = units[column + right];
      if (!indicator || !unit) return;
      const { first, second } = cellFields(indicator, unit.code);
      fill(target.form, first, text.trim());
      fill(target.form, second, "");
    });
  });
}

function fill(form: HTMLFormElement | null, name: string, text: string): void {
  const field = form?.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = text;
}
