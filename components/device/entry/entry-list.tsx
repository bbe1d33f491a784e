"use client";

import clsx from "clsx";
import { Check, ChevronRight, Lock, Search, Undo2 } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";

import { useOutbox } from "@/components/device/outbox/use-outbox";
import { formats } from "@/lib/base/i18n/format";
import { columnKeyOf } from "@/lib/campaign/column-key";
import { columnsOf, isColumnOf, type EntryColumn, type EntryRow } from "@/lib/report/entry-row";
import type { StoredReport } from "@/lib/report/schema";
import { namedCounts, shortCounts } from "@/lib/report/short-counts";
import { localTime, type TimeZone } from "@/lib/base/time/time-zone";

import { arrivalsSince } from "@/lib/device/entry/arrivals";
import { DraftLine } from "./draft-line";
import type { EntryContext } from "@/lib/device/entry/entry-context";
import { blanksOf } from "@/lib/device/entry/row-life";
import { useRestWords, type RestReason } from "./use-rest-words";

/** From so many units on one can search among them. */
const manyUnits = 12;

/**
 * A day on a phone: who has not been sent, then who has, each a card to open. What arrived from this
 * device since the rows were read counts as sent: nobody is told that it is missing.
 */
export function EntryList(props: {
  readonly rows: readonly EntryRow[];
  readonly columns: readonly EntryColumn[];
  readonly context: EntryContext;
  readonly placeName: string;
  readonly timeZone: TimeZone;
  readonly unitKind: "village" | "unit";
  /** Address of each unit's card. */
  readonly cardHrefs: Readonly<Record<string, string>>;
  /** ISO: of when the rows are. */
  readonly drawnAt: string;
  readonly restReason: RestReason;
}) {
  const t = useTranslations("entry");
  const places = useTranslations("places");
  const format = formats(useLocale());
  const [sought, setSought] = useState("");
  const { rows, columns, unitKind, context } = props;
  const mutations = useOutbox(context.actorId)?.view.mutations ?? [];
  const arrivals = arrivalsSince(mutations, { ...context, drawnAt: props.drawnAt });
  const isSent = ({ unit, standing }: EntryRow) => standing !== null || arrivals.has(unit.code);
  const missing = rows.filter((row) => row.isDue && !isSent(row));
  const sent = rows.filter(isSent);
  const resting = rows.filter((row) => !row.isDue && !isSent(row));
  const text = sought.trim().toLocaleLowerCase("id");
  const isFound = ({ unit }: EntryRow) => unit.name.toLocaleLowerCase("id").includes(text);
  const timeOf = (instant: string) => format.hour(localTime(new Date(instant), props.timeZone));

  function sentLine({ standing, unit }: EntryRow): string {
    const arrival = arrivals.get(unit.code);
    if (!standing || (arrival && Date.parse(arrival.at) > Date.parse(standing.receivedAt))) {
      const time = timeOf(arrival?.at ?? "");
      return t(arrival?.isZero ? "zeroAt" : "arrived", { time });
    }
    const time = timeOf(standing.receivedAt);
    if (standing.zero) return t("zeroAt", { time });
    const blanks = blanksOf(standing, columnsOf(unit, columns));
    const { named, more } = namedCounts(countsOf(standing, columns));
    const list = [
      ...named.map((each) => t("oneOf", each)),
      ...(more > 0 ? [t("moreCounts", { count: more })] : []),
      ...(blanks > 0 ? [t("blanks", { count: blanks })] : []),
    ];
    return t("sentAt", { time, list: list.join(", ") });
  }
  function yesterdayLine(row: EntryRow): string {
    const [first] = yesterdaysOf(row, columns);
    return first === undefined ? t("noYesterday") : t("yesterdayOf", { list: t("oneOf", first) });
  }
  function itemOf(row: EntryRow) {
    const { code, name } = row.unit;
    const href = props.cardHrefs[code] ?? "";
    const line = { context, code, unit: name, columns: columnsOf(row.unit, columns) };
    return (
      <Item key={code} href={href}>
        {isSent(row) ? (
          <DraftLine
            {...line}
            sent={<SentSign row={row} isZero={arrivals.get(code)?.isZero ?? row.standing?.zero} />}
            otherwise={
              <>
                {isReturned(row) ? (
                  <strong className="font-medium text-warn">{t("state.returned")}. </strong>
                ) : null}
                {sentLine(row)}
              </>
            }
          />
        ) : (
          <DraftLine
            {...line}
            otherwise={`${t(row.isDue ? "notFilled" : "rest.line")} ${yesterdayLine(row)}`}
          />
        )}
      </Item>
    );
  }

  return (
    <>
      <ListHead
        sent={sent.length}
        all={missing.length + sent.length}
        resting={resting.length}
        {...props}
      />
      {rows.length >= manyUnits ? <UnitSearch sought={sought} onSeek={setSought} /> : null}
      {text !== "" && !rows.some(isFound) ? (
        <p role="status" className="mt-3 text-dense text-ink2">
          {t("searchNone", { text: sought.trim() })}
        </p>
      ) : null}
      {missing.length === 0 && sent.length > 0 ? (
        <p className="mt-3 text-dense text-ink2">{t("allSent")}</p>
      ) : null}
      {(
        [
          ["missingList", missing],
          ["sentList", sent],
          ["rest.list", resting],
        ] as const
      ).map(([title, listed]) => (
        <List
          key={title}
          title={t(title, {
            count: listed.length,
            noun: places(`counted.${unitKind}`, { count: listed.length }),
          })}
          isEmpty={!listed.some(isFound)}
        >
          {listed.filter(isFound).map(itemOf)}
        </List>
      ))}
    </>
  );
}

