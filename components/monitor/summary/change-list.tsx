import { ArrowDownRight, ArrowUpRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { formats } from "@/lib/base/i18n/format";
import { runningTenthsOf, statusWord } from "@/lib/monitor/assessment";
import type { Summary } from "@/lib/monitor/summary/summary";
import type { StatusChange } from "@/lib/monitor/summary/change";

import { bold } from "./bold";
import { unitWord } from "./place-word";

const maxShown = 6;

/** Places whose status is not yesterday's, and units that newly reached the goal. */
export function ChangeList(props: { readonly summary: Summary }) {
  const t = useTranslations("summary.yesterday");
  const { summary } = props;
  const shown = summary.changes.slice(0, maxShown);
  const more = summary.changes.slice(maxShown);
  const isQuiet = shown.length === 0 && summary.reached.newly === 0;

  return (
    <div className="mt-3 text-dense">
      {isQuiet ? <p className="text-ink2">{t("nothing")}</p> : null}
      <ul className="space-y-1.5">
        <Changes changes={shown} summary={summary} />
        {summary.reached.newly > 0 ? (
          <ChangeRow isBetter>
            <NewlyReached summary={summary} />
          </ChangeRow>
        ) : null}
      </ul>
      {more.length > 0 ? (
        <details className="mt-1.5">
          <summary className="inline-flex min-h-6 items-center text-link underline">
            {t("more", { count: more.length })}
          </summary>
          <ul className="mt-1.5 space-y-1.5">
            <Changes changes={more} summary={summary} />
          </ul>
        </details>
      ) : null}
    </div>
  );
}

function Changes(props: { readonly changes: readonly StatusChange[]; readonly summary: Summary }) {
  return props.changes.map((change) => (
    <ChangeRow
      key={`${change.assessment.code}/${change.intervention.key}`}
      isBetter={change.isBetter}
    >
      <ChangeText change={change} summary={props.summary} />
    </ChangeRow>
  ));
}

function ChangeRow(props: { readonly isBetter: boolean; readonly children: ReactNode }) {
  const t = useTranslations("summary.yesterday");
  const Icon = props.isBetter ? ArrowUpRight : ArrowDownRight;
  return (
    <li className="flex gap-2.5 text-ink2">
      <Icon
        role="img"
        aria-hidden={false}
        aria-label={t(props.isBetter ? "better" : "worse")}
        className="mt-0.5 size-4 shrink-0"
      />
      <span className="min-w-0">{props.children}</span>
    </li>
  );
}

/** "Kapuas Timur, MR: sesuai jalur → tertinggal (55,1%, seharusnya 55,2%)" */
export function ChangeText(props: { readonly change: StatusChange; readonly summary: Summary }) {
  const t = useTranslations("summary");
  const format = formats(useLocale());
  const { change } = props;
  const { assessment } = change;
  return t.rich(change.to === "behind" ? "yesterday.changeBehind" : "yesterday.change", {
    name: change.name,
    intervention: change.intervention.shortName,
    from: t(`tiles.status.${change.from}`),
    to: t(`tiles.status.${statusWord(assessment)}`),
    coverage: format.coverage(assessment),
    running: format.tenths(runningTenthsOf(assessment)),
    b: bold,
    c: (chunks) => <span className="text-ink3">{chunks}</span>,
  });
}

/** "4 desa baru mencapai target MR, menjadi 12 dari 231" */
export function NewlyReached(props: { readonly summary: Summary }) {
  const t = useTranslations("summary");
  const places = useTranslations("places");
  const format = formats(useLocale());
  const { reached, chosen } = props.summary;
  return t.rich("yesterday.newly", {
    newly: format.count(reached.newly),
    places: places(`counted.${unitWord(props.summary)}`, { count: reached.newly }),
    name: chosen.shortName,
    reached: format.count(reached.reached),
    units: format.count(reached.units),
    b: bold,
  });
}
