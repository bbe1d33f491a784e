import type { Campaign } from "@/lib/campaign/campaign";
import type { DayNote } from "@/lib/campaign/day-note/schema";
import type { CompletenessLinks } from "@/lib/monitor/completeness/links";
import type { CompletenessParams } from "@/lib/monitor/completeness/params";
import type { CompletenessView } from "@/lib/monitor/completeness/view";

/** What the panels of a completeness screen are drawn from. */
export type CompletenessProps = {
  readonly campaign: Campaign;
  readonly params: CompletenessParams;
  readonly view: CompletenessView;
  readonly links: CompletenessLinks;
  /** Notes on the round's days, oldest first. */
  readonly notes: readonly DayNote[];
};