/** How many of those awaited are in, and of how many none is. */
function ListHead(props: {
  readonly sent: number;
  readonly all: number;
  readonly resting: number;
  readonly placeName: string;
  readonly unitKind: "village" | "unit";
  readonly restReason: RestReason;
}) {
  const t = useTranslations("entry");
  const places = useTranslations("places");
  const { sent, all } = props;
  const restWords = useRestWords(props.unitKind)(props.resting, props.restReason);
  // Where nothing is due, why is said and nothing counted.
  const isCounted = all > 0 || restWords === null;
  return (
    <>
      <div className="mt-3 flex flex-wrap items-baseline justify-between gap-x-3 text-dense">
        {isCounted ? (
          <p className="text-panel font-semibold">
            {t("sentOf", { sent, all, noun: places(`nouns.${props.unitKind}`) })}
          </p>
        ) : null}
        <p className="text-note text-ink2">{props.placeName}</p>
      </div>
      {isCounted ? <Progress sent={sent} all={all} /> : null}
      {restWords === null ? null : <p className="mt-2 text-dense text-ink2">{restWords}</p>}
    </>
  );
}

/** A part for each unit, while there is room for all. */
function Progress(props: { readonly sent: number; readonly all: number }) {
  return (
    <div aria-hidden className="mt-2 flex gap-1">
      {props.all <= 40
        ? Array.from({ length: props.all }, (_, index) => (
            <span
              key={index}
              className={`h-2 grow rounded-cell border ${index < props.sent ? "border-reached-fill bg-reached-fill" : "border-line-strong bg-surface"}`}
            />
          ))
        : null}
    </div>
  );
}

function UnitSearch(props: { readonly sought: string; readonly onSeek: (text: string) => void }) {
  const t = useTranslations("entry");
  return (
    <label className="mt-3 flex min-h-11 items-center gap-2 rounded-control border border-line-strong bg-surface px-3 focus-within:outline-3 focus-within:outline-focus noscript:hidden">
      <Search aria-hidden className="size-5 shrink-0 text-ink2" />
      <span className="sr-only">{t("search")}</span>
      <input
        type="search"
        value={props.sought}
        onChange={(event) => props.onSeek(event.target.value)}
        placeholder={t("search")}
        autoComplete="off"
        className="min-h-11 min-w-0 grow bg-transparent outline-none placeholder:text-ink3"
      />
    </label>
  );
}

function List(props: {
  readonly title: string;
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}) {
  if (props.isEmpty) return null;
  return (
    <section aria-label={props.title} className="-mx-4 tablet:mx-0">
      <h2 className="px-4 pt-4 pb-2 text-note font-semibold text-ink2">{props.title}</h2>
      <ul className="border-t border-line bg-surface">{props.children}</ul>
    </section>
  );
}

function Item(props: { readonly href: string; readonly children: ReactNode }) {
  return (
    <li className="border-b border-line">
      <Link
        href={props.href}
        prefetch={false}
        className="flex min-h-14 items-center gap-3 px-4 py-2 no-underline focus-visible:-outline-offset-3"
      >
        {props.children}
        <ChevronRight aria-hidden className="size-5 shrink-0 text-ink2" />
      </Link>
    </li>
  );
}

function SentSign(props: { readonly row: EntryRow; readonly isZero: boolean | undefined }) {
  const { row } = props;
  return (
    <span
      aria-hidden
      className={clsx(
        "grid size-7 shrink-0 place-items-center rounded-control text-dense font-semibold",
        isReturned(row) ? "bg-warn-tint text-warn" : "bg-reached-tint text-reached",
      )}
    >
      {isReturned(row) ? (
        <Undo2 className="size-4" />
      ) : row.standing?.status === "verified" ? (
        <Lock className="size-4" />
      ) : props.isZero ? (
        "0"
      ) : (
        <Check className="size-4" />
      )}
    </span>
  );
}

function isReturned({ standing }: EntryRow): boolean {
  return standing?.status === "returned";
}

function countsOf({ tallies }: StoredReport, columns: readonly EntryColumn[]) {
  return shortCounts(
    columns.flatMap((column) => {
      const tally = tallies.find((each) => columnKeyOf(each) === column.key);
      return tally ? [{ column, count: tally.residents }] : [];
    }),
  );
}

/** None of a column that is not the unit's. */
function yesterdaysOf({ unit, cells }: EntryRow, columns: readonly EntryColumn[]) {
  return shortCounts(
    columns.flatMap((column, index) => {
      const count = isColumnOf(unit, column) ? (cells[index]?.yesterday ?? null) : null;
      return count === null ? [] : [{ column, count }];
    }),
  );
}
