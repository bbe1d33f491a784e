"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";

import { withSoftHyphens } from "@/lib/base/i18n/soft-hyphens";
import type { EntryStore } from "@/lib/device/entry/store";
import type { ColumnGroup } from "@/lib/report/column-groups";
import { hasRowSum, type EntryColumn } from "@/lib/report/entry-row";
import type { EntryFigures } from "@/lib/report/schema";

import { FoldButton, UnfoldButton } from "./fold-button";
import type { GridColumns } from "./grid-columns";

const cell = "bg-sunken font-medium";

type Head = {
  readonly store: EntryStore;
  readonly grid: GridColumns;
  readonly unitKind: "village" | "unit";
  readonly figures: EntryFigures;
  readonly fold: (intervention: string) => void;
  readonly unfold: (intervention: string) => void;
};

/**
 * Interventions over their target groups; yesterday beside each, where the columns are few. Where
 * they are many, names go on over several lines and interventions can be folded.
 */
export function GridHead(props: Head) {
  const t = useTranslations("entry");
  const places = useTranslations("places");
  const { grid } = props;
  const end = `${cell} border-b border-line px-3 pb-1 text-left align-bottom text-note`;

  return (
    // Sticks as a whole: how high its first row is depends on the names in it.
    <thead className="sticky top-0 z-20">
      <tr>
        <th scope="col" rowSpan={2} className={`${end} sticky left-0 z-30 pl-4`}>
          {places(`heads.${props.unitKind}`)}
        </th>
        {grid.groups.map((group) => (
          <InterventionHead key={group.intervention} {...props} group={group} />
        ))}
        {hasRowSum(grid.all) ? (
          <th scope="col" rowSpan={2} className={`${end} border-l border-l-line-strong text-right`}>
            {t("grid.rowSum")}
          </th>
        ) : null}
        <th
          scope="col"
          rowSpan={2}
          data-pinned
          className={`${end} sticky right-0 z-30 border-l border-l-line`}
        >
          {t("grid.state")}
        </th>
      </tr>
      <tr>
        {grid.groups.map((group) =>
          group.isOneHead || grid.isFolded(group)
            ? null
            : group.columns.map((column, own) => (
                <GroupHead key={column.key} {...props} column={column} isFirst={own === 0} />
              )),
        )}
      </tr>
    </thead>
  );
}

/** Over the groups of an intervention; over both rows where it is folded, or where one name says all. */
function InterventionHead(props: Head & { readonly group: ColumnGroup }) {
  const { group, grid } = props;
  const [first] = group.columns;
  const edge = `${cell} border-l border-line-strong pt-1 ${grid.isDense ? "px-1 text-axis" : "pr-1.5 pl-2 text-note"}`;

  if (grid.isFolded(group)) {
    return (
      <th scope="col" rowSpan={2} className={`${edge} border-b border-b-line p-0! align-bottom`}>
        <UnfoldButton
          store={props.store}
          columns={grid.all}
          group={group}
          onUnfold={() => props.unfold(group.intervention)}
        />
      </th>
    );
  }
  if (group.isOneHead) {
    return (
      <>
        <th
          scope="col"
          rowSpan={2}
          title={first.groupName}
          className={`${edge} border-b border-b-line pb-1 text-right align-bottom font-semibold`}
        >
          <Name>{first.groupName}</Name>
        </th>
        {grid.isDense ? null : <EveHead figures={props.figures} rowSpan={2} />}
      </>
    );
  }
  return (
    <th
      scope="colgroup"
      colSpan={group.columns.length * (grid.isDense ? 1 : 2)}
      title={first.interventionName}
      className={clsx(
        edge,
        "text-left font-semibold",
        grid.isDense ? "h-11 align-bottom" : "h-7.5",
        grid.isFoldable(group) && "p-0!",
      )}
    >
      {grid.isFoldable(group) ? (
        <FoldButton name={group.name} onFold={() => props.fold(group.intervention)} />
      ) : (
        <Name>{group.name}</Name>
      )}
    </th>
  );
}

function GroupHead(props: Head & { readonly column: EntryColumn; readonly isFirst: boolean }) {
  const { column } = props;
  const { isDense } = props.grid;
  return (
    <>
      <th
        scope="col"
        title={column.groupName}
        className={clsx(
          `${cell} border-b border-l border-b-line text-right`,
          isDense
            ? "h-9 px-1 pb-1 align-bottom text-axis"
            : "h-6 pr-1.5 pl-0.5 align-bottom text-note",
          props.isFirst ? "border-l-line-strong" : "border-l-transparent",
        )}
      >
        <Name>{column.shortGroupName}</Name>
      </th>
      {isDense ? null : <EveHead figures={props.figures} />}
    </>
  );
}

function EveHead(props: { readonly figures: EntryFigures; readonly rowSpan?: number }) {
  const t = useTranslations("entry");
  const isCumulative = props.figures === "cumulative";
  return (
    <th
      scope="col"
      rowSpan={props.rowSpan}
      title={isCumulative ? t("figures.untilTitle") : undefined}
      className="h-6 truncate border-b border-line bg-sunken pr-2.5 pl-0.5 text-right align-bottom text-note font-normal text-ink3"
    >
      {t(isCumulative ? "figures.untilShort" : "yesterdayShort")}
    </th>
  );
}

/** A name in so many lines as it needs, within reason; the title of its head has all of it. */
function Name(props: { readonly children: string }) {
  return (
    <span className="line-clamp-8 leading-4 wrap-anywhere print:line-clamp-none">
      {withSoftHyphens(props.children)}
    </span>
  );
}
