import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import type { FollowUpState } from "@/lib/directive/directive";
import { isShort, type Measured } from "@/lib/directive/measure";

/**
 * What was said beside what the figures say: a word is hatched, since it is no measure yet. The page draws
 * `HatchPatterns` once.
 */
export function SaidMeasured(props: {
  readonly state: FollowUpState;
  readonly measured: Measured;
  /** What was counted, in words: "11 dari 18 desa terpencil sudah dilayani". */
  readonly counted: string;
}) {
  const t = useTranslations("followUps");
  const format = formats(useLocale());
  const { state, measured } = props;
  const share = measured.of === 0 ? 0 : Math.min(1, measured.done / measured.of);
  const isBelow = isShort(measured) === true;
  return (
    <div className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 gap-y-1 text-note">
      <span className="text-ink3">{t("said")}</span>
      <Bar share={state === "done" ? 1 : 0} fill="url(#hatch-noGoal)" />
      <strong className="text-right font-semibold">{t(`of.${state}`)}</strong>
      <span className="text-ink3">{t("measured")}</span>
      <Bar share={share} fill={isBelow ? "var(--behind-fill)" : "var(--reached-fill)"} />
      <strong
        className={isBelow ? "text-right font-semibold text-behind" : "text-right font-semibold"}
      >
        {format.coverage({ dosesAdministered: measured.done, targetPopulation: measured.of })}
      </strong>
      <span className="col-span-3 text-ink2">{props.counted}</span>
    </div>
  );
}

/** Decoration: the words at both sides say the same. */
function Bar(props: { readonly share: number; readonly fill: string }) {
  return (
    <svg aria-hidden width="100%" height="8" className="block">
      <rect width="100%" height="8" fill="var(--sunken)" />
      {props.share > 0 ? (
        <rect width={`${(props.share * 100).toFixed(1)}%`} height="8" fill={props.fill} />
      ) : null}
    </svg>
  );
}
