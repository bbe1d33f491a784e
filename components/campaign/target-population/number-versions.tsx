import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import { localDay, type TimeZone } from "@/lib/base/time/time-zone";

export type NumberVersion = {
  readonly set: number;
  /** null: withdrawn. */
  readonly people: number | null;
  /** 0: every round. */
  readonly round: number;
  readonly asOf: string;
  readonly inForceFrom: string;
  readonly decree: string | null;
  readonly reason: string | null;
  readonly by: string | null;
  readonly at: Date;
};

/** All that the number was, the newest first. */
export function NumberVersions(props: {
  readonly versions: readonly NumberVersion[];
  readonly hasRounds: boolean;
  readonly timeZone: TimeZone;
}) {
  const t = useTranslations("targets");
  const f = formats(useLocale());
  return (
    <>
      <h3 className="mt-5 text-dense font-semibold">{t("correct.versions")}</h3>
      <ol className="mt-1 border-t border-line text-dense">
        {props.versions.map((version) => (
          <li
            key={`${String(version.set)} ${String(version.round)}`}
            className="border-b border-line py-2"
          >
            <p className="font-medium">
              {[
                version.people === null
                  ? t("withdraw.version", { from: f.day(version.inForceFrom) })
                  : t("correct.version", {
                      people: f.count(version.people),
                      day: f.day(version.asOf),
                      from: f.day(version.inForceFrom),
                    }),
                ...(props.hasRounds && version.round > 0
                  ? [t("correct.forRound", { round: version.round })]
                  : []),
              ].join(" · ")}
            </p>
            <p className="text-note text-ink2">
              {[
                version.by ?? "–",
                `${f.day(localDay(version.at, props.timeZone))}, ${f.time(version.at, props.timeZone)}`,
                ...(version.decree ? [version.decree] : []),
              ].join(" · ")}
            </p>
            {version.reason ? <p>{version.reason}</p> : null}
          </li>
        ))}
      </ol>
    </>
  );
}
