"use client";

import { NextIntlClientProvider } from "next-intl";

import { Failure } from "@/components/ui/failure";
import english from "@/lib/i18n/messages/en/common.json";
import indonesian from "@/lib/i18n/messages/id/common.json";

/** A page that failed. It brings its own sentences: the server that would hand them out may be what failed. */
export default function ErrorPage(props: {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}) {
  const isEnglish = typeof document !== "undefined" && document.documentElement.lang === "en";
  return (
    <NextIntlClientProvider
      locale={isEnglish ? "en" : "id"}
      messages={{ common: isEnglish ? english : indonesian }}
    >
      <main id="isi">
        <Failure incident={props.error.digest ?? null} onRetry={props.reset} />
      </main>
    </NextIntlClientProvider>
  );
}
