import { ClientMessages } from "@/components/base/layout/client-messages";
import { BegunCampaigns } from "@/components/campaign/set-up/begun-campaigns";
import { knownZone, localDay } from "@/lib/base/time/time-zone";
import { discardDraftAction } from "@/lib/campaign/server/draft-actions";
import type { KeptDraft } from "@/lib/campaign/server/draft-queries";

/** "Konsep Anda": what this person began and has not made. */
export function OwnDrafts({ drafts }: { readonly drafts: readonly KeptDraft[] }) {
  return (
    <ClientMessages of={["campaigns", "problems"]}>
      <BegunCampaigns
        drafts={drafts.map(({ id, draft, step, updatedAt }) => {
          const zone = knownZone(draft.timeZone);
          return {
            id,
            name: draft.name,
            step,
            day: localDay(updatedAt, zone),
            savedAt: updatedAt,
            zone,
          };
        })}
        discard={discardDraftAction}
      />
    </ClientMessages>
  );
}
