/** A campaign with units in someone's region, and how its today stands there. */
export type CampaignWork = {
  readonly slug: string;
  readonly name: string;
  /** Reporting units in the region. */
  readonly units: number;
  /** Today, the campaign's own, is a day of one of its rounds. */
  readonly isToday: boolean;
  /** Units that owe a report of today and sent none; 0 where today is no day of a round. */
  readonly missing: number;
};

/**
 * The campaign that someone fills in: the one looked at last, as long as it has a today there; else
 * the latest that has, one with something missing before one without; else the latest with units.
 *
 * @param campaigns those with units in the region, latest start first.
 * @returns undefined when none has any.
 */
export function chooseEntryCampaign(
  campaigns: readonly CampaignWork[],
  remembered: string | undefined,
): string | undefined {
  const today = campaigns.filter(({ isToday }) => isToday);
  const chosen =
    today.find(({ slug }) => slug === remembered) ??
    today.find(({ missing }) => missing > 0) ??
    today[0] ??
    campaigns.find(({ slug }) => slug === remembered) ??
    campaigns[0];
  return chosen?.slug;
}

/**
 * The campaign that any other screen is about, when none is named and none was looked at: of those
 * that have a today in the person's region the one with the most units there, so that a small one
 * elsewhere in the kabupaten is nobody's first page but its own people's; else the latest with units.
 *
 * @param campaigns those with units in the region, latest start first.
 * @returns undefined when none has any.
 */
export function chooseCampaign(campaigns: readonly CampaignWork[]): string | undefined {
  const today = campaigns.filter(({ isToday }) => isToday);
  const largest = today.reduce<CampaignWork | undefined>(
    (most, each) => (most && most.units >= each.units ? most : each),
    undefined,
  );
  return (largest ?? campaigns[0])?.slug;
}
