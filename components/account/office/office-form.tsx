"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";

import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { ButtonLink } from "@/components/base/ui/button-link";
import { SelectField, TextAreaField, TextField } from "@/components/base/ui/field";
import { officeKinds, type OfficeKind } from "@/lib/account/office/office";
import { typedOr, untouched, type FormState } from "@/lib/base/forms/form-state";
import { routes, withQuery } from "@/lib/base/routes";

type Stored = { readonly made: number; readonly changed: number };
type Store = (previous: FormState<Stored>, form: FormData) => Promise<FormState<Stored>>;

type FormProps = {
  readonly district: string;
  readonly store: Store;
};

/** An office, new or one that stands: its code is what it is known by, and stays. */
export function OfficeForm(
  props: FormProps & {
    readonly areas: readonly { readonly code: string; readonly name: string }[];
    /** null: a new one. */
    readonly office: {
      readonly code: string;
      readonly name: string;
      readonly kind: OfficeKind;
      readonly region: string;
      readonly headTitle: string | null;
      readonly isClosed: boolean;
    } | null;
  },
) {
  const t = useTranslations("people.offices");
  const { office } = props;
  const [state, store, isPending] = useActionState(props.store, untouched);
  const problemOf = useProblems(state);
  return (
    <form action={store} noValidate className="mt-3 grid gap-4 tablet:grid-cols-2">
      <Outcome state={state} />
      <input type="hidden" name="districtCode" value={props.district} />
      {office ? <input type="hidden" name="standing" value="true" /> : null}
      <TextField
        id="name"
        name="name"
        label={t("name")}
        defaultValue={typedOr(state, "name", office?.name)}
        autoComplete="off"
        problem={problemOf("name")}
      />
      <TextField
        id="code"
        name="code"
        label={t("code")}
        hint={office ? t("codeStays") : t("codeHint")}
        defaultValue={typedOr(state, "code", office?.code)}
        readOnly={office !== null}
        autoComplete="off"
        problem={problemOf("code")}
      />
      <SelectField
        id="kind"
        name="kind"
        label={t("kind")}
        defaultValue={typedOr(state, "kind", office?.kind)}
        problem={problemOf("kind")}
      >
        {officeKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kinds.${kind}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        id="region"
        name="region"
        label={t("area")}
        defaultValue={typedOr(state, "region", office?.region)}
        problem={problemOf("region")}
      >
        <option value={props.district}>{t("whole")}</option>
        {props.areas.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        id="headTitle"
        name="headTitle"
        label={t("headTitle")}
        hint={t("headTitleHint")}
        defaultValue={typedOr(state, "headTitle", office?.headTitle ?? undefined)}
        autoComplete="off"
        problem={problemOf("headTitle")}
      />
      {office ? (
        <label className="flex min-h-11 items-center gap-2 text-dense tablet:col-span-2">
          <input
            type="checkbox"
            name="isClosed"
            defaultChecked={office.isClosed}
            className="size-5 shrink-0"
          />
          {t("isClosed")}
        </label>
      ) : null}
      <p className="flex flex-wrap gap-2 tablet:col-span-2">
        <Button type="submit" variant="primary" disabled={isPending}>
          {isPending ? t("saving") : office ? t("save") : t("add")}
        </Button>
        {office ? (
          <ButtonLink href={withQuery(routes.offices, { kabupaten: props.district })}>
            {t("stop")}
          </ButtonLink>
        ) : null}
      </p>
    </form>
  );
}

/** Many offices, as lines that were typed or pasted. */
export function OfficeLinesForm(props: FormProps) {
  const t = useTranslations("people.offices");
  const [state, store, isPending] = useActionState(props.store, untouched);
  const problemOf = useProblems(state);
  return (
    <form action={store} noValidate className="mt-3 grid gap-4">
      <Outcome state={state} />
      <input type="hidden" name="districtCode" value={props.district} />
      <TextAreaField
        id="lines"
        name="lines"
        label={t("lines")}
        hint={t("linesHint")}
        placeholder={t("linesExample")}
        rows={5}
        defaultValue={typedOr(state, "lines")}
        problem={problemOf("lines")}
      />
      <Button type="submit" disabled={isPending} className="justify-self-start">
        {isPending ? t("saving") : t("addMany")}
      </Button>
    </form>
  );
}

function Outcome({ state }: { readonly state: FormState<Stored> }) {
  const t = useTranslations("people.offices");
  const problems = useTranslations("problems");
  if (state.status === "untouched") return null;
  if (state.status === "rejected") {
    const title = state.code ? problems(state.code) : t("summary");
    return (
      <div className="tablet:col-span-2">
        <Banner kind="error" role="alert" title={title} />
      </div>
    );
  }
  const { made, changed } = state.result;
  return (
    <div className="tablet:col-span-2">
      <Banner
        kind="success"
        role="status"
        title={made + changed === 0 ? t("same") : t("saved", { made, changed })}
      />
    </div>
  );
}

function useProblems(state: FormState<Stored>) {
  const problems = useTranslations("problems");
  return (field: string) => {
    const [found] = state.status === "rejected" ? (state.fields[field] ?? []) : [];
    return found && problems(found);
  };
}
