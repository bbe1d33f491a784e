"use client";

import { Check } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import type { ConfirmedMutation } from "@/lib/device/outbox/mutation";
import { localDay, localTime, type TimeZone } from "@/lib/base/time/time-zone";

import { OutboxSection } from "./outbox-section";

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
    <OutboxSection
      id="outbox-arrived"
      title={t("arrived.title")}
      items={lines}
      line={(line) => ({
        key: line.id,
        unitName: line.unitName,
        told: told(line),
        mark: (
          <span
            aria-hidden
            className="grid size-7 shrink-0 place-items-center rounded-control bg-reached-tint text-dense font-semibold text-reached"
          >
            {line.isZero ? "0" : <Check className="size-4" />}
          </span>
        ),
      })}
    />
  );
}
