"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";

import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { KeptFields } from "@/components/base/kept/kept-fields";
import { Panel } from "@/components/base/ui/panel";
import type { Role } from "@/lib/account/auth/policy";
import { untouched, type FormState } from "@/lib/base/forms/form-state";
import { submitKept } from "@/lib/base/forms/submit-kept";

import { PersonFields, type OfficeChoice, type SearchRegions } from "./person-fields";
import type { RegionChoice } from "./region-field";
import { TemporaryPasswordNotice } from "./temporary-password";

type Told = { readonly username: string; readonly password: string };
type Action<Result = null> = (
  previous: FormState<Result>,
  form: FormData,
) => Promise<FormState<Result>>;

/** What may be changed about a person; each part is a form of its own. */
export function PersonEditor(props: {
  readonly person: {
    readonly username: string;
    readonly displayName: string;
    readonly role: Role;
    readonly phone: string | null;
    readonly office: string | null;
    readonly isActive: boolean;
  };
  readonly region: RegionChoice;
  readonly roles: readonly Role[];
  readonly offices: readonly OfficeChoice[];
  /** One's own account: role, area and activity are somebody else's to change. */
  readonly isOwn: boolean;
  /** Under which what is half typed is kept. */
  readonly keptName: string;
  readonly search: SearchRegions;
  readonly change: Action;
  readonly setActive: Action;
  readonly reset: Action<Told>;
}) {
  const t = useTranslations("people.edit");
  const draft = useTranslations("draft");
  const { person } = props;
  const [changed, change, isChanging] = useActionState(props.change, untouched);
  return (
    <div className="grid items-start gap-4 desktop:grid-cols-2">
      <Panel title={t("terms")} note={t("termsNote")}>
        <form action={change} onSubmit={submitKept(change)} noValidate className="mt-4 grid gap-5">
          <Outcome state={changed} saved={t("saved")} />
          <input type="hidden" name="username" value={person.username} />
          <KeptFields
            name={props.keptName}
            isSaved={changed.status === "saved"}
            turn={changed}
            texts={{ restored: draft("restored"), discard: draft("discard") }}
          />
          <PersonFields
            state={changed}
            roles={props.isOwn ? [person.role] : props.roles}
            offices={props.offices}
            standing={person}
            region={props.region}
            search={props.search}
          />
          <Button
            type="submit"
            variant="primary"
            disabled={isChanging}
            className="justify-self-start"
          >
            {isChanging ? t("saving") : t("save")}
          </Button>
        </form>
      </Panel>
      {props.isOwn ? (
        <Banner kind="info" title={t("own")} />
      ) : (
        <div className="grid gap-4">
          <Reset username={person.username} action={props.reset} />
          <Access person={person} action={props.setActive} />
        </div>
      )}
    </div>
  );
}

function Outcome(props: { readonly state: FormState<unknown>; readonly saved?: string }) {
  const problems = useTranslations("problems");
  const t = useTranslations("people.form");
  const { state } = props;
  if (state.status === "rejected") {
    return (
      <Banner kind="error" role="alert" title={state.code ? problems(state.code) : t("summary")} />
    );
  }
  return state.status === "saved" && props.saved ? (
    <Banner kind="success" role="status" title={props.saved} />
  ) : null;
}

function Reset(props: { readonly username: string; readonly action: Action<Told> }) {
  const t = useTranslations("people.edit");
  const [state, reset, isPending] = useActionState<FormState<Told>, FormData>(
    props.action,
    untouched,
  );
  return (
    <Panel title={t("reset")} note={t("resetNote")}>
      <form action={reset} className="mt-3 grid gap-3">
        <Outcome state={state} />
        {state.status === "saved" ? <TemporaryPasswordNotice {...state.result} /> : null}
        <input type="hidden" name="username" value={props.username} />
        <Button type="submit" disabled={isPending} className="justify-self-start">
          {isPending ? t("resetting") : t("reset")}
        </Button>
      </form>
    </Panel>
  );
}

function Access(props: {
  readonly person: { readonly username: string; readonly isActive: boolean };
  readonly action: Action;
}) {
  const t = useTranslations("people.edit");
  const [state, submit, isPending] = useActionState(props.action, untouched);
  const { username, isActive } = props.person;
  return (
    <Panel title={t("access")} note={isActive ? t("disableNote") : t("enableNote")}>
      <form action={submit} className="mt-3 grid gap-3">
        <Outcome state={state} />
        <input type="hidden" name="username" value={username} />
        <input type="hidden" name="isActive" value={String(!isActive)} />
        <Button
          type="submit"
          variant={isActive ? "danger" : "secondary"}
          disabled={isPending}
          className="justify-self-start"
        >
          {isActive ? t("disable") : t("enable")}
        </Button>
      </form>
    </Panel>
  );
}
