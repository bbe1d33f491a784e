"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";

import { AppError } from "@/lib/base/errors";
import type { FormState } from "@/lib/base/forms/form-state";
import { beginAction } from "@/lib/base/forms/server/action-call";
import { parseForm } from "@/lib/base/forms/parse-form";
import { respond } from "./respond";
import { ownAddress, routes } from "@/lib/base/routes";

import { signIn } from "./commands";
import { deviceCookie, deviceCookieName, readDevice } from "./known-device";
import { rememberDevice } from "./known-device-commands";
import "./door";
import { signInForm } from "@/lib/account/auth/schema";
import { personCookie } from "./person-cookie";
import { signOutHere, startSession, thisDevice, visitorAddress } from "./session";
import { TooManyTries } from "./throttle-commands";

/** What became of a sign-in that did not lead on. The name comes back as it was typed. */
type SignInAnswer = { readonly username: string } & (
  | { readonly kind: "wrong" }
  | { readonly kind: "busy" }
  | { readonly kind: "tooManyTries"; readonly waitMilliseconds: number; readonly isWrong: boolean }
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
      const jar = await cookies();
      const device = readDevice(jar.get(deviceCookieName())?.value);
      const session = await signIn(credentials, await visitorAddress(), device, await thisDevice());
      if (!session) return { kind: "wrong", username };
      await startSession(session);
      jar.set(personCookie(session.userId));
      jar.set(deviceCookie(await rememberDevice(device, session.userId)));
      return { kind: "in", to: ownAddress(kembali) ?? routes.home };
    } catch (error) {
      if (error instanceof AppError && error.code === "busy") return { kind: "busy", username };
      if (!(error instanceof TooManyTries)) throw error;
      const { isWrong, waitMilliseconds } = error;
      return { kind: "tooManyTries", username, waitMilliseconds, isWrong };
    }
  });
  if (answer.status === "saved" && answer.result.kind === "in") redirect(answer.result.to);
  return answer as FormState<SignInAnswer>;
}

export async function signOut(): Promise<void> {
  beginAction();
  await signOutHere();
  redirect(routes.signIn);
}
