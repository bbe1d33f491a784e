import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";

import type { CoverageStatus } from "@/lib/coverage/status";
import { formats } from "@/lib/base/i18n/format";

import { statusColors } from "./status-color";

/**
 * Doses a day needed against doses a day given, on one scale.
 *
 * @param perDay needed each day; the pair is not drawn for a place that needs nothing.
 * @param recent mean of the latest complete days; null before there are three.
 */
export function PacePair(props: {
  readonly perDay: number;
  readonly recent: number | null;
  readonly status: CoverageStatus;
  readonly className?: string;
}) {
  const t = useTranslations("summary.pace");
  const format = formats(useLocale());
  const scale = Math.max(props.perDay, props.recent ?? 0, 1);
  const rows = [
    { key: "required", value: props.perDay, fill: "fill-ink2" },
    {
      key: "recent",
      value: props.recent,
      fill: statusColors[props.status].fill,
    },
  ] as const;

  return (
    <dl
      className={clsx(
        "grid grid-cols-[auto_1fr_auto] items-center gap-x-2 gap-y-1 text-note",
        props.className,
      )}
    >
      {rows.map(({ key, value, fill }) => (
        <div key={key} className="col-span-3 grid grid-cols-subgrid items-center">
          <dt className="text-ink3">{t(key)}</dt>
          <dd className="contents">
            <svg aria-hidden width="100%" height="8" className="block">
              {value === null ? (
                <rect
                  x="0.5"
                  y="0.5"
                  width="100%"
                  height="7"
                  rx="2"
                  fill="none"
                  stroke="var(--line-strong)"
                  strokeDasharray="3 3"
                />
              ) : (
                <rect width={`${(value / scale) * 100}%`} height="8" rx="2" className={fill} />
              )}
            </svg>
            <span className="text-right font-medium">{format.pace(value)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
