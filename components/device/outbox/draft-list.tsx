"use client";

import { Pencil } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";

import { OutboxSection, reportHref } from "./outbox-section";
import type { NamedDraft } from "./use-drafts";

/** What was typed on this device and not sent from its screen: each leads to where it is finished. */
export function DraftList({ drafts }: { readonly drafts: readonly NamedDraft[] }) {
  const t = useTranslations("outbox.drafts");
  const format = formats(useLocale());

  return (
    <OutboxSection
      id="outbox-drafts"
      title={t("title")}
      items={drafts}
      line={(draft) => ({
        key: draft.name,
        href: reportHref(draft),
        name: draft.unitName,
        told: t("of", { day: format.weekdayDay(draft.day) }),
        mark: (
          <span
            aria-hidden
            className="grid size-7 shrink-0 place-items-center rounded-control border border-dashed border-line-strong text-ink2"
          >
            <Pencil className="size-3.5" />
          </span>
        ),
      })}
    />
  );
}
