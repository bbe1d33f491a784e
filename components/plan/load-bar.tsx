import { useLocale } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import type { SessionLoad } from "@/lib/plan/schedule";

/** Served of planned up to yesterday: over 100 % the bar keeps its length and the figures are bold. */
export function LoadBar({ load }: { readonly load: SessionLoad }) {
  const format = formats(useLocale());
  const { served, planned } = load;
  if (planned === 0) return served > 0 ? <span>{format.count(served)}</span> : null;
  const figures = `${format.count(served)}/${format.count(planned)}`;
  return (
    <span className="block">
      <span
        aria-hidden
        className="block h-1.5 rounded-cell bg-sunken print:border print:border-line"
      >
        <span
          className="block h-full rounded-cell bg-ink2"
          style={{ width: `${String(Math.min(100, (100 * served) / planned))}%` }}
        />
      </span>
      {served > planned ? <b className="font-semibold">{figures}</b> : figures}
    </span>
  );
}
