"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";

import type { KeptAs } from "@/components/base/kept/kept-notice";
import { Button } from "@/components/base/ui/button";
import { untouched, type FormState } from "@/lib/base/forms/form-state";

import { TellLink } from "./tell-link";
import { ReasonForm } from "./reason-form";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

/** A question as its sentences tell it. */
type Request = {
  readonly id: string;
  readonly asked: string;
  readonly when: string;
  readonly reason: string;
  readonly tell: { readonly href: string; readonly name: string };
};

/** Days that camats and village heads ask to have opened, each with its two answers. */
export function RequestList(props: {
  readonly slug: string;
  readonly requests: readonly Request[];
  readonly decide: Action;
  /** Half-typed answers; each has the question's id in its name. */
  readonly kept: KeptAs;
}) {
  return (
    <ul className="mt-2">
      {props.requests.map((request) => (
        <li key={request.id} className="border-t border-line py-3 first:border-t-0">
          <Row {...props} request={request} />
        </li>
      ))}
    </ul>
  );
}

function Row(props: {
  readonly slug: string;
  readonly request: Request;
  readonly decide: Action;
  readonly kept: KeptAs;
}) {
  const t = useTranslations("verification.requests");
  const act = useTranslations("verification.act");
  const problems = useTranslations("problems");
  const [state, open, isPending] = useActionState(props.decide, untouched);
  const { request } = props;
  const hidden = { kampanye: props.slug, permintaan: request.id };

  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <div className="min-w-0 grow basis-72 text-dense">
        <p className="font-semibold">{request.asked}</p>
        <p>
          <q>{request.reason}</q> <span className="text-note text-ink3">{request.when}</span>{" "}
          <TellLink {...request.tell} />
        </p>
        {state.status === "rejected" ? (
          <p role="alert" className="font-medium text-error">
            {problems(state.code ?? "invalid")}
          </p>
        ) : null}
      </div>
      <form action={open}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button type="submit" name="keputusan" value="opened" disabled={isPending}>
          {isPending ? act("busy") : t("open")}
        </Button>
      </form>
      <details className="open:basis-full">
        <summary className="flex min-h-11 items-center rounded-control border border-error-line px-4 text-dense font-semibold text-error hover:bg-error-tint tablet:min-h-10">
          {t("decline")}
        </summary>
        <div className="pt-3">
          <ReasonForm
            id={`tolak-${request.id}`}
            action={props.decide}
            hidden={{ ...hidden, keputusan: "declined" }}
            label={t("note")}
            hint={t("noteHint")}
            button={t("declineNow")}
            busy={act("busy")}
            variant="danger"
            kept={{ ...props.kept, name: `${props.kept.name}/${request.id}` }}
          />
        </div>
      </details>
    </div>
  );
}
