"use client";

import { useActionState, type ComponentProps, type ReactNode } from "react";
import { useTranslations } from "next-intl";

import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { untouched } from "@/lib/base/forms/form-state";

import type { FormAction } from "@/components/base/register/form-outcome";

/** One button that does one thing to a directive, under what it will do; it says why when it could not. */
export function ActForm(props: {
  readonly sent: Readonly<Record<string, string | number>>;
  readonly action: FormAction;
  readonly label: string;
  readonly variant?: NonNullable<ComponentProps<typeof Button>["variant"]>;
  readonly children?: ReactNode;
}) {
  const problems = useTranslations("problems");
  const [state, act, isPending] = useActionState(props.action, untouched);
  return (
    <form action={act} className="grid justify-items-start gap-3">
      {Object.entries(props.sent).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state.status === "rejected" ? (
        <Banner kind="error" role="alert" title={problems(state.code ?? "invalid")} />
      ) : null}
      {props.children}
      <Button
        type="submit"
        size="phone"
        variant={props.variant ?? "secondary"}
        disabled={isPending}
      >
        {props.label}
      </Button>
    </form>
  );
}
