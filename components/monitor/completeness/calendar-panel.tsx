import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { ScrollRegion } from "@/components/base/ui/scroll-region";
import { ratioTenths } from "@/lib/coverage/percent";
import { choiceOf } from "@/lib/campaign/day-note/schema";
import { formats } from "@/lib/base/i18n/format";
import type { CalendarCell } from "@/lib/monitor/completeness/calendar";
import { rowNoun } from "@/lib/monitor/completeness/view";
import { routes, withQuery } from "@/lib/base/routes";

import { useEndedName } from "../use-ended-name";
import { cellData, type DayData, type RowData } from "./calendar-data";
import { CalendarGrid, type CellNames } from "./calendar-grid";
import { CalendarHead } from "./calendar-head";
import { CalendarKey } from "./calendar-key";
import { CalendarTable, type TotalDay } from "./calendar-table";
import { CalendarWhole } from "./calendar-whole";
import type { CompletenessProps } from "./completeness-props";
import { phoneDays, type ShownDay } from "./phone-days";
import { SilentPanel } from "./silent-panel";

/** Units that a phone lists before it is asked for the rest. */
const shortList = 12;

/** Places × days: what came in, what is missing, what came late. Every cell leads to its day. */
export function CalendarPanel(props: CompletenessProps) {
  const t = useTranslations("completeness");
  const places = useTranslations("places");
  const format = formats(useLocale());
  const names = useCellNames();
  const nameOf = useEndedName(props.view.ended);
  const { view, params, links } = props;
  const { root } = view;
  const isPart = root.rowsAre !== "unit";
  const rowsNoun = rowNoun(view);
  const days = phoneDays(view);
  // One list for all that is drawn of it, so that it is sent once.
  const columns = days.map(({ day, isOnPhone }): DayData => ({
    day,
    label: format.monthDay(day),
    isOnPhone,
  }));
  // On a phone those that are missing come first: they are why one looks.
  const rows =
    root.rowsAre === "unit"
      ? [...view.rows].sort((a, b) => reportedOn(a) - reportedOn(b))
      : view.rows;
  const isShort = root.rowsAre === "unit" && !params.isShowingAll && rows.length > shortList;

  const share = (numerator: number, denominator: number) =>
    format.tenths(ratioTenths({ numerator, denominator }));
  const data = rows.map((row, index): RowData => ({
    code: row.code,
    name: nameOf(row),
    units: isPart ? format.count(row.units) : null,
    complete: share(row.received, row.expected),
    onTime: share(row.onTime, row.expected),
    isPhoneHidden: isShort && index >= shortList,
    cells: days.map((shown) => cellData(row.cells[shown.index])),
  }));

  function reportedOn(row: (typeof view.rows)[number]): number {
    return row.cells[view.dayNumber - 1]?.received ?? 0;
  }

  return (
    <Panel
      className="max-tablet:-mx-4 max-tablet:rounded-none max-tablet:border-x-0"
      title={t("calendar.title", { rows: places(`nouns.${rowsNoun}`) })}
      note={t(root.rowsAre === "unit" ? "calendar.noteUnits" : "calendar.note", {
        noun: places(`nouns.${view.noun}`),
      })}
    >
      <ScrollRegion
        label={t("calendar.title", { rows: places(`nouns.${rowsNoun}`) })}
        startsAt="current"
        className="mt-3"
      >
        <CalendarGrid
          caption={t("calendar.title", { rows: places(`nouns.${rowsNoun}`) })}
          head={<CalendarHead {...props} days={days} />}
          whole={<CalendarWhole {...props} days={days} columns={columns} />}
          rows={data}
          days={columns}
          rowsAre={root.rowsAre}
          names={names}
          rowHref={
            isPart
              ? links.to({ place: "{place}" })
              : withQuery(routes.coverageOf("{place}"), { kampanye: props.campaign.slug })
          }
          // On the page itself: the query is enough, hundreds of times.
          cellHref={links
            .to({ day: "{day}", ...(isPart && { place: "{place}" }) })
            .replace(routes.completeness, "")}
        />
      </ScrollRegion>
      {isShort ? (
        <a
          href={links.to({ isShowingAll: true })}
          className="mt-3 grid min-h-11 place-items-center rounded-control border border-line-strong bg-surface font-semibold text-ink no-underline tablet:hidden"
        >
          {t("calendar.showMore", {
            count: format.count(rows.length - shortList),
            noun: places(`nouns.${view.noun}`),
          })}
        </a>
      ) : null}
      <OtherWindows {...props} />
      <CalendarKey rowsAre={root.rowsAre} hasNotes={props.notes.length > 0} />
      <AsTable {...props} rows={data} days={days} />
      {root.kind === "unit" ? null : <SilentPanel {...props} />}
    </Panel>
  );
}

