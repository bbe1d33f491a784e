import type { Campaign } from "@/lib/campaign/campaign";
import type { CoverageView } from "@/lib/monitor/coverage/view";
import type { CoverageLinks } from "@/lib/monitor/coverage/links";
import type { CoverageParams } from "@/lib/monitor/coverage/params";

/** What the panels of a coverage screen are drawn from. */
export type CoverageProps = {
  readonly campaign: Campaign;
  readonly params: CoverageParams;
  readonly view: CoverageView;
  readonly links: CoverageLinks;
};
