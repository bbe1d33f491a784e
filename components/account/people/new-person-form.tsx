"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";

import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { DraftSent } from "@/components/base/kept/draft-sent";
import { ButtonLink } from "@/components/base/ui/button-link";
import { KeptFields } from "@/components/base/kept/kept-fields";
import { TextField } from "@/components/base/ui/field";
import type { Role } from "@/lib/account/auth/policy";
import { typedOr, untouched, type FormState } from "@/lib/base/forms/form-state";
import { submitKept } from "@/lib/base/forms/submit-kept";
import { routes } from "@/lib/base/routes";

import type { RegionChoice } from "./region-field";
import { PersonFields, type OfficeChoice, type SearchRegions } from "./person-fields";
import { TemporaryPasswordNotice } from "./temporary-password";

type Made = {
  readonly username: string;
  readonly password: string;
  readonly isRenamed: boolean;
};

/** A new person; then the temporary password, once. */
export function NewPersonForm(props: {
  readonly roles: readonly Role[];
  readonly offices: readonly OfficeChoice[];
  readonly search: SearchRegions;
  /** What a link to here asks for. */
  readonly asked: { readonly role: Role | undefined; readonly region: RegionChoice | null };
  /** Under which what is half typed is kept. */
  readonly keptName: string;
  readonly create: (previous: FormState<Made>, form: FormData) => Promise<FormState<Made>>;
}) {
  const t = useTranslations("people");
  const problems = useTranslations("problems");
  const draft = useTranslations("draft");
  const [state, create, isPending] = useActionState<FormState<Made>, FormData>(
    props.create,
    untouched,
  );
  const [told, setTold] = useState<FormState<Made> | null>(null);
  if (state.status === "saved" && told !== state) {
    return (
      <TemporaryPasswordNotice {...state.result}>
        {state.result.isRenamed ? (
          <p className="mt-1 text-dense font-medium">{t("password.renamed")}</p>
        ) : null}
        <DraftSent name={props.keptName} />
        <p className="mt-4 flex flex-wrap gap-2">
          <ButtonLink href={routes.people}>{t("password.back")}</ButtonLink>
          <Button variant="primary" onClick={() => setTold(state)}>
            {t("password.another")}
          </Button>
        </p>
      </TemporaryPasswordNotice>
    );
  }
  const [nameProblem] = state.status === "rejected" ? (state.fields["username"] ?? []) : [];

  return (
    <form action={create} onSubmit={submitKept(create)} noValidate className="grid max-w-140 gap-5">
      {state.status === "rejected" ? (
        <Banner
          kind="error"
          role="alert"
          title={state.code ? problems(state.code) : t("form.summary")}
        />
      ) : null}
      <KeptFields
        name={props.keptName}
        texts={{ restored: draft("restored"), discard: draft("discard") }}
      />
      <TextField
        id="username"
        name="username"
        label={t("username")}
        hint={t("form.usernameHint")}
        defaultValue={typedOr(state, "username")}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        problem={nameProblem && problems(nameProblem)}
      />
      <PersonFields
        state={state}
        roles={props.roles}
        offices={props.offices}
        standing={null}
        region={props.asked.region}
        firstRole={props.asked.role}
        search={props.search}
      />
      <Button
        type="submit"
        variant="primary"
        size="phone"
        disabled={isPending}
        className="justify-self-start"
      >
        {isPending ? t("new.submitting") : t("new.submit")}
      </Button>
    </form>
  );
}
