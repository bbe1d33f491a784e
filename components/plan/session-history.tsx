import { useLocale, useTranslations } from "next-intl";

import { RecordHistory } from "@/components/base/register/record-history";
import { formats } from "@/lib/base/i18n/format";
import type { TimeZone } from "@/lib/base/time/time-zone";

/** What was ever said of a session: where, when, and why it was called off. */
export function SessionHistory(props: {
  readonly history: readonly {
    readonly version: number;
    readonly at: Date;
    readonly actorName: string;
    readonly body: unknown;
  }[];
  readonly zone: TimeZone;
  readonly unitOf: (code: string) => string;
}) {
  const t = useTranslations("schedule.session");
  const format = formats(useLocale());
  return (
    <RecordHistory
      zone={props.zone}
      items={props.history.map(({ version, at, actorName, body }) => {
        const { unit, day, calledOff } = saidIn(body);
        return {
          id: String(version),
          at,
          actorName,
          what: t(version === 1 ? "added" : "changed"),
          said: (
            <p className="text-ink2">
              {t("movedTo", {
                unit: props.unitOf(unit),
                day: day === "" ? "" : format.longDay(day),
              })}
              {calledOff === null ? null : (
                <span className="block">{t("off", { reason: calledOff })}</span>
              )}
            </p>
          ),
        };
      })}
    />
  );
}

/** What a stored version says, whatever its time wrote. */
function saidIn(body: unknown) {
  const said = (typeof body === "object" ? body : null) as Readonly<Record<string, unknown>> | null;
  const text = (name: string) => {
    const value = said?.[name];
    return typeof value === "string" ? value : null;
  };
  return { unit: text("unit") ?? "", day: text("day") ?? "", calledOff: text("calledOff") };
}
