"use client";

import { Check, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/i18n/format";
import type { ConfirmedMutation } from "@/lib/outbox/mutation";
import { routes, withQuery } from "@/lib/routes";
import { localDay, localTime, type TimeZone } from "@/lib/time/time-zone";

const shown = 50;

/** Reports whose values were read back from the server, latest first. */
export function ArrivedList(props: {
  readonly lines: readonly ConfirmedMutation[];
  readonly timeZone: TimeZone;
}) {
  const t = useTranslations("outbox");
  const format = formats(useLocale());
  const lines = [...props.lines]
    .sort((a, b) => Date.parse(b.state.at) - Date.parse(a.state.at))
    .slice(0, shown);
  if (lines.length === 0) return null;

  function told({ day, isZero, state }: ConfirmedMutation): string {
    const at = new Date(state.at);
    const time = format.hour(localTime(at, props.timeZone));
    const when =
      localDay(at, props.timeZone) === day
        ? time
        : t("arrived.ofDay", { time, day: format.monthDay(day) });
    if (state.isOutdated) return t("arrived.outdated", { when });
    return t(isZero ? "arrived.zero" : "arrived.equal", { when });
  }

  return (
    <section aria-labelledby="outbox-arrived">
      <h2 id="outbox-arrived" className="px-4 pt-4 pb-2 text-note font-semibold text-ink2">
        {t("arrived.title")}
      </h2>
      <ul className="border-t border-line bg-surface">
        {lines.map((line) => (
          <li key={line.id} className="border-b border-line">
            <Link
              href={withQuery(routes.entryOf(line.unit), { kampanye: line.slug, hari: line.day })}
              prefetch={false}
              className="flex min-h-14 items-center gap-3 px-4 py-2 no-underline focus-visible:-outline-offset-3"
            >
              <span
                aria-hidden
                className="grid size-7 shrink-0 place-items-center rounded-control bg-reached-tint text-dense font-semibold text-reached"
              >
                {line.isZero ? "0" : <Check className="size-4" />}
              </span>
              <span className="min-w-0 grow">
                <span className="block font-semibold text-ink">{line.unitName}</span>
                <span className="block text-note text-ink2">{told(line)}</span>
              </span>
              <ChevronRight aria-hidden className="size-5 shrink-0 text-ink2" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
