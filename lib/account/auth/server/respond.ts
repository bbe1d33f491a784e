import { tellFailedAction, tellRejectedAction } from "./action-log";
import { AppError } from "@/lib/base/errors";
import { externalCause } from "@/lib/base/external-cause";

import type { FormState } from "@/lib/base/forms/form-state";
import { FormError, givenBack } from "@/lib/base/forms/parse-form";
import { beginAction } from "@/lib/base/forms/server/action-call";

/**
 * Runs a server action's work and turns each expected failure into something a form can show, also
 * that the database is away or its disk full: what was typed stands. Anything unexpected is thrown on
 * to the error boundary.
 */
export async function respond<Result = null>(
  form: FormData,
  work: () => Promise<Result>,
): Promise<FormState<Result>> {
  beginAction();
  try {
    return { status: "saved", result: await work() };
  } catch (error) {
    const typed = givenBack(form);
    if (error instanceof FormError) {
      return { status: "rejected", code: null, fields: error.fields, typed };
    }
    if (error instanceof AppError) {
      await tellRejectedAction(error);
      return error.field
        ? { status: "rejected", code: null, fields: { [error.field]: [error.code] }, typed }
        : { status: "rejected", code: error.code, fields: {}, typed };
    }
    const cause = externalCause(error);
    if (cause === null) throw error;
    await tellFailedAction(cause, error);
    return { status: "rejected", code: cause, fields: {}, typed };
  }
}
