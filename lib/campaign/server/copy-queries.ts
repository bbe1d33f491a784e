import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import { AppError } from "@/lib/base/errors";
import { isWithin } from "@/lib/base/region/code";
import type { Campaign } from "@/lib/campaign/campaign";
import {
  copiedBody,
  copyParts,
  partsElsewhere,
  wholeParts,
  type CampaignCopy,
  type CopyPart,
} from "@/lib/campaign/copy";
import type { CampaignCopyInput } from "@/lib/campaign/copy-schema";
import type { CampaignDefinition } from "@/lib/campaign/definition";

import { readDefinition } from "./definition-queries";

/**
 * The campaign that another one is begun from: also one that is over or was put away.
 *
 * @throws {AppError} `notFound` (field `copyOf`) for one that is not there for them;
 * {AmbiguousCampaign}
 */
export async function copySource(
  grant: Grant<"campaign:manage">,
  address: string,
): Promise<{ campaign: Campaign; definition: CampaignDefinition }> {
  const found = await readDefinition(grant, address);
  if (!found || !isWithin(found.campaign.districtCode, grant.region)) {
    throw new AppError("notFound", `campaign ${address} to copy`, "copyOf");
  }
  return found;
}

/**
 * What comes along with a campaign whose form was begun from another.
 *
 * @throws {AppError} as `copySource`.
 */
export async function copyFrom(
  grant: Grant<"campaign:manage">,
  copyOf: { readonly slug: string; readonly targets: boolean } | "" | undefined,
): Promise<CampaignCopy | undefined> {
  if (!copyOf) return undefined;
  return { from: (await copySource(grant, copyOf.slug)).campaign, targets: copyOf.targets };
}

/**
 * The body of a new campaign that is begun from another: what is sent goes before what is copied.
 *
 * @throws {AppError} as `copySource`; `copyElsewhere` (field `parts`) for units or target populations
 * in another kabupaten.
 */
export async function copiedInput(
  grant: Grant<"campaign:manage">,
  { copyOf, parts, ...own }: CampaignCopyInput,
): Promise<{ body: Readonly<Record<string, unknown>>; copy: CampaignCopy }> {
  const { campaign, definition } = await copySource(grant, copyOf);
  const isElsewhere = own.districtCode !== undefined && own.districtCode !== campaign.districtCode;
  const wanted: readonly CopyPart[] = parts ?? (isElsewhere ? partsElsewhere : copyParts);
  if (isElsewhere && wanted.some((part) => !partsElsewhere.includes(part))) {
    throw new AppError("copyElsewhere", `${campaign.districtCode} is another`, "parts");
  }
  const copied = copiedBody(definition, wanted, own.startsOn);
  const body = {
    ...copied,
    ...defined(own),
    // A period belongs to the rhythm that it is sent with.
    ...(own.rhythm !== undefined && { period: own.period }),
  };
  return { body, copy: { from: campaign, targets: wholeParts(wanted).has("targets") } };
}

function defined(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
