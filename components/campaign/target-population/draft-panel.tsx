"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState } from "react";

import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { DateField } from "@/components/base/ui/date-field";
import { TextField } from "@/components/base/ui/field";
import { Panel } from "@/components/base/ui/panel";
import { HeadCell, NumberCell, RowHead, ScrollTable, TableHead } from "@/components/base/ui/table";
import { typedOr, untouched, type FormState } from "@/lib/base/forms/form-state";
import { formats } from "@/lib/base/i18n/format";

type Send = (previous: FormState, form: FormData) => Promise<FormState>;

/** Target populations that were copied and divide nothing yet: what they are, from when they shall hold. */
export function TargetDraftPanel(props: {
  readonly slug: string;
  readonly source: "local" | "pusdatin";
  readonly asOf: string;
  readonly copiedFrom: string;
  readonly fits: number;
  readonly leftOut: number;
  /** The most recent day of a count. */
  readonly today: string;
  readonly sums: readonly {
    readonly key: string;
    readonly name: string;
    readonly places: number;
    readonly people: number;
  }[];
  readonly confirm: Send;
  readonly drop: Send;
}) {
  const t = useTranslations("targets.draft");
  const names = useTranslations("common.targetSources");
  const problems = useTranslations("problems");
  const f = formats(useLocale());
  const [dropped, drop, isDropping] = useActionState(props.drop, untouched);
  const { source, copiedFrom } = props;
  return (
    <Panel
      title={t("title", { source: names(source) })}
      note={t("note", { campaign: copiedFrom, day: f.day(props.asOf) })}
    >
      <div className="mt-3 grid gap-4">
        <ScrollTable look="ruled-table" label={t("sums")} className="min-w-80">
          <TableHead>
            <HeadCell>{t("column")}</HeadCell>
            <HeadCell isNumber>{t("places")}</HeadCell>
            <HeadCell isNumber className="pr-0">
              {t("people")}
            </HeadCell>
          </TableHead>
          <tbody>
            {props.sums.map(({ key, name, places, people }) => (
              <tr key={key}>
                <RowHead>{name}</RowHead>
                <NumberCell>{f.count(places)}</NumberCell>
                <NumberCell>{f.count(people)}</NumberCell>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
        {props.leftOut > 0 ? (
          <Banner kind="warning" title={t("leftOut", { count: props.leftOut })} />
        ) : null}
        {props.fits > 0 ? <ConfirmForm {...props} /> : null}
        <form action={drop} className="grid justify-items-start gap-2">
          <input type="hidden" name="kampanye" value={props.slug} />
          <input type="hidden" name="source" value={source} />
          {dropped.status === "rejected" ? (
            <Banner kind="error" role="alert" title={problems(dropped.code ?? "invalid")} />
          ) : null}
          <Button type="submit" disabled={isDropping}>
            {t("drop")}
          </Button>
        </form>
      </div>
    </Panel>
  );
}

function ConfirmForm(props: {
  readonly slug: string;
  readonly source: "local" | "pusdatin";
  readonly asOf: string;
  readonly copiedFrom: string;
  readonly fits: number;
  readonly today: string;
  readonly confirm: Send;
}) {
  const t = useTranslations("targets.draft");
  const fields = useTranslations("targets.form");
  const problems = useTranslations("problems");
  const locale = useLocale();
  const [state, send, isPending] = useActionState(props.confirm, untouched);
  const id = (field: string) => `${props.source}-${field}`;
  const problemOf = (field: string) => {
    const [first] = state.status === "rejected" ? (state.fields[field] ?? []) : [];
    return first && problems(first);
  };
  return (
    <form action={send} noValidate className="grid gap-4">
      <input type="hidden" name="kampanye" value={props.slug} />
      <input type="hidden" name="source" value={props.source} />
      <input type="hidden" name="reason" value={t("reason", { campaign: props.copiedFrom })} />
      {state.status === "rejected" && state.code ? (
        <Banner kind="error" role="alert" title={problems(state.code)} />
      ) : null}
      <div className="grid items-start gap-4 tablet:grid-cols-3">
        <DateField
          id={id("asOf")}
          name="asOf"
          locale={locale}
          label={fields("asOf")}
          hint={fields("asOfHint")}
          max={props.today}
          defaultValue={typedOr(state, "asOf", props.asOf)}
          problem={problemOf("asOf")}
        />
        <DateField
          id={id("inForceFrom")}
          name="inForceFrom"
          locale={locale}
          label={fields("inForceFrom")}
          hint={fields("inForceFromHint")}
          defaultValue={typedOr(state, "inForceFrom", "")}
          problem={problemOf("inForceFrom")}
        />
        <TextField
          id={id("decree")}
          name="decree"
          label={fields("decree")}
          defaultValue={typedOr(state, "decree", "")}
          autoComplete="off"
          problem={problemOf("decree")}
        />
      </div>
      <Button
        type="submit"
        variant="primary"
        size="phone"
        disabled={isPending}
        className="justify-self-start"
      >
        {isPending ? t("busy") : t("confirm", { count: props.fits })}
      </Button>
    </form>
  );
}
