import { useLocale, useTranslations } from "next-intl";

import type { CoverageStatus } from "@/lib/coverage/status";
import type { Summary } from "@/lib/monitor/summary";
import { headlineOf } from "@/lib/monitor/summary-sentence";

/** "Satu target tercapai, satu sesuai jalur, dua tertinggal." */
export function Headline(props: { readonly summary: Pick<Summary, "interventions" | "calendar"> }) {
  const t = useTranslations("summary.headline");
  const locale = useLocale();
  const { interventions, calendar } = props.summary;
  const groups = headlineOf(interventions.map(({ verdict }) => verdict.status));
  const isOver = calendar.phase === "ended";
  const named = (status: CoverageStatus) => (isOver && status === "behind" ? "missed" : status);

  const [first] = groups;
  if (calendar.phase === "before" && groups.every(({ status }) => status === "unknown")) {
    return t("before");
  }
  if (interventions.length === 1 && first) return t(`one.${named(first.status)}`);

  const sentence = groups
    .map(({ status, count }, index) =>
      t(index === 0 ? "first" : "next", {
        count,
        word: t("word", { count }),
        status: t(`status.${named(status)}`),
      }),
    )
    .join(", ");
  return `${sentence.slice(0, 1).toLocaleUpperCase(locale)}${sentence.slice(1)}.`;
}
