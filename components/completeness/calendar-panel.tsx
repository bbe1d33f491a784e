import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/ui/panel";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { formats } from "@/lib/i18n/format";

import { CalendarHead } from "./calendar-head";
import { CalendarKey } from "./calendar-key";
import { CalendarRowLine } from "./calendar-row";
import { CalendarTable } from "./calendar-table";
import { CalendarWhole } from "./calendar-whole";
import type { CompletenessProps } from "./completeness-props";
import { phoneDays } from "./phone-days";
import { SilentPanel } from "./silent-panel";

/** Units that a phone lists before it is asked for the rest. */
const shortList = 12;

/** Places × days: what came in, what is missing, what came late. Every cell leads to its day. */
export function CalendarPanel(props: CompletenessProps) {
  const t = useTranslations("completeness");
  const format = formats(useLocale());
  const { view, params, links } = props;
  const { root } = view;
  const rowsNoun = root.rowsAre === "subdistrict" ? "subdistrict" : view.noun;
  const days = phoneDays(view);
  // On a phone those that are missing come first: they are why one looks.
  const rows =
    root.rowsAre === "unit"
      ? [...view.rows].sort((a, b) => reportedOn(a) - reportedOn(b))
      : view.rows;
  const isShort = root.rowsAre === "unit" && !params.isShowingAll && rows.length > shortList;

  function reportedOn(row: (typeof view.rows)[number]): number {
    return row.cells[view.dayNumber - 1]?.received ?? 0;
  }

  return (
    <Panel
      className="max-tablet:-mx-4 max-tablet:rounded-none max-tablet:border-x-0"
      title={t("calendar.title", { rows: t(`nouns.${rowsNoun}`) })}
      note={t(root.rowsAre === "unit" ? "calendar.noteUnits" : "calendar.note", {
        noun: t(`nouns.${view.noun}`),
      })}
    >
      <ScrollRegion
        label={t("calendar.title", { rows: t(`nouns.${rowsNoun}`) })}
        startsAt="current"
        className="mt-3"
      >
        <table className="w-full border-separate border-spacing-x-px border-spacing-y-0.5 text-dense">
          <caption className="sr-only">
            {t("calendar.title", { rows: t(`nouns.${rowsNoun}`) })}
          </caption>
          <CalendarHead {...props} days={days} />
          <tbody>
            <CalendarWhole {...props} days={days} />
            {rows.map((row, index) => (
              <CalendarRowLine
                key={row.code}
                {...props}
                row={row}
                days={days}
                isPhoneHidden={isShort && index >= shortList}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {isShort ? (
        <a
          href={links.to({ isShowingAll: true })}
          className="mt-3 grid min-h-11 place-items-center rounded-control border border-line-strong bg-surface font-semibold text-ink no-underline tablet:hidden"
        >
          {t("calendar.showMore", {
            count: format.count(rows.length - shortList),
            noun: t(`nouns.${view.noun}`),
          })}
        </a>
      ) : null}
      <div className="flex flex-wrap justify-between gap-2 text-dense print:hidden">
        {view.window.earlier ? (
          <a href={links.to({ day: view.window.earlier })} className="py-2.5">
            ← {t("calendar.earlier")}
          </a>
        ) : null}
        {view.window.later ? (
          <a href={links.to({ day: view.window.later })} className="ml-auto py-2.5">
            {t("calendar.later")} →
          </a>
        ) : null}
      </div>
      <CalendarKey rowsAre={root.rowsAre} hasNotes={props.notes.length > 0} />
      <CalendarTable {...props} />
      {root.kind === "unit" ? null : <SilentPanel {...props} />}
    </Panel>
  );
}
