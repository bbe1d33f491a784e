import { X } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import { unitNoun } from "@/lib/monitor/coverage/place";

import type { CoverageProps } from "./coverage-props";

/** What narrows the screen, each taken away by a press. */
export function CoverageChips({
  campaign,
  params,
  view,
  links,
  place,
}: CoverageProps & { readonly place: string | null }) {
  const t = useTranslations("coverage.filters");
  const nouns = useTranslations("places.counted");
  const sources = useTranslations("common.targetSources");
  const format = formats(useLocale());
  const { given } = params;
  const chips: { name: string; href: string }[] = [];

  if (place !== null) chips.push({ name: view.root.name, href: links.place(null) });
  if (params.groupFilter !== null) {
    const group = campaign.targetGroups.find(({ code }) => code === params.groupFilter);
    chips.push({ name: group?.name ?? params.groupFilter, href: links.here({ kelompok: "" }) });
  }
  if (given.sampai) {
    chips.push({
      name: t("untilDay", { date: format.day(given.sampai) }),
      href: links.here({ sampai: "" }),
    });
  }
  if (params.source !== campaign.decidingTargetSource) {
    chips.push({ name: sources(params.source), href: links.here({ sumber: "" }) });
  }
  if (given.putaran && campaign.rounds.length > 1) {
    chips.push({
      name: t("roundOption", { number: given.putaran }),
      href: links.here({ putaran: "" }),
    });
  }
  if (params.isBelowGoal && view.root.kind !== "unit") {
    chips.push({
      name: t("belowGoal", {
        goal: format.goal(view.total.coverageGoal),
        count: format.count(view.total.unitsBelowGoal ?? 0),
        noun: nouns(unitNoun(view.root.units), { count: view.total.unitsBelowGoal ?? 0 }),
      }),
      href: links.here({ "di-bawah-target": "", tampil: "" }),
    });
  }
  if (chips.length === 0) return null;

  return (
    <ul aria-label={t("chips")} className="mt-3 flex flex-wrap gap-2 print:hidden">
      {chips.map(({ name, href }) => (
        <li key={name}>
          <Link
            href={href}
            scroll={false}
            aria-label={t("remove", { name })}
            className="inline-flex min-h-11 items-center gap-1.5 rounded-pill border border-line-strong bg-surface px-3 text-note font-medium text-ink no-underline hover:bg-sunken tablet:min-h-8"
          >
            {name}
            <X aria-hidden className="size-3.5" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
