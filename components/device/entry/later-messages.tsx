"use client";

import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import type { ReactNode } from "react";

import type { Locale } from "@/lib/base/i18n/locale";
import type { Catalogue } from "@/lib/base/i18n/messages";

/** Sentences that come with the part of the page that says them, beside those that the page has. */
export function LaterMessages<Name extends keyof Catalogue>(props: {
  readonly name: Name;
  readonly of: Readonly<Record<Locale, Catalogue[Name]>>;
  readonly children: ReactNode;
}) {
  const messages = useMessages();
  const locale = useLocale();
  return (
    <NextIntlClientProvider
      locale={locale}
      messages={{ ...messages, [props.name]: props.of[locale] }}
    >
      {props.children}
    </NextIntlClientProvider>
  );
}
