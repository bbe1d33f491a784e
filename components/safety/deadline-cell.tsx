import clsx from "clsx";
import { Clock } from "lucide-react";
import { useTranslations } from "next-intl";

import { Shape } from "@/components/monitor/coverage/status-shape";
import type { Deadline } from "@/lib/safety/deadline";
import { deadlineWords } from "@/lib/safety/deadline-words";

/** Where a deadline stands: its shape, and the time taken, left, or over. */
export function DeadlineCell({ deadline }: { readonly deadline: Deadline }) {
  const t = useTranslations("adverseEvents.deadline");
  if (deadline.state === "monthly")
    return <span className="text-ink3">{deadlineWords(t, deadline)}</span>;
  const isLate = deadline.state === "toldLate" || deadline.state === "overdue";
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      {deadline.state === "running" ? (
        <Clock aria-hidden className="size-4 shrink-0 text-ink3" />
      ) : (
        <Shape shape={isLate ? "behind" : "reached"} className="shrink-0 print:size-3" />
      )}
      <span className="sr-only">{t(`is.${deadline.state}`)}</span>
      <span className={clsx(isLate && "font-semibold text-behind")}>
        {deadlineWords(t, deadline)}
      </span>
    </span>
  );
}
