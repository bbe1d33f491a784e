import { AppError } from "@/lib/errors";

import type { FormState } from "./form-state";
import { FormError, typedText } from "./parse-form";

/**
 * Runs a server action's work and turns each expected failure into something a form can show.
 * Anything unexpected is thrown on to the error boundary.
 */
export async function respond<Result = null>(
  form: FormData,
  work: () => Promise<Result>,
): Promise<FormState<Result>> {
  try {
    return { status: "saved", result: await work() };
  } catch (error) {
    const typed = typedText(form);
    if (error instanceof FormError) {
      return { status: "rejected", code: null, fields: error.fields, typed };
    }
    if (error instanceof AppError) {
      return error.field
        ? { status: "rejected", code: null, fields: { [error.field]: [error.code] }, typed }
        : { status: "rejected", code: error.code, fields: {}, typed };
    }
    throw error;
  }
}