/** Days before and after those that have room. */
function OtherWindows({ view, links }: CompletenessProps) {
  const t = useTranslations("completeness.calendar");
  const { earlier, later } = view.window;
  return (
    <div className="flex flex-wrap justify-between gap-2 text-dense print:hidden">
      {earlier ? (
        <a href={links.to({ day: earlier })} className="py-2.5">
          ← {t("earlier")}
        </a>
      ) : null}
      {later ? (
        <a href={links.to({ day: later })} className="ml-auto py-2.5">
          {t("later")} →
        </a>
      ) : null}
    </div>
  );
}

function AsTable(
  props: CompletenessProps & {
    readonly rows: readonly RowData[];
    readonly days: readonly ShownDay[];
  },
) {
  const t = useTranslations("completeness");
  const notes = useTranslations("dayNote");
  const common = useTranslations("common");
  const format = formats(useLocale());
  const { view } = props;
  const { root } = view;

  function totalDay(cell: CalendarCell): TotalDay {
    return {
      day: cell.day,
      name: format.weekdayDay(cell.day),
      remark: cell.state === "below" || cell.state === "nothing" ? t("key.below") : "",
      share:
        cell.expected === 0
          ? t("table.sweeping", { count: format.count(cell.received) })
          : t("table.share", {
              received: format.count(cell.received),
              expected: format.count(cell.expected),
            }),
      onTime: format.count(cell.onTime),
      notes: props.notes
        .filter(({ day }) => day === cell.day)
        .map(
          (each) =>
            `${each.placeName}: ${notes("line", { kind: notes(`kinds.${choiceOf(each)}`), note: each.note })}`,
        )
        .join("; "),
    };
  }

  return (
    <CalendarTable
      label={t("title")}
      show={common("showAsTable")}
      heads={{
        day: notes("columns.day"),
        whole: root.kind === "district" ? t("calendar.whole") : root.name,
        onTime: t("calendar.onTime"),
        note: notes("columns.note"),
      }}
      rows={props.rows}
      rowsAre={root.rowsAre}
      days={props.days.flatMap(({ index }) => {
        const cell = view.total.cells[index];
        return cell ? [totalDay(cell)] : [];
      })}
      words={{
        reported: t("table.reported"),
        late: t("table.late"),
        silent: t("table.silent"),
        sweeping: t("table.sweeping", { count: "{count}" }),
      }}
    />
  );
}

/** What cells are called, once for all of them. */
function useCellNames(): CellNames {
  const t = useTranslations("completeness.calendar");
  const values = { missing: "{missing}", received: "{received}" };
  return {
    place: t("cellPlace", { place: "{place}" }),
    day: t("cellDay", { day: "{day}" }),
    parts: {
      complete: t("cell.complete"),
      enough: t("cell.enough", values),
      below: t("cell.below", values),
      nothing: t("cell.nothing", values),
      notExpected: t("cell.notExpected", values),
    },
    late: t("cell.late"),
    units: {
      onTime: t("unitCell.onTime"),
      late: t("unitCell.late"),
      missing: t("unitCell.missing"),
      notExpected: t("unitCell.notExpected"),
      swept: t("unitCell.swept"),
    },
  };
}
