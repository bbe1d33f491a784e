import { AppError } from "@/lib/base/errors";
import { isCalendarDay } from "@/lib/base/time/calendar-day";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import type { Grant } from "@/lib/account/auth/grant";
import type { RegionChoice } from "@/components/account/people/region-field";
import { copiedBody, copyParts, proposedStart, wholeParts } from "@/lib/campaign/copy";
import { draftOfInput } from "@/lib/campaign/definition-draft";
import type { CampaignDraft } from "@/lib/campaign/draft";
import { campaignCopied } from "@/lib/campaign/schema";
import { copySource } from "@/lib/campaign/server/copy-queries";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/**
 * The form of a new campaign that is begun from another, as the address says; null: it names none that
 * is theirs.
 */
export async function copiedDraft(
  grant: Grant<"campaign:manage">,
  query: Query,
): Promise<{ name: string; draft: CampaignDraft; district: RegionChoice } | null> {
  const address = query["salin"]?.toString();
  if (address === undefined) return null;
  const source = await copySource(grant, address).catch(nothingTheirs);
  if (!source) return null;
  const { campaign, definition } = source;
  const asked = [query["bagian"] ?? []].flat();
  const wanted = copyParts.filter((part) => asked.includes(part));
  const day = query["mulai"]?.toString() ?? "";
  const today = localDay(now(), campaign.timeZone);
  const startsOn = isCalendarDay(day) ? day : proposedStart(campaign, today);
  const body = campaignCopied.omit({ slug: true }).parse(copiedBody(definition, wanted, startsOn));
  const { districtCode } = campaign;
  const copyOf = { slug: campaign.slug, targets: wholeParts(wanted).has("targets") };
  return {
    name: campaign.name,
    draft: { ...draftOfInput({ ...body, districtCode }), copyOf },
    district: { code: districtCode, name: campaign.districtName, within: null },
  };
}

function nothingTheirs(error: unknown): null {
  if (error instanceof AppError && error.code === "notFound") return null;
  throw error;
}
