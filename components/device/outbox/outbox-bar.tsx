"use client";

import { ChevronRight, CircleCheck, Inbox } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

import { routes, withQuery } from "@/lib/base/routes";

import { useOutbox } from "./use-outbox";

/**
 * How long a report may be on its way until the page speaks of it, in milliseconds. The row says so at
 * once; a line that came and went with each report would move what is being pressed.
 */
const lateAfter = 3_000;

/**
 * "3 laporan belum terkirim", which opens the outbox. Nothing as long as everything arrives soon; once
 * it stands there it stays, and says that all has arrived.
 */
export function OutboxBar(props: { readonly actorId: string; readonly slug: string }) {
  const t = useTranslations("outbox");
  const view = useOutbox(props.actorId)?.view;
  const stuck = (view?.mutations ?? []).filter(
    ({ state }) => state.kind === "rejected" || state.kind === "conflict",
  ).length;
  const unsent = view?.unsent ?? 0;
  const isShown = useLate(unsent > 0);

  return (
    <div aria-live="polite" className="empty:hidden">
      {isShown ? (
        <Link
          href={withQuery(routes.outbox, { kampanye: props.slug })}
          prefetch={false}
          className="mb-7 flex min-h-11 items-center gap-3 rounded-control border border-line-strong bg-surface px-3 py-2 text-dense text-ink no-underline"
        >
          {unsent > 0 ? (
            <Inbox aria-hidden className="size-5 shrink-0 text-ink2" />
          ) : (
            <CircleCheck aria-hidden className="size-5 shrink-0 text-reached" />
          )}
          <span className="min-w-0 grow font-semibold">
            {unsent > 0 ? t("unsent", { count: unsent }) : t("allArrived")}
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

/** Whether something has ever been so for a while on this page. */
function useLate(isSo: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isSo) return;
    const timer = setTimeout(() => setLate(true), lateAfter);
    return () => clearTimeout(timer);
  }, [isSo]);
  return isLate;
}
