import { Check } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { ButtonLink } from "@/components/base/ui/button-link";
import { Panel } from "@/components/base/ui/panel";
import { targetSources, type TargetSource } from "@/lib/campaign/campaign";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

/** The two sources side by side, and which one coverage is computed with. Works without scripts. */
export function SourcePanel(props: {
  readonly slug: string;
  readonly isReadOnly: boolean;
  readonly deciding: TargetSource;
  readonly newest: Readonly<
    Record<TargetSource, { asOf: CalendarDay; decree: string | null } | null>
  >;
  readonly known: Readonly<Record<TargetSource, number>>;
  readonly units: number;
}) {
  const t = useTranslations("targets");
  const names = useTranslations("common.targetSources");
  const f = formats(useLocale());
  return (
    <Panel title={t("deciding")} note={t("decidingNote")}>
      <div className="mt-3">
        <ul className="border-t border-line">
          {targetSources.map((source) => {
            const newest = props.newest[source];
            const isDeciding = props.deciding === source;
            return (
              <li
                key={source}
                className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-2"
              >
                <div className="min-w-40 grow basis-0">
                  <p className="font-medium">{names(source)}</p>
                  <p className="text-note text-ink3">
                    {newest ? t("asOf", { day: f.day(newest.asOf) }) : t("neverImported")}
                    {newest?.decree ? ` · ${newest.decree}` : ""}
                    {" · "}
                    {t("unitsKnown", { known: props.known[source], units: props.units })}
                  </p>
                </div>
                {isDeciding ? (
                  <span className="inline-flex items-center gap-1.5 text-dense font-semibold text-reached">
                    <Check aria-hidden className="size-4" />
                    {t("isDeciding")}
                  </span>
                ) : newest === null || props.isReadOnly ? null : (
                  <ButtonLink
                    href={withQuery(routes.targets, { kampanye: props.slug, penentu: source })}
                  >
                    {t("decide")}
                  </ButtonLink>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </Panel>
  );
}
