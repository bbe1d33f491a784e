"use client";

import { useTranslations } from "next-intl";

import type { FormAction } from "@/components/base/register/form-outcome";
import { useRegisterForm, type RegisterRecord } from "@/components/device/outbox/use-register-form";
import { typedFieldOf } from "@/lib/safety/typed";

type Typed = Readonly<Record<string, string>>;

/** A form of this register, with what is wrong by the fields of the form. */
export function useSafetyForm(props: {
  readonly kind: "adverseEvent" | "assessment";
  readonly record: RegisterRecord;
  readonly action: FormAction;
  readonly bodyOf: (fields: Typed) => Typed | Readonly<Record<string, unknown>>;
}) {
  const problems = useTranslations("problems");
  const opened = useRegisterForm({
    ...props,
    schemaOf: async () => {
      const { adverseEventInput, rapidAssessmentInput } = await import("@/lib/safety/schema");
      return props.kind === "assessment" ? rapidAssessmentInput : adverseEventInput;
    },
  });
  const { state } = opened;
  const told = state.status === "rejected" ? Object.entries(state.fields) : [];
  const typed = state.status === "rejected" ? state.typed : {};
  return {
    ...opened,
    actorId: props.record.actorId,
    problemOf: (field: string): string | undefined => {
      const [, found = []] = told.find(([part]) => typedFieldOf(typed, part) === field) ?? [];
      return found[0] && problems(found[0]);
    },
  };
}

/** A form as it is open: what was typed, what came of it, what is wrong with it. */
export type SafetyFormState = ReturnType<typeof useSafetyForm>;
