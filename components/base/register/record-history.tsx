import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { formats } from "@/lib/base/i18n/format";
import { localDay, type TimeZone } from "@/lib/base/time/time-zone";

/** One thing that was stored or said of a record. */
type HistoryItem = {
  readonly id: string;
  readonly at: Date;
  readonly actorName: string;
  /** What happened, in a word or two. */
  readonly what: string;
  /** What was said, or what it became. */
  readonly said?: ReactNode;
};

/** What happened to a record, the newest first. */
export function RecordHistory(props: {
  readonly items: readonly HistoryItem[];
  readonly zone: TimeZone;
  /** Said where there is nothing yet. */
  readonly none?: string;
}) {
  const t = useTranslations("register");
  const format = formats(useLocale());
  if (props.items.length === 0) {
    return <p className="mt-2 text-dense text-ink2">{props.none ?? t("noHistory")}</p>;
  }
  return (
    <ol className="mt-3 grid gap-4 border-l-2 border-line pl-4">
      {props.items.map((item) => (
        <li key={item.id} className="text-dense">
          <p>
            <strong className="font-semibold">{item.what}</strong>{" "}
            <span className="text-ink3">
              {item.actorName}, {format.monthDay(localDay(item.at, props.zone))}{" "}
              {format.time(item.at, props.zone)}
            </span>
          </p>
          {item.said}
        </li>
      ))}
    </ol>
  );
}
