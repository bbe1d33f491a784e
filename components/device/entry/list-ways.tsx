"use client";

import { ChevronDown } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";

import { Button } from "@/components/base/ui/button";

import type { MessagePasteProps } from "./message-paste";
import { useReturnFocus } from "./use-return-focus";

const MessagePaste = dynamic(
  () => import("./message-paste").then((module) => module.MessagePaste),
  { ssr: false },
);

/** Other ways to fill a day in, and to take it along, folded away under the list of a phone. */
export function ListWays(
  props: MessagePasteProps & {
    /** The day as a file, and its paper form. */
    readonly links: ReactNode;
  },
) {
  const t = useTranslations("entry.message");
  const [isPasting, setPasting] = useState(false);
  useReturnFocus(isPasting);
  return (
    <details className="group mt-4 rounded-control border border-line bg-surface text-dense">
      <summary className="flex min-h-11 items-center justify-between gap-3 px-3 font-medium">
        {t("ways")}
        <ChevronDown aria-hidden className="size-5 shrink-0 text-ink2 group-open:rotate-180" />
      </summary>
      <div className="grid justify-items-start gap-1 px-3 pb-3">
        <Button className="noscript:hidden" onClick={() => setPasting(true)}>
          {t("open")}
        </Button>
        {isPasting ? <MessagePaste {...props} onClose={() => setPasting(false)} /> : null}
        {props.links}
      </div>
    </details>
  );
}
