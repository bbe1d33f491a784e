"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";

import { KeptFields } from "@/components/base/kept/kept-fields";
import type { KeptAs } from "@/components/base/kept/kept-notice";
import { FormFoot } from "@/components/base/register/form-foot";
import { FormOutcome } from "@/components/base/register/form-outcome";
import { Button } from "@/components/base/ui/button";
import { RecordPhase } from "@/components/device/outbox/record-phase";
import type { RecordStage } from "@/components/device/outbox/use-record-form";
import type { FormState } from "@/lib/base/forms/form-state";

/** What every form of stock stands in: what came of it above its fields, and its buttons below. */
export function StockForm(props: {
  readonly form: Pick<ComponentProps<"form">, "action" | "onSubmit">;
  readonly state: FormState;
  /** Where what was typed is; left out: it is not kept on the device. */
  readonly phase?: RecordStage;
  readonly isPending: boolean;
  /** Sent beside what is typed. */
  readonly hidden: Readonly<Record<string, string | number>>;
  readonly kept: KeptAs;
  /** What its button says; left out: that it stores. */
  readonly save?: string;
  /** Where it is left to; left out: it stands on the page that it is about. */
  readonly back?: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const t = useTranslations("stockForm");
  const { state, phase = "idle", isPending, back, save = t("save") } = props;
  return (
    <form {...props.form} noValidate className={clsx("mt-3 grid gap-4", props.className)}>
      <div className="col-span-full grid gap-3 empty:hidden">
        <KeptFields {...props.kept} isSaved={state.status === "saved"} turn={state} />
        <FormOutcome state={state} saved={t("saved")} />
        <RecordPhase phase={phase} />
      </div>
      {Object.entries(props.hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.children}
      {back === undefined ? (
        <Button type="submit" size="phone" disabled={isPending} className="justify-self-start">
          {isPending ? t("saving") : save}
        </Button>
      ) : (
        <FormFoot
          isPending={isPending}
          texts={{ save, saving: t("saving"), stop: t("stop") }}
          back={back}
        />
      )}
    </form>
  );
}
