import { Clock } from "lucide-react";
import { useTranslations } from "next-intl";

import { Shape } from "@/components/monitor/coverage/status-shape";

/** What the shapes of deadlines mean, and what is not said to everybody. */
export function DeadlineLegend() {
  const t = useTranslations("adverseEvents.list");
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-note text-ink2">
      <span className="inline-flex items-center gap-1.5">
        <Shape shape="reached" /> {t("legend.told")}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <Clock aria-hidden className="size-4" /> {t("legend.running")}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <Shape shape="behind" /> {t("legend.late")}
      </span>
      <span>{t("foot")}</span>
    </p>
  );
}
