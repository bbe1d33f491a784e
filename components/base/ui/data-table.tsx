"use client";

import { Search as SearchIcon } from "lucide-react";
import { useMemo, useState, type MouseEvent, type ReactNode } from "react";

import type { Locale } from "@/lib/base/i18n/locale";

import { DataTableHead } from "./data-table-head";
import { shownRows, type DataColumn, type DataRow } from "./data-table-row";
import { DataTableRows, type DataTotal } from "./data-table-rows";
import { ScrollTable } from "./table";
import { usePrinting } from "./use-printing";

type Search = {
  readonly label: string;
  readonly parameter: string;
  readonly value: string;
  readonly action: string;
  readonly kept: readonly (readonly [string, string])[];
};

/**
 * A table that is complete in the page as sent: sorted and searched by the address without scripts,
 * in place with them. Head and first column stay in sight inside its own scrolling region.
 *
 * @param sort the order of the address, and how the address writes one.
 * @param search the text of the address; `kept` are the other parameters that the form sends along.
 * @param limit rows shown before "show more"; paper has all.
 * @param texts with {shown}, {all} and {more} where the numbers go.
 */
export function DataTable(props: {
  readonly label: string;
  readonly columns: readonly DataColumn[];
  readonly rows: readonly DataRow[];
  readonly total: DataTotal | null;
  /** Address of a row, with {id}. */
  readonly rowHref: string;
  /** What stands for the texts of columns that are drawn. */
  readonly drawings: Readonly<Record<string, ReactNode>>;
  /** How counts are written. */
  readonly locale: Locale;
  readonly sort: {
    readonly column: string;
    readonly isDescending: boolean;
    readonly parameter: string;
    readonly ascending: string;
    readonly descending: string;
    /** Address of each column's order, for a page without scripts. */
    readonly hrefs: Readonly<Record<string, string>>;
  };
  readonly search: Search | null;
  readonly limit: number;
  readonly isShowingAll: boolean;
  readonly moreHref: string;
  readonly texts: { readonly shown: string; readonly more: string; readonly none: string };
  readonly actions?: ReactNode;
}) {
  const { sort, search } = props;
  const [current, setCurrent] = useState({ id: sort.column, isDescending: sort.isDescending });
  const [sought, setSought] = useState(search?.value ?? "");
  const [isShowingAll, setShowingAll] = useState(props.isShowingAll);
  const { columns, rows } = props;
  const sorted = useMemo(
    () => shownRows(rows, columns, { ...current, sought }),
    [rows, columns, current, sought],
  );
  const isPrinting = usePrinting();
  const shown = isShowingAll || isPrinting ? sorted : sorted.slice(0, props.limit);

  const sortBy = (id: string) => (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const column = columns.find((each) => each.id === id);
    const isDescending =
      current.id === id ? !current.isDescending : (column?.isDescendingFirst ?? false);
    setCurrent({ id, isDescending });
    remember(sort.parameter, `${id}-${isDescending ? sort.descending : sort.ascending}`);
  };

  return (
    <>
      <div className="mt-3 flex flex-wrap items-center gap-2 print:hidden">
        {search ? <SearchForm search={search} sought={sought} onSeek={setSought} /> : null}
        {props.actions}
      </div>
      {search && sought.trim() !== "" ? (
        <p className="hidden text-note text-ink2 print:block">
          {search.label}: {sought.trim()}
        </p>
      ) : null}
      <ScrollTable look="data-table" label={props.label} caption={props.label} frame="mt-3" isTall>
        <DataTableHead columns={columns} current={current} hrefs={sort.hrefs} onSort={sortBy} />
        <DataTableRows
          columns={columns}
          rows={shown}
          total={props.total}
          rowHref={props.rowHref}
          drawings={props.drawings}
          locale={props.locale}
        />
      </ScrollTable>
      {sorted.length === 0 ? <p className="py-3 text-dense text-ink2">{props.texts.none}</p> : null}
      {rows.length > props.limit || sorted.length < rows.length ? (
        <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
          <p className="text-note text-ink3" aria-live="polite">
            {filled(props.texts.shown, { shown: shown.length, all: rows.length })}
          </p>
          {shown.length < sorted.length ? (
            <a
              href={props.moreHref}
              onClick={(event) => {
                event.preventDefault();
                setShowingAll(true);
              }}
              className="inline-flex min-h-11 items-center rounded-control border border-line-strong px-3 text-note font-semibold text-ink no-underline hover:bg-sunken tablet:min-h-8 print:hidden"
            >
              {filled(props.texts.more, { more: sorted.length - shown.length })}
            </a>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

function SearchForm(props: {
  readonly search: Search;
  readonly sought: string;
  readonly onSeek: (text: string) => void;
}) {
  const { search } = props;
  return (
    <form action={search.action} role="search" className="min-w-0 grow tablet:max-w-80">
      {search.kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="relative">
        <SearchIcon
          aria-hidden
          className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink3"
        />
        <input
          type="search"
          name={search.parameter}
          value={props.sought}
          aria-label={search.label}
          placeholder={search.label}
          onChange={(event) => {
            props.onSeek(event.target.value);
            remember(search.parameter, event.target.value.trim());
          }}
          className="min-h-11 w-full rounded-control border border-line-strong bg-surface pr-3 pl-9 text-dense text-ink placeholder:text-ink3 tablet:min-h-9"
        />
      </div>
    </form>
  );
}

/** Keeps the address telling what is on the screen, so that it can be copied and come back to. */
function remember(name: string, value: string): void {
  const address = new URL(window.location.href);
  if (value === "") address.searchParams.delete(name);
  else address.searchParams.set(name, value);
  window.history.replaceState(null, "", address);
}

function filled(text: string, numbers: Readonly<Record<string, number>>): string {
  return Object.entries(numbers).reduce(
    (whole, [name, value]) => whole.replace(`{${name}}`, String(value)),
    text,
  );
}
