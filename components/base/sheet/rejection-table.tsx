import { useLocale, useTranslations } from "next-intl";

import { HeadCell, RowHead, ScrollTable, TableHead } from "@/components/base/ui/table";
import { formats } from "@/lib/base/i18n/format";
import { lineRanges, type RejectionGroup } from "@/lib/base/spreadsheet/sheet-rejection";

import { LineCell } from "./line-cell";

/** More than this is too many to read here. */
const shown = 100;
/** Ranges of rows, places and contents that a line for many rows names. */
const ranges = 6;
const named = 3;

/**
 * Every fault of a file: where it stands, what stands there, why it is rejected, and what to do.
 * Those that say the same of one column are one line.
 *
 * @param more Says of so many further faults where they are.
 * @param untold Faults beyond those that the server tells.
 */
export function RejectionTable(props: {
  readonly rejected: readonly RejectionGroup[];
  readonly untold: number;
  readonly more: (rows: number) => string;
}) {
  const t = useTranslations("sheet.rejections");
  const rest = props.rejected.slice(shown).reduce((rows, { cells }) => rows + cells.length, 0);
  return (
    <>
      {/* On a phone each fault is a card of its own: five columns are not read sideways. */}
      <ScrollTable
        look="ruled-table"
        onPhone="stacks"
        label={t("why")}
        frame="mt-2"
        className="tablet:min-w-220"
      >
        <TableHead>
          <HeadCell isNumber>{t("row")}</HeadCell>
          {(["place", "column", "content", "why", "advice"] as const).map((head) => (
            <HeadCell key={head}>{t(head)}</HeadCell>
          ))}
        </TableHead>
        <tbody>
          {props.rejected.slice(0, shown).map((each) => (
            <tr key={`${each.column} ${each.why} ${each.advice}`}>
              <LineCell
                line={lineRanges(
                  each.cells.map(({ line }) => line),
                  ranges,
                )}
              />
              <Places cells={each.cells} />
              <td className="max-tablet:mt-1">{each.column}</td>
              <td className="tablet:min-w-34">
                <Contents cells={each.cells} />
              </td>
              <td className="max-tablet:mt-1">{each.why}</td>
              <td className="text-ink2">{each.advice}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {rest > 0 ? <p className="mt-2 text-note text-ink2">{props.more(rest)}</p> : null}
      {props.untold > 0 ? (
        <p className="mt-2 text-note text-ink2">{t("untold", { count: props.untold })}</p>
      ) : null}
    </>
  );
}

type Cells = { readonly cells: RejectionGroup["cells"] };

/** Where a fault stands: the place of one row, or how many rows and the first places. */
function Places(props: Cells) {
  const t = useTranslations("sheet.rejections");
  const f = formats(useLocale());
  const [first, ...others] = props.cells;
  if (first && others.length === 0) {
    return (
      <RowHead>
        {first.place || first.content || t("unknown")}{" "}
        <span className="font-normal text-ink3">{first.placeNote}</span>
      </RowHead>
    );
  }
  const rows = new Set(props.cells.map(({ line }) => line)).size;
  const places = distinct(props.cells.map(({ place }) => place));
  return (
    <RowHead>
      {t("rows", { rows })}{" "}
      <span className="font-normal text-ink3">
        {places.length > named ? `${places.slice(0, named).join(", ")}, …` : f.list(places)}
      </span>
    </RowHead>
  );
}

/** What stands in the cells, each text once. */
function Contents(props: Cells) {
  const t = useTranslations("sheet.rejections");
  const contents = [...new Set(props.cells.map(({ content }) => content))];
  return (
    <span className="flex flex-wrap gap-1">
      {contents.slice(0, named).map((content) => (
        <span
          key={content}
          className="rounded-cell bg-error-tint px-1.5 py-0.5 font-semibold wrap-anywhere text-error"
        >
          {content === "" ? t("blank") : content}
        </span>
      ))}
      {contents.length > named ? "…" : null}
    </span>
  );
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter(Boolean);
}
