import { AppError } from "@/lib/base/errors";
import { districtOf, regionCode, type RegionCode } from "@/lib/base/region/code";
import { routes } from "@/lib/base/routes";

/**
 * What addresses, forms, the API and devices name a campaign by. A slug is one campaign's within its
 * kabupaten; two kabupaten may have the same. Who reads one of them needs the slug alone; for who
 * reads both it has the code before it: "bian-2026", "62.03.bian-2026".
 */
type CampaignAddress = {
  /** null: the one of that slug that the person may read. */
  readonly district: RegionCode | null;
  readonly slug: string;
};

const addressShape = /^(?:(\d{2}\.\d{2})\.)?([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** @returns null for what is no campaign's address. */
export function parseCampaignAddress(text: string): CampaignAddress | null {
  const [, code, slug] = addressShape.exec(text) ?? [];
  if (slug === undefined) return null;
  return { slug, district: code === undefined ? null : districtOf(regionCode.parse(code)) };
}

/** A campaign with the slug that its kabupaten gave it. */
type Addressed = { readonly districtCode: RegionCode; readonly slug: string };

/** @param sharers how many campaigns of that slug the person may read. */
export function campaignAddress({ districtCode, slug }: Addressed, sharers: number): string {
  return sharers > 1 ? `${districtCode}.${slug}` : slug;
}

/**
 * The campaign that an address means, with its own address in the place of its slug.
 *
 * @param readable the campaigns of that slug that the person may read.
 * @returns null when there is none.
 * @throws {AmbiguousCampaign} when several could be meant: none is opened in another's place.
 */
export function chooseAddressed<Campaign extends Addressed>(
  address: string,
  readable: readonly Campaign[],
): Campaign | null {
  const district = parseCampaignAddress(address)?.district ?? null;
  const addressed = readable.map((campaign) => ({
    ...campaign,
    slug: campaignAddress(campaign, readable.length),
  }));
  const meant = addressed.filter(
    ({ districtCode }) => district === null || districtCode === district,
  );
  if (meant.length > 1) {
    throw new AmbiguousCampaign(
      address,
      meant.map(({ slug, districtCode }) => ({ slug, districtCode })),
    );
  }
  return meant[0] ?? null;
}

/** A slug that several campaigns have which the person may read. */
export class AmbiguousCampaign extends AppError {
  constructor(
    readonly address: string,
    /** Each with the address that means it alone. */
    readonly campaigns: readonly Addressed[],
  ) {
    super("ambiguousCampaign", `${String(campaigns.length)} campaigns ${address}`);
  }
}

/**
 * What the audit trail names a thing of a campaign by: the same whoever did it, so it has the slug
 * alone. An entry says which kabupaten it is of.
 */
export function auditSubject(
  campaign: { readonly slug: string },
  ...parts: readonly (string | number)[]
): string {
  const slug = parseCampaignAddress(campaign.slug)?.slug ?? campaign.slug;
  return [slug, ...parts].join("/");
}

/** The address of a page with the campaign named otherwise, in its query or its path. */
export function readdressed(page: string, former: string, address: string): string {
  const url = new URL(page, "http://localhost");
  if (url.searchParams.get("kampanye") === former) url.searchParams.set("kampanye", address);
  const isItsOwn = url.pathname === routes.campaign(former);
  return (isItsOwn ? routes.campaign(address) : url.pathname) + url.search;
}
