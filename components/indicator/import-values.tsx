"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";

import { SheetUpload } from "@/components/base/sheet/sheet-upload";
import { Banner } from "@/components/base/ui/banner";
import { SelectField, TextAreaField } from "@/components/base/ui/field";
import { typedOr, untouched, type FormState } from "@/lib/base/forms/form-state";
import { submitKept } from "@/lib/base/forms/submit-kept";
import type { IndicatorEntryRow } from "@/lib/indicator/entry-form";
import { periodKey, type IndicatorPeriod } from "@/lib/indicator/period";
import type { ReadAnswer, ReadValues } from "@/lib/indicator/read-value-table";

import { EntryTable, type SaveValues } from "./entry-table";
import { usePeriodName } from "./indicator-words";

/** Reads a table, shows what it found in the form of a period, and stores nothing before that is saved. */
export function ImportValues(props: {
  readonly slug: string;
  readonly noun: string;
  readonly period: IndicatorPeriod;
  readonly entries: readonly {
    readonly period: IndicatorPeriod;
    readonly rows: readonly IndicatorEntryRow[];
  }[];
  readonly units: readonly { readonly code: string; readonly name: string }[];
  readonly sent: string;
  readonly read: (
    previous: FormState<ReadAnswer>,
    form: FormData,
  ) => Promise<FormState<ReadAnswer>>;
  readonly save: SaveValues;
}) {
  const t = useTranslations("indicators.import");
  const [state, read, isPending] = useActionState(props.read, untouched);
  const periodName = usePeriodName();
  const answer = state.status === "saved" ? state.result : null;
  const found = answer?.kind === "read" ? answer : null;
  const entry = found && props.entries.find((each) => isPeriod(each.period, found.period));
  return (
    <div className="mt-4 grid gap-6">
      <form action={read} onSubmit={submitKept(read)} noValidate className="grid max-w-180 gap-4">
        <Unreadable state={state} />
        <input type="hidden" name="kampanye" value={props.slug} />
        <TextAreaField
          id="tabel"
          name="tabel"
          rows={6}
          label={t("text")}
          hint={t("textHint", { noun: props.noun })}
          defaultValue={typedOr(state, "tabel")}
        />
        <SelectField
          id="periode"
          name="periode"
          label={t("period")}
          defaultValue={typedOr(state, "periode", periodKey(props.period))}
        >
          {props.entries.map(({ period }) => (
            <option key={periodKey(period)} value={periodKey(period)}>
              {periodName(period)}
            </option>
          ))}
        </SelectField>
        <SheetUpload
          label={t("file")}
          hint={t("fileHint")}
          tooLarge={t("tooLarge")}
          button={t("read")}
          isReading={isPending}
        />
      </form>
      {found && !entry ? <OtherPeriod found={found} entries={props.entries} /> : null}
      {found && entry ? <Found found={found} noun={props.noun} /> : null}
      {found && entry && found.count > 0 ? (
        <EntryTable
          key={JSON.stringify(found.typed)}
          slug={props.slug}
          period={periodKey(entry.period)}
          sent={props.sent}
          rows={entry.rows}
          units={props.units}
          given={found.typed}
          save={props.save}
        />
      ) : null}
    </div>
  );
}

function isPeriod(one: IndicatorPeriod, other: IndicatorPeriod): boolean {
  return periodKey(one) === periodKey(other);
}

function Unreadable({ state }: { readonly state: FormState<ReadAnswer> }) {
  const t = useTranslations("indicators.import");
  const problems = useTranslations("problems");
  if (state.status === "rejected") {
    return <Banner kind="error" role="alert" title={problems(state.code ?? "invalid")} />;
  }
  if (state.status !== "saved" || state.result.kind !== "unreadable") return null;
  const { problem } = state.result;
  const title = problem === "nothing" ? t("nothing") : t(`files.${problem}`);
  return <Banner kind="error" role="alert" title={title} />;
}

/** Periods that are named as what can be entered. */
const maxNamed = 4;

/** Of a table whose period nothing is entered for in this campaign: which can be. */
function OtherPeriod(props: {
  readonly found: ReadValues;
  readonly entries: readonly { readonly period: IndicatorPeriod }[];
}) {
  const t = useTranslations("indicators.import");
  const periodName = usePeriodName();
  const shown = props.entries.slice(0, maxNamed).map(({ period }) => periodName(period));
  return (
    <Banner
      kind="warning"
      role="alert"
      title={t("otherPeriod", { period: periodName(props.found.period) })}
    >
      {t("periods", { periods: shown.join(", ") })}
    </Banner>
  );
}

/** How many values were read, and which rows and columns were not. */
function Found(props: { readonly found: ReadValues; readonly noun: string }) {
  const t = useTranslations("indicators.import");
  const periodName = usePeriodName();
  const { count, period, unread } = props.found;
  return (
    <div className="grid gap-3">
      <Banner
        kind={count > 0 ? "info" : "warning"}
        role="status"
        title={t("found", { count, period: periodName(period) })}
      />
      {unread.length > 0 ? (
        <Banner kind="warning" title={t("unread", { count: unread.length })}>
          <ul>
            {unread.slice(0, 50).map(({ line, problem, text }, at) => (
              <li key={at}>
                {t("line", { line, what: t(`problems.${problem}`, { text, noun: props.noun }) })}
              </li>
            ))}
          </ul>
        </Banner>
      ) : null}
    </div>
  );
}
