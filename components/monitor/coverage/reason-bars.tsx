import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { formats } from "@/lib/base/i18n/format";
import { reasonCodes } from "@/lib/report/part/part";

import type { BesidesProps } from "./besides-props";

/** A bar for each reason that was said, with its count in words; in SVG, so that print keeps it. */
export function ReasonBars({ campaign, besides }: Pick<BesidesProps, "campaign" | "besides">) {
  const t = useSentences("reportParts.ranking", campaign.wording);
  const codes = useTranslations("reportParts.codes");
  const format = formats(useLocale());
  const most = besides.reasons[0]?.count ?? 1;
  return (
    <ol className="mt-2">
      {besides.reasons.map(({ code, count }) => {
        const known = reasonCodes.find((each) => each === code);
        return (
          <li
            key={code}
            className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 border-t border-line py-2 text-dense first:border-t-0 tablet:grid-cols-[15rem_1fr_7rem]"
          >
            <span className="min-w-0 wrap-anywhere">{known ? codes(known) : code}</span>
            <svg
              aria-hidden
              height="12"
              className="order-last col-span-2 w-full tablet:order-none tablet:col-span-1"
            >
              <rect
                width={`${String(Math.round((count / most) * 1_000) / 10)}%`}
                height="12"
                rx="2"
                fill="var(--brand)"
              />
            </svg>
            <span className="text-right font-semibold tabular-nums">
              {t("people", { count, value: format.count(count) })}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
