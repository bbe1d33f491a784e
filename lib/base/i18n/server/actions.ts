"use server";

import { cookies } from "next/headers";

import { typedText } from "@/lib/base/forms/parse-form";
import { beginAction } from "@/lib/base/forms/server/action-call";

import { asLocale, localeCookie } from "@/lib/base/i18n/locale";

const yearSeconds = 365 * 24 * 60 * 60;

/** Remembers the language of this browser. Needs no session: the sign-in page has it too. */
export async function switchLocale(form: FormData): Promise<void> {
  beginAction();
  const locale = asLocale(typedText(form)["locale"]);
  (await cookies()).set(localeCookie, locale, {
    maxAge: yearSeconds,
    sameSite: "lax",
    httpOnly: true,
    path: "/",
  });
}
