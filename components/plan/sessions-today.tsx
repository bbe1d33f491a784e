import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

import { routes, withQuery } from "@/lib/base/routes";
import type { TodaySession } from "@/lib/plan/today";

import { StateShape } from "./state-word";

/** Today's sessions beside today's reports, each with the way to its report; nothing where there are none. */
export function SessionsToday({ sessions }: { readonly sessions: readonly TodaySession[] }) {
  const t = useTranslations("schedule");
  if (sessions.length === 0) return null;
  return (
    <section className="mt-5 max-w-180">
      <h2 className="flex justify-between border-b border-line pb-1 text-dense font-semibold text-ink2">
        {t("today.title")} <span>{sessions.length}</span>
      </h2>
      <ul>
        {sessions.map((session) => (
          <li key={session.id} className="border-b border-line">
            <Link
              href={withQuery(routes.entryOf(session.unit), {
                kampanye: session.slug,
                hari: session.day,
              })}
              prefetch={false}
              className="flex min-h-14 items-center gap-3 px-1 py-2 text-ink no-underline hover:bg-sunken"
            >
              <StateShape state={session.isReported ? "reporting" : "waiting"} size={18} />
              <span className="min-w-0 grow">
                <span className="block font-semibold wrap-anywhere">
                  {t("today.session", { mode: t(`modes.${session.mode}`), unit: session.name })}
                </span>
                <span className="block text-note text-ink2">
                  {[
                    session.campaign,
                    session.team,
                    session.planned === null
                      ? null
                      : t("today.planned", { count: session.planned }),
                    t(`states.${session.isReported ? "reporting" : "waiting"}`),
                  ]
                    .filter(Boolean)
                    .join(", ")}
                </span>
              </span>
              <ChevronRight aria-hidden className="size-4 shrink-0 text-ink3" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
