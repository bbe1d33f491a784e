"use client";

import { Check } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import type { ConfirmedMutation } from "@/lib/device/outbox/mutation";
import type { ArrivedRecord } from "@/lib/device/outbox/record-mutation";
import { localDay, localTime, type TimeZone } from "@/lib/base/time/time-zone";

import { OutboxSection, reportHref } from "./outbox-section";

const shown = 50;

/** Reports and records whose values were read back from the server, latest first. */
export function ArrivedList(props: {
  readonly lines: readonly ConfirmedMutation[];
  readonly records: readonly ArrivedRecord[];
  readonly timeZone: TimeZone;
}) {
  const t = useTranslations("outbox");
  const format = formats(useLocale());
  const lines = [...props.lines, ...props.records]
    .sort((a, b) => Date.parse(b.state.at) - Date.parse(a.state.at))
    .slice(0, shown);

  function told(line: ConfirmedMutation | ArrivedRecord): string {
    const at = new Date(line.state.at);
    const time = format.hour(localTime(at, props.timeZone));
    if ("of" in line) return t("records.arrived", { when: time });
    const { day, isZero, state } = line;
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
        href: "of" in line ? line.page : reportHref(line),
        name: "of" in line ? line.name : line.unitName,
        told: told(line),
        mark: (
          <span
            aria-hidden
            className="grid size-7 shrink-0 place-items-center rounded-control bg-reached-tint text-dense font-semibold text-reached"
          >
            {"isZero" in line && line.isZero ? "0" : <Check className="size-4" />}
          </span>
        ),
      })}
    />
  );
}
