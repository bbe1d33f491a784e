import { useTranslations } from "next-intl";

import type { PreviewRejection } from "@/lib/target/preview";

import { ScrollRegion } from "@/components/ui/scroll-region";

/** More than this is read in the downloaded file, not on the screen. */
const shown = 100;

/** Every refused cell: where it stands, what stands there, why, and what to do. */
export function RejectionTable(props: { readonly rejected: readonly PreviewRejection[] }) {
  const t = useTranslations("targets.preview");
  const columns = useTranslations("targets.columns");
  const rest = props.rejected.length - shown;
  return (
    <>
      <ScrollRegion label={t("why")} className="mt-2">
        <table className="w-full min-w-220 text-dense">
          <thead>
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
          <tbody>
            {props.rejected.slice(0, shown).map((each) => (
              <tr
                key={`${each.row} ${each.column ?? each.field} ${each.why}`}
                className="border-b border-line"
              >
                <td className="py-2 pr-4 text-right">{each.row}</td>
                <th scope="row" className="py-2 pr-4 text-left font-medium">
                  {each.place || each.content || t("unknown")}{" "}
                  <span className="font-normal text-ink3">{each.placeNote}</span>
                </th>
                <td className="py-2 pr-4">{each.column ?? columns(each.field)}</td>
                <td className="min-w-34 py-2 pr-4">
                  <span className="rounded-cell bg-error-tint px-1.5 py-0.5 font-semibold wrap-anywhere text-error">
                    {each.content === "" ? t("blank") : each.content}
                  </span>
                </td>
                <td className="py-2 pr-4">{each.why}</td>
                <td className="py-2 text-ink2">{each.advice}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {rest > 0 ? <p className="mt-2 text-note text-ink2">{t("more", { rows: rest })}</p> : null}
    </>
  );
}
