import clsx from "clsx";
import { useTranslations } from "next-intl";

import { cardBlock, cardHead, cardStack } from "@/components/ui/row-card";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { SheetRefusal } from "@/lib/spreadsheet/sheet-refusal";

import { LineCell } from "./line-cell";

/** More than this is too many to read here. */
const shown = 100;

/**
 * Every fault of a file: where it stands, what stands there, why it is refused, and what to do.
 *
 * @param more Says of so many further faults where they are.
 * @param untold Faults beyond those that the server tells.
 */
export function RefusalTable(props: {
  readonly refused: readonly SheetRefusal[];
  readonly untold: number;
  readonly more: (rows: number) => string;
}) {
  const t = useTranslations("sheet.refusals");
  const rest = props.refused.length - shown;
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
            {props.refused.slice(0, shown).map((each) => (
              <tr key={`${String(each.line)} ${each.column} ${each.why}`} className={cardStack}>
                <LineCell line={each.line} />
                <th scope="row" className="py-2 pr-4 text-left font-medium">
                  {each.place || each.content || t("unknown")}{" "}
                  <span className="font-normal text-ink3">{each.placeNote}</span>
                </th>
                <td className="py-2 pr-4 max-tablet:mt-1">{each.column}</td>
                <td className="py-2 pr-4 tablet:min-w-34">
                  <span className="rounded-cell bg-error-tint px-1.5 py-0.5 font-semibold wrap-anywhere text-error">
                    {each.content === "" ? t("blank") : each.content}
                  </span>
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
