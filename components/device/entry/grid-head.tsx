"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";

import { hasRowSum, type EntryColumn } from "@/lib/report/entry-row";
import type { EntryFigures } from "@/lib/report/schema";

/** Interventions over their target groups; yesterday beside each. */
export function GridHead(props: {
  readonly columns: readonly EntryColumn[];
  readonly unitKind: "village" | "unit";
  readonly figures: EntryFigures;
  readonly hasEve: boolean;
}) {
  const t = useTranslations("entry");
  const places = useTranslations("places");
  const { columns, figures, hasEve } = props;
  const interventions = [...new Set(columns.map(({ intervention }) => intervention))].map(
    (intervention) => columns.filter((column) => column.intervention === intervention),
  );
  const head = "sticky z-20 bg-sunken font-medium";
  const end = `${head} top-0 border-b border-line px-3 pb-1 text-left align-bottom text-note`;

  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} className={`${end} left-0 z-30 pl-4`}>
          {places(`heads.${props.unitKind}`)}
        </th>
        {interventions.map((group) => (
          <th
            key={group[0]?.intervention}
            scope="colgroup"
            colSpan={group.length * (hasEve ? 2 : 1)}
            className={`${head} top-0 h-7.5 truncate border-l border-line-strong pt-1 pr-2 pl-2 text-left text-note font-semibold`}
            title={group[0]?.interventionName}
          >
            {group.length > 1 ? group[0]?.interventionName : group[0]?.shortName}
          </th>
        ))}
        {hasRowSum(columns) ? (
          <th scope="col" rowSpan={2} className={`${end} border-l border-l-line-strong text-right`}>
            {t("grid.rowSum")}
          </th>
        ) : null}
        <th
          scope="col"
          rowSpan={2}
          data-pinned
          className={`${end} right-0 z-30 border-l border-l-line`}
        >
          {t("grid.state")}
        </th>
      </tr>
      <tr>
        {columns.map((column, index) => (
          <HeadPair
            key={column.key}
            column={column}
            figures={figures}
            hasEve={hasEve}
            className={clsx(
              `${head} top-7.5 h-6 border-b border-b-line text-right text-note`,
              columns[index - 1]?.intervention === column.intervention
                ? "border-l border-l-transparent"
                : "border-l border-l-line-strong",
            )}
          />
        ))}
      </tr>
    </thead>
  );
}

function HeadPair(props: {
  readonly column: EntryColumn;
  readonly figures: EntryFigures;
  readonly hasEve: boolean;
  readonly className: string;
}) {
  const t = useTranslations("entry");
  return (
    <>
      <th
        scope="col"
        title={props.column.groupName}
        className={clsx(props.className, "truncate pr-1.5 pl-0.5")}
      >
        {props.column.shortGroupName}
      </th>
      {props.hasEve ? (
        <th
          scope="col"
          title={props.figures === "cumulative" ? t("figures.untilTitle") : undefined}
          className="sticky top-7.5 z-20 h-6 truncate border-b border-line bg-sunken pr-2.5 pl-0.5 text-right text-note font-normal text-ink3"
        >
          {t(props.figures === "cumulative" ? "figures.untilShort" : "yesterdayShort")}
        </th>
      ) : null}
    </>
  );
}
