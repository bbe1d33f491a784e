import { useTranslations } from "next-intl";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { TargetDraftPanel } from "@/components/campaign/target-population/draft-panel";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import { columnKeyOf } from "@/lib/campaign/column-key";
import { boxes } from "@/lib/campaign/target-population/column";
import {
  confirmTargetDraftAction,
  dropTargetDraftAction,
} from "@/lib/campaign/target-population/server/draft-actions";
import type { TargetDraft } from "@/lib/campaign/target-population/server/draft-queries";

/** Target populations that came along with a copied campaign and wait to be confirmed. */
export function TargetDrafts(props: {
  readonly campaign: Campaign;
  readonly drafts: readonly TargetDraft[];
  readonly today: CalendarDay;
}) {
  const t = useTranslations("targets");
  const { campaign, drafts } = props;
  if (drafts.length === 0) return null;
  const labels = new Map(boxes(campaign).map((box) => [columnKeyOf(box), box.label]));
  return (
    <ClientMessages of={["targets", "common", "problems"]}>
      {drafts.map(({ sums, ...draft }) => (
        <TargetDraftPanel
          key={draft.source}
          {...draft}
          slug={campaign.slug}
          today={props.today}
          sums={sums.map(({ round, places, people, ...column }) => {
            const key = columnKeyOf(column);
            const label = labels.get(key) ?? key;
            return {
              key: `${key} ${String(round)}`,
              name: round === 0 ? label : `${label}, ${t("round", { number: round })}`,
              places,
              people,
            };
          })}
          confirm={confirmTargetDraftAction}
          drop={dropTargetDraftAction}
        />
      ))}
    </ClientMessages>
  );
}
