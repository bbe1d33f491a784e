"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";

import type { FormState } from "@/lib/forms/form-state";
import { parseForm } from "@/lib/forms/parse-form";
import { respond } from "@/lib/forms/respond";
import { ownAddress, routes } from "@/lib/routes";
import { now } from "@/lib/time/clock";

import { signIn, TooManyTries } from "./commands";
import { signInForm } from "./schema";
import { clientAddress } from "./address";
import { endSession, startSession } from "./session";

/** What became of a sign-in that did not lead on. The name comes back as it was typed. */
export type SignInAnswer = { readonly username: string } & (
  { readonly kind: "wrong" } | { readonly kind: "tooManyTries"; readonly until: Date }
);

/** Signs in and leads to where the person wanted to go. */
export async function signInAction(
  _previous: FormState<SignInAnswer>,
  form: FormData,
): Promise<FormState<SignInAnswer>> {
  const answer = await respond<SignInAnswer | { kind: "in"; to: string }>(form, async () => {
    const { kembali, ...credentials } = parseForm(signInForm, form);
    const { username } = credentials;
    try {
      const session = await signIn(credentials, clientAddress(await headers()));
      if (!session) return { kind: "wrong", username };
      await startSession(session);
      return { kind: "in", to: ownAddress(kembali) ?? routes.home };
    } catch (error) {
      if (!(error instanceof TooManyTries)) throw error;
      const until = new Date(now().getTime() + error.waitMilliseconds);
      return { kind: "tooManyTries", username, until };
    }
  });
  if (answer.status === "saved" && answer.result.kind === "in") redirect(answer.result.to);
  return answer as FormState<SignInAnswer>;
}

export async function signOut(): Promise<void> {
  await endSession();
  redirect(routes.signIn);
}
