import clsx from "clsx";
import { Check, ChevronRight, Undo2 } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { formats } from "@/lib/i18n/format";
import type { EntryColumn, EntryRow } from "@/lib/tally/entry-row";
import { localTime, type TimeZone } from "@/lib/time/time-zone";

import { DraftLine } from "./draft-line";
import type { EntryPlace } from "./entry-place-of";

/** A day on a phone: who has not been sent, then who has, each a card to open. */
export function EntryList(props: {
  readonly rows: readonly EntryRow[];
  readonly columns: readonly EntryColumn[];
  readonly place: EntryPlace;
  readonly placeName: string;
  readonly timeZone: TimeZone;
  readonly unitKind: "village" | "unit";
  readonly hrefOf: (unit: string) => string;
}) {
  const t = useTranslations("entry");
  const format = formats(useLocale());
  const { rows, columns, unitKind } = props;
  const missing = rows.filter(({ standing }) => standing === null);
  const sent = rows.filter(({ standing }) => standing !== null);
  const counts = (values: readonly (number | null)[]) =>
    shortCounts(values, columns).map(({ name, count }) => t("oneOf", { name, count }));

  function sentLine({ standing }: EntryRow): string {
    if (!standing) return "";
    const time = format.hour(localTime(new Date(standing.receivedAt), props.timeZone));
    if (standing.zero) return t("zeroAt", { time });
    const values = columns.map(
      (column) =>
        standing.tallies.find(
          (tally) =>
            tally.intervention === column.intervention && tally.targetGroup === column.targetGroup,
        )?.residents ?? null,
    );
    return t("sentAt", { time, list: counts(values).join(", ") });
  }
  function yesterdayLine({ cells }: EntryRow): string {
    const [first] = counts(cells.map(({ yesterday }) => yesterday));
    return first === undefined ? t("noYesterday") : t("yesterdayOf", { list: first });
  }

  return (
    <>
      <div className="mt-3 flex flex-wrap items-baseline justify-between gap-x-3 text-dense">
        <p className="text-panel font-semibold">
          {t("sentOf", { sent: sent.length, all: rows.length, kind: unitKind })}
        </p>
        <p className="text-note text-ink2">{props.placeName}</p>
      </div>
      <div aria-hidden className="mt-2 flex gap-1">
        {rows.length <= 40
          ? [...sent, ...missing].map(({ unit, standing }) => (
              <span
                key={unit.code}
                className={`h-2 grow rounded-cell border ${standing ? "border-reached-fill bg-reached-fill" : "border-line-strong bg-surface"}`}
              />
            ))
          : null}
      </div>
      {missing.length > 0 ? (
        <List title={t("missingList", { count: missing.length, kind: unitKind })}>
          {missing.map((row) => (
            <Item key={row.unit.code} href={props.hrefOf(row.unit.code)}>
              <DraftLine
                place={props.place}
                code={row.unit.code}
                unit={row.unit.name}
                columns={columns}
                otherwise={`${t("notFilled")} ${yesterdayLine(row)}`}
              />
            </Item>
          ))}
        </List>
      ) : (
        <p className="mt-3 text-dense text-ink2">{t("allSent")}</p>
      )}
      {sent.length > 0 ? (
        <List title={t("sentList", { count: sent.length, kind: unitKind })}>
          {sent.map((row) => (
            <Item key={row.unit.code} href={props.hrefOf(row.unit.code)}>
              <DraftLine
                place={props.place}
                code={row.unit.code}
                unit={row.unit.name}
                columns={columns}
                sent={<SentSign row={row} />}
                otherwise={
                  <>
                    {isReturned(row) ? (
                      <strong className="font-medium text-warn">{t("state.returned")}. </strong>
                    ) : null}
                    {sentLine(row)}
                  </>
                }
              />
            </Item>
          ))}
        </List>
      ) : null}
    </>
  );
}

function List(props: { readonly title: string; readonly children: ReactNode }) {
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

function SentSign({ row }: { readonly row: EntryRow }) {
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
      ) : row.standing?.zero ? (
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

/** The groups of an intervention in one number; an intervention without any is left out. */
function shortCounts(values: readonly (number | null)[], columns: readonly EntryColumn[]) {
  const sums = new Map<string, number>();
  columns.forEach(({ shortName }, index) => {
    const value = values[index] ?? null;
    if (value !== null) sums.set(shortName, (sums.get(shortName) ?? 0) + value);
  });
  return [...sums].map(([name, count]) => ({ name, count }));
}
