"use client";

import { ChevronRight, Inbox } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

import { routes, withQuery } from "@/lib/base/routes";

import { useOutbox } from "./use-outbox";

/** "3 laporan belum terkirim", which opens the outbox. Nothing while everything has arrived. */
export function OutboxBar(props: { readonly actorId: string; readonly slug: string }) {
  const t = useTranslations("outbox");
  const view = useOutbox(props.actorId)?.view;
  const stuck = (view?.mutations ?? []).filter(
    ({ state }) => state.kind === "refused" || state.kind === "conflict",
  ).length;
  const unsent = view?.unsent ?? 0;

  return (
    <div aria-live="polite" className="empty:hidden">
      {unsent > 0 ? (
        <Link
          href={withQuery(routes.outbox, { kampanye: props.slug })}
          prefetch={false}
          className="mb-7 flex min-h-11 items-center gap-3 rounded-control border border-line-strong bg-surface px-3 py-2 text-dense text-ink no-underline"
        >
          <Inbox aria-hidden className="size-5 shrink-0 text-ink2" />
          <span className="min-w-0 grow font-semibold">
            {t("unsent", { count: unsent })}
            {stuck > 0 ? (
              <span className="block font-medium text-error">{t("stuck", { count: stuck })}</span>
            ) : null}
          </span>
          <span className="text-link underline">{t("open")}</span>
          <ChevronRight aria-hidden className="size-5 shrink-0 text-ink2" />
        </Link>
      ) : null}
    </div>
  );
}
