"use client";

import type { ReactNode } from "react";

import { KeptFields } from "@/components/base/kept/kept-fields";
import type { KeptAs } from "@/components/base/kept/kept-notice";
import { FormFoot } from "@/components/base/register/form-foot";
import { FormOutcome } from "@/components/base/register/form-outcome";
import { RecordPhase } from "@/components/device/outbox/record-phase";

import type { SafetyFormState } from "./use-safety-form";

/** The frame of both forms: what came of it, what goes along unseen, the fields, the buttons. */
export function SafetyForm(props: {
  readonly open: SafetyFormState;
  readonly kept: KeptAs;
  readonly texts: Readonly<Record<"saved" | "save" | "saving" | "stop", string>>;
  readonly back: string;
  readonly children: ReactNode;
}) {
  const { state, phase, isPending, form, ids, actorId, beganAt } = props.open;
  return (
    <form
      // A page that a device kept begins with the day on which it is opened.
      key={beganAt === null ? "drawn" : "anew"}
      {...form}
      // Whose it is: a device keeps it for them alone (`lib/device/offline/kept-page`).
      data-person={actorId}
      noValidate
      className="mt-4 grid max-w-240 gap-4 tablet:grid-cols-2"
    >
      <div className="col-span-full grid gap-3 empty:hidden">
        <KeptFields {...props.kept} isSaved={state.status === "saved"} turn={state} />
        <FormOutcome state={state} saved={props.texts.saved} />
        <RecordPhase phase={phase} />
      </div>
      {Object.entries(ids).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.children}
      <FormFoot isPending={isPending} texts={props.texts} back={props.back} />
    </form>
  );
}
