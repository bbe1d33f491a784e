import { useLocale, useTranslations } from "next-intl";
import { useSentences } from "@/components/base/use-sentences";
import type { ReactNode } from "react";

import { NumberLink } from "@/components/monitor/source/number-link";
import { formats } from "@/lib/base/i18n/format";
import { hasCoverage, statusWord } from "@/lib/monitor/assessment";

import { BulletBar } from "./bullet-bar";
import { CoveragePanel } from "./coverage-panel";
import type { CoverageProps } from "./coverage-props";
import { OtherFigure, OtherKey } from "./other-figure";
import { StatusShape } from "./status-shape";

const bold = (chunks: ReactNode) => <b className="font-semibold text-ink">{chunks}</b>;

/** The chosen intervention by target group: where in the ages the children are that are missing. */
export function GroupPanel({ params, view, links }: CoverageProps) {
  const t = useTranslations("coverage.groups");
  const status = useTranslations("common.status");
  const link = useSentences("source.link", params.wording);
  const format = formats(useLocale());

  return (
    <CoveragePanel
      title={t("title")}
      note={t("note", { intervention: params.intervention.shortName, place: view.root.name })}
    >
      <ul className="mt-2">
        {view.groups.map((group) => (
          <li
            key={group.targetGroup}
            className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 border-t border-line py-2.5 first:border-t-0 tablet:grid-cols-[8rem_1fr_auto_6.5rem]"
          >
            <span className="min-w-0 text-dense">
              {group.groupName}
              <span className="block text-note text-ink3">
                <NumberLink
                  href={links.sources({ targetGroup: group.targetGroup })}
                  name={link("doses", {
                    count: format.count(group.dosesAdministered),
                    of: link("of", {
                      intervention: `${params.intervention.shortName} ${group.groupName}`,
                      place: view.root.name,
                    }),
                  })}
                >
                  {t("counts", {
                    doses: format.count(group.dosesAdministered),
                    people: format.count(group.targetPopulation),
                  })}
                </NumberLink>
              </span>
            </span>
            <BulletBar
              size="small"
              wording={group.wording}
              counts={group}
              unverifiedDoses={group.unverifiedDoses}
              goal={group.coverageGoal}
              elapsed={view.calendar}
              forecast={null}
              status={group.status}
              className="order-last col-span-2 tablet:order-none tablet:col-span-1"
            />
            <span className="flex flex-wrap items-center justify-end gap-x-1.5 text-dense font-semibold">
              <StatusShape status={statusWord(group)} size={12} label={status(statusWord(group))} />
              {hasCoverage(group) ? format.coverage(group) : "–"}
              <OtherFigure assessment={group} />
            </span>
            <span className="hidden text-right text-note text-ink2 tablet:inline">
              {group.coverageGoal === null
                ? null
                : group.needed === 0
                  ? t(group.isDoubtful ? "doubtful" : "reached")
                  : t.rich("needed", { count: format.count(group.needed), b: bold })}
              {group.remaining ? (
                <span className="block">
                  {t("remaining", { count: format.count(group.remaining) })}
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      <OtherKey of={view.groups} source={params.source} />
    </CoveragePanel>
  );
}
