"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";

import type { Visitor } from "@/lib/account/auth/server/queries";
import { endOwnSessions } from "@/lib/account/auth/server/session-commands";
import {
  currentVisitor,
  startSession,
  thisDevice,
  visitorAddress,
} from "@/lib/account/auth/server/session";
import { AppError } from "@/lib/base/errors";
import type { FormState } from "@/lib/base/forms/form-state";
import { FormError, parseForm } from "@/lib/base/forms/parse-form";
import { respond } from "@/lib/account/auth/server/respond";
import { logSecurity } from "@/lib/base/server/log";
import { ownAddress, routes } from "@/lib/base/routes";

import { changeOwnPassword } from "./account-commands";
import { passwordChange } from "@/lib/account/people/schema";

/**
 * Changes one's own password; this browser stays signed in, every other is signed out. Who had a
 * temporary one is led on to where they wanted to go.
 */
export async function changePasswordAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  let to: string | null = null;
  const answer = await respond(form, async () => {
    const { actor, isPasswordTemporary } = await requireSession();
    const { kembali, ...typed } = parseForm(passwordChange, form);
    const changed = await changeOwnPassword(actor, typed, await thisDevice());
    if ("problem" in changed) {
      const field = changed.problem === "passwordWrong" ? "current" : "next";
      throw new FormError({ [field]: [changed.problem] });
    }
    await startSession(changed.session);
    logSecurity("passwordChanged", { person: actor.username, address: await visitorAddress() });
    if (isPasswordTemporary) to = ownAddress(kembali) ?? routes.home;
    return null;
  });
  if (to !== null) redirect(to);
  return answer;
}

/** Ends one of one's own sessions; ending this one is signing out, which has an action of its own. */
export async function endSessionAction(
  _previous: FormState<number>,
  form: FormData,
): Promise<FormState<number>> {
  return respond(form, async () => {
    const { actor } = await requireSession();
    const { sessionId } = parseForm(z.object({ sessionId: z.uuid() }), form);
    const ended = await endOwnSessions(actor.id, { only: sessionId });
    if (ended > 0) {
      logSecurity("signOut", { person: actor.username, address: await visitorAddress() });
    }
    revalidatePath(routes.account);
    return ended;
  });
}

/** Signs out everywhere else: this browser stays, so that the password can be changed from it. */
export async function signOutElsewhereAction(
  _previous: FormState<number>,
  form: FormData,
): Promise<FormState<number>> {
  return respond(form, async () => {
    const { actor, sessionId } = await requireSession();
    const ended = await endOwnSessions(actor.id, { allBut: sessionId });
    logSecurity("signOutEverywhere", {
      person: actor.username,
      ended,
      address: await visitorAddress(),
    });
    revalidatePath(routes.account);
    return ended;
  });
}

/** These are open to a temporary password too. @throws {AppError} `notSignedIn` */
async function requireSession(): Promise<Visitor> {
  const visitor = await currentVisitor();
  if (!visitor) throw new AppError("notSignedIn", "one's own account");
  return visitor;
}
