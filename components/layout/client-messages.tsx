import { NextIntlClientProvider, useMessages } from "next-intl";
import type { ReactNode } from "react";

import type { Catalogue } from "@/lib/i18n/messages";

/** Hands the named parts of the catalogue to components that run in the browser, and no more. */
export function ClientMessages(props: {
  readonly of: readonly (keyof Catalogue)[];
  readonly children: ReactNode;
}) {
  const messages = useMessages();
  return (
    <NextIntlClientProvider
      messages={Object.fromEntries(props.of.map((name) => [name, messages[name]]))}
    >
      {props.children}
    </NextIntlClientProvider>
  );
}
