import clsx from "clsx";
import { useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import type { TimeZone } from "@/lib/base/time/time-zone";
import { deadlineWords } from "@/lib/safety/deadline-words";
import type { OpenDeadline } from "@/lib/safety/nearest";

import { useMoment } from "./event-words";

/** The deadlines that are over or run out next, each with how much of its time is gone. */
export function NearestDeadlines(props: {
  readonly deadlines: readonly OpenDeadline[];
  readonly zone: TimeZone;
}) {
  const t = useTranslations("adverseEvents.nearest");
  const words = useTranslations("adverseEvents.deadline");
  const momentOf = useMoment(props.zone);
  return (
    <Panel title={t("title")}>
      {props.deadlines.length === 0 ? (
        <p className="mt-2 text-dense text-ink2">{t("none")}</p>
      ) : (
        <ul className="mt-2 divide-y divide-line">
          {props.deadlines.map(({ event, to, deadline, due, used }) => {
            const isOver = deadline.state === "overdue";
            return (
              <li key={`${event.id} ${to}`} className="py-2 text-dense">
                <p className="flex flex-wrap justify-between gap-x-3">
                  <span className="font-semibold">
                    {t("name", {
                      place: event.unitName ?? event.subdistrictName,
                      to: words(`to.${to}`),
                    })}
                  </span>
                  <span className="text-note text-ink2">{t("due", momentOf(due))}</span>
                </p>
                <svg aria-hidden width="100%" height="6" className="my-1.5 block">
                  <rect width="100%" height="6" rx="1" fill="var(--sunken)" />
                  <rect
                    width={`${(used * 100).toFixed(1)}%`}
                    height="6"
                    rx="1"
                    fill={isOver ? "var(--behind-fill)" : "var(--ink2)"}
                  />
                </svg>
                <p
                  className={clsx("text-note", isOver ? "font-semibold text-behind" : "text-ink2")}
                >
                  {deadlineWords(words, deadline)}
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
