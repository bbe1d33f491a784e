"use server";

import { currentActor, startSession } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import type { FormState } from "@/lib/forms/form-state";
import { FormError, parseForm } from "@/lib/forms/parse-form";
import { respond } from "@/lib/forms/respond";

import { changeOwnPassword } from "./account-commands";
import { passwordChange } from "./schema";

/** Changes one's own password; this browser stays signed in, every other is signed out. */
export async function changePasswordAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  const answer = await respond(form, async () => {
    const actor = await currentActor();
    if (!actor) throw new AppError("notSignedIn", "password change");
    const session = await changeOwnPassword(actor, parseForm(passwordChange, form));
    if (!session) throw new FormError({ current: ["passwordWrong"] });
    await startSession(session);
    return null;
  });
  // A password never travels back to the page.
  return answer.status === "rejected" ? { ...answer, typed: {} } : answer;
}
