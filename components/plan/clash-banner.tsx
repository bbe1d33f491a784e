import { useLocale, useTranslations } from "next-intl";

import { Banner } from "@/components/base/ui/banner";
import { formats } from "@/lib/base/i18n/format";
import type { ScheduledSession } from "@/lib/plan/schedule";

/** Teams that are to be in two places on one day; nothing where none is. */
export function ClashBanner({ sessions }: { readonly sessions: readonly ScheduledSession[] }) {
  const t = useTranslations("schedule");
  const format = formats(useLocale());
  const clashing = sessions.filter(({ isClashing }) => isClashing);
  if (clashing.length === 0) return null;
  const together = new Map<string, ScheduledSession[]>();
  for (const session of clashing) {
    const key = `${session.team ?? ""} ${session.day}`;
    together.set(key, [...(together.get(key) ?? []), session]);
  }
  const list = [...together.values()].flatMap((each) => {
    const [first] = each;
    if (!first) return [];
    return t("clashOne", {
      team: first.teamName ?? t("noTeam"),
      day: format.weekdayDay(first.day),
      units: each.map(({ unitName }) => unitName).join(", "),
    });
  });
  return (
    <Banner kind="warning" role="status" title={t("clashTitle", { count: clashing.length })}>
      {t("clashText", { list: format.list(list) })}
    </Banner>
  );
}
