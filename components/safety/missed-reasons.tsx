import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { formats } from "@/lib/base/i18n/format";
import type { Wording } from "@/lib/base/i18n/wording";
import { reasonsOf, type House } from "@/lib/safety/rapid-assessment";

/** Why people were missed, the commonest first. */
export function MissedReasons(props: {
  readonly houses: readonly House[];
  readonly wording: Wording;
}) {
  const t = useSentences("rapidAssessments.detail", props.wording);
  const names = useTranslations("reportParts.codes");
  const f = formats(useLocale());
  const reasons = reasonsOf(props.houses);
  const all = reasons.reduce((sum, { people }) => sum + people, 0);
  if (all === 0) return <p className="text-dense text-ink2">{t("noneMissed")}</p>;
  const most = Math.max(...reasons.map(({ people }) => people));
  return (
    <div>
      <h3 className="text-dense font-semibold">{t("reasons", { people: all })}</h3>
      <ul className="mt-1 grid gap-1 text-dense">
        {reasons.map(({ reason, people }) => (
          <li key={reason ?? ""} className="grid grid-cols-[1fr_5rem_2rem] items-center gap-3">
            <span>{reason === null ? t("noReason") : names(reason)}</span>
            <svg aria-hidden width="100%" height="8" className="block">
              <rect width="100%" height="8" fill="var(--sunken)" />
              <rect
                width={`${((people / most) * 100).toFixed(1)}%`}
                height="8"
                fill="var(--ink2)"
              />
            </svg>
            <strong className="text-right font-semibold tabular-nums">{f.count(people)}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
