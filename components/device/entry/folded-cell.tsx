import clsx from "clsx";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";

import { readCounts } from "@/lib/device/entry/row-counts";
import type { RowState } from "@/lib/device/entry/row-state";
import type { ColumnGroup } from "@/lib/report/column-groups";
import { columnsOf, hasRowSum, type EntryColumn } from "@/lib/report/entry-row";

import { noData } from "@/lib/base/i18n/format";

import { cellLooks, isTrouble } from "./cell-looks";
import type { EntryWords } from "./use-entry-words";

/**
 * What a row has in the fields of an intervention that is folded: their sum, or how many are filled
 * where they do not add. What is wrong in them is said, and opens them.
 */
export function FoldedCell(props: {
  readonly group: ColumnGroup;
  readonly state: RowState;
  readonly columns: readonly EntryColumn[];
  readonly words: EntryWords;
  readonly onUnfold: (intervention: string, fieldId: string) => void;
}) {
  const t = useTranslations("entry.fold");
  const { group, state, columns, words } = props;
  const places = columnsOf(state.row.unit, group.columns).map((column) => columns.indexOf(column));
  const counts = readCounts(state, columns);
  const known = places.flatMap((index) => counts[index] ?? []);
  const looks = cellLooks(state, columns);
  const troubled = places.filter((index) => isTrouble(looks[index]));
  const [first] = troubled;
  const isWrong = troubled.some((index) => looks[index] === "rejected");
  const said = hasRowSum(group.columns)
    ? words.format.count(known.reduce((sum, count) => sum + count, 0))
    : t("filled", { filled: known.length, all: places.length });

  return (
    <td
      className={clsx(
        "h-11 border-b border-l border-b-line border-l-line-strong bg-canvas px-1 text-right text-dense text-ink2",
        isWrong && "bg-error-tint shadow-[inset_0_0_0_1.5px_var(--error-line)]",
        first !== undefined &&
          !isWrong &&
          "bg-warn-tint shadow-[inset_0_0_0_1.5px_var(--warn-line)]",
      )}
    >
      {first === undefined ? (
        places.length === 0 ? (
          <span className="pr-1 text-ink3">{noData}</span>
        ) : known.length > 0 ? (
          <span className="pr-1">{said}</span>
        ) : null
      ) : (
        <button
          type="button"
          title={t("look", { name: group.name })}
          onClick={() =>
            props.onUnfold(group.intervention, `c-${state.row.unit.code}-${String(first)}`)
          }
          className={clsx(
            "flex size-full cursor-pointer items-center justify-center gap-1 font-semibold focus-visible:outline-3 focus-visible:-outline-offset-2 focus-visible:outline-focus",
            isWrong ? "text-error" : "text-warn",
          )}
        >
          <TriangleAlert aria-hidden className="size-4 shrink-0" />
          {troubled.length}
          <span className="sr-only">
            {" "}
            {t("trouble", { count: troubled.length, name: group.name })}
          </span>
        </button>
      )}
    </td>
  );
}
