"use client";

import type { FormAction } from "@/components/base/register/form-outcome";
import { useFieldProblem } from "@/components/base/register/use-field-problem";
import { useRegisterForm, type RegisterRecord } from "@/components/device/outbox/use-register-form";
import { typedOr } from "@/lib/base/forms/form-state";
import { localDay, type TimeZone } from "@/lib/base/time/time-zone";
import { stockMoveOf } from "@/lib/stock/typed";

/** A form of a move: what is typed goes through the outbox, so that nothing of it is lost on a bad line. */
export function useMoveForm(props: {
  readonly record: RegisterRecord;
  readonly save: FormAction;
  readonly today: string;
  readonly zone: TimeZone;
}) {
  const { state, phase, isPending, form, ids, beganAt } = useRegisterForm({
    kind: "stockMove",
    record: props.record,
    action: props.save,
    bodyOf: stockMoveOf,
    schemaOf: async () => (await import("@/lib/stock/schema")).moveInput,
  });
  const problemOf = useFieldProblem(state);
  return {
    /** What its frame needs of it. */
    framed: { state, phase, isPending, form },
    ids,
    state,
    problemOf,
    /** Today as the form begins with it: a page that a device kept is of another day. */
    today: beganAt === null ? props.today : localDay(beganAt, props.zone),
    isAnew: beganAt !== null,
    typed: (name: string, standing = "") => ({
      id: name,
      name,
      defaultValue: typedOr(state, name, standing),
      problem: problemOf(name),
    }),
  };
}
