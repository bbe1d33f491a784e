import { MergedTargets } from "@/components/campaign/target-population/merged-targets";
import type { Campaign } from "@/lib/campaign/campaign";
import { successorsNotEnlarged } from "@/lib/campaign/target-population/server/standing-successor-queries";

type Props = {
  readonly grant: Parameters<typeof successorsNotEnlarged>[0];
  readonly campaign: Campaign;
};

/** Warns of units whose target population is still as it was before another unit was joined to them. */
export async function MergedNotice({ grant, campaign }: Props) {
  return <MergedTargets successors={await successorsNotEnlarged(grant, campaign)} />;
}
