import type { formats } from "@/lib/base/i18n/format";
import type { Campaign } from "@/lib/campaign/campaign";
import type { Besides } from "@/lib/monitor/coverage/besides";

/** What the panel about answers besides tallies is drawn from. */
export type BesidesProps = {
  readonly campaign: Campaign;
  readonly besides: Besides;
  readonly placeName: string;
  /** What the rows of the table are called: Kecamatan. */
  readonly heading: string;
  readonly placeHref: (code: string) => string;
  readonly csvHref: string;
};

/** "78 %" of those found; "–" where nobody was. */
export function recoveredShare(
  recovered: number,
  found: number,
  format: Pick<ReturnType<typeof formats>, "coverage">,
): string {
  return found === 0
    ? "–"
    : format.coverage({ dosesAdministered: recovered, targetPopulation: found });
}
