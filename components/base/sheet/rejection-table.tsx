import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";

import { cardBlock, cardHead, cardStack } from "@/components/base/ui/row-card";
import { ScrollRegion } from "@/components/base/ui/scroll-region";
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
      <ScrollRegion label={t("why")} className="mt-2">
        <table className={clsx("w-full text-dense tablet:min-w-220", cardBlock)}>
          <thead className={cardHead}>
            <tr className="border-b border-line-strong text-left text-note">
              <th scope="col" className="py-2 pr-4 text-right font-medium">
                {t("row")}
              </th>
              {(["place", "column", "content", "why", "advice"] as const).map((head) => (
                <th key={head} scope="col" className="py-2 pr-4 font-medium">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className={cardBlock}>
            {props.rejected.slice(0, shown).map((each) => (
              <tr key={`${each.column} ${each.why} ${each.advice}`} className={cardStack}>
                <LineCell
                  line={lineRanges(
                    each.cells.map(({ line }) => line),
                    ranges,
                  )}
                />
                <Places cells={each.cells} />
                <td className="py-2 pr-4 max-tablet:mt-1">{each.column}</td>
                <td className="py-2 pr-4 tablet:min-w-34">
                  <Contents cells={each.cells} />
                </td>
                <td className="py-2 pr-4 max-tablet:mt-1">{each.why}</td>
                <td className="py-2 text-ink2">{each.advice}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
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
      <th scope="row" className="py-2 pr-4 text-left font-medium">
        {first.place || first.content || t("unknown")}{" "}
        <span className="font-normal text-ink3">{first.placeNote}</span>
      </th>
    );
  }
  const rows = new Set(props.cells.map(({ line }) => line)).size;
  const places = distinct(props.cells.map(({ place }) => place));
  return (
    <th scope="row" className="py-2 pr-4 text-left font-medium">
      {t("rows", { rows })}{" "}
      <span className="font-normal text-ink3">
        {places.length > named ? `${places.slice(0, named).join(", ")}, …` : f.list(places)}
      </span>
    </th>
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
