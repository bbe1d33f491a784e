"use client";

import { ChevronRight, Pencil } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/i18n/format";
import { routes, withQuery } from "@/lib/routes";

import type { NamedDraft } from "./use-drafts";

/** What was typed on this device and not sent from its screen: each leads to where it is finished. */
export function DraftList({ drafts }: { readonly drafts: readonly NamedDraft[] }) {
  const t = useTranslations("outbox.drafts");
  const format = formats(useLocale());
  if (drafts.length === 0) return null;

  return (
    <section aria-labelledby="outbox-drafts">
      <h2 id="outbox-drafts" className="px-4 pt-4 pb-2 text-note font-semibold text-ink2">
        {t("title")}
      </h2>
      <ul className="border-t border-line bg-surface">
        {drafts.map(({ name, slug, day, unit, unitName }) => (
          <li key={name} className="border-b border-line">
            <Link
              href={withQuery(routes.entryOf(unit), { kampanye: slug, hari: day })}
              prefetch={false}
              className="flex min-h-14 items-center gap-3 px-4 py-2 no-underline focus-visible:-outline-offset-3"
            >
              <span
                aria-hidden
                className="grid size-7 shrink-0 place-items-center rounded-control border border-dashed border-line-strong text-ink2"
              >
                <Pencil className="size-3.5" />
              </span>
              <span className="min-w-0 grow">
                <span className="block font-semibold text-ink">{unitName}</span>
                <span className="block text-note text-ink2">
                  {t("of", { day: format.weekdayDay(day) })}
                </span>
              </span>
              <ChevronRight aria-hidden className="size-5 shrink-0 text-ink2" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
