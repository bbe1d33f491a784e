import "server-only";

import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";

import { authorize, type Grant } from "@/lib/account/auth/grant";
import { mayEver, permits, type Actor, type Permission } from "@/lib/account/auth/policy";
import { requireActor } from "@/lib/account/auth/server/session";
import { asLocale, localeCookie } from "@/lib/base/i18n/locale";
import { catalogues } from "@/lib/base/i18n/messages";
import { districtOf } from "@/lib/base/region/code";
import { routes, withQuery } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";

import { AmbiguousCampaign } from "@/lib/campaign/address";
import type { Campaign } from "@/lib/campaign/campaign";
import {
  chooseCampaign,
  chooseEntryCampaign,
  type CampaignWork,
} from "@/lib/campaign/entry-campaigns";
import { campaignCookie, campaignRememberedBy } from "@/lib/campaign/remembered-campaign";
import { campaignsWithUnits } from "./entry-campaigns-queries";
import { findCampaign, listCampaigns, readablePlace, type CampaignTitle } from "./queries";

const find = cache(findCampaign);

/** The campaigns of the person asking; asked once a request. */
export const campaignsOf = cache(listCampaigns);

/**
 * A campaign and the grant to do one thing in it, for the part of it that is the actor's.
 *
 * @returns null when there is no such campaign for them, or their role does not do this.
 * @throws {AmbiguousCampaign}
 */
export async function campaignGrant<P extends Permission>(
  actor: Actor,
  permission: P,
  slug: string,
): Promise<{ campaign: Campaign; grant: Grant<P> } | null> {
  const campaign = await find(actor, slug);
  const place = campaign && readablePlace(actor, campaign.districtCode);
  if (!campaign || !place || !permits(actor, permission, place)) return null;
  // Actions come by here too: what they do must not hang on a page's words around them.
  const locale = asLocale((await cookies()).get(localeCookie)?.value);
  return {
    campaign: { ...campaign, unplacedName: catalogues[locale].places.rest.subdistrict },
    grant: authorize(actor, permission, place),
  };
}

type CampaignPage<P extends Permission> = {
  readonly actor: Actor;
  readonly campaigns: readonly CampaignTitle[];
  /** null: this person has no campaign yet. */
  readonly current: { readonly campaign: Campaign; readonly grant: Grant<P> } | null;
};

/**
 * What a page about a campaign starts with. The campaign is the one that the address names, else
 * the one looked at last, else the one that concerns most of the person's region today
 * (`chooseCampaign`). Who reads several kabupaten has the one running now, else the latest.
 *
 * One that the address names and that is not theirs is not found; so is a page that their role
 * does not have. Where it may mean several, they are asked which.
 */
export async function openCampaign<P extends Permission>(
  permission: P,
  named: string | undefined,
): Promise<CampaignPage<P>> {
  const actor = await requireActor();
  const campaigns = await campaignsOf(actor);
  const remembered = await rememberedBy(actor);
  const slug =
    named ??
    campaigns.find((each) => each.slug === remembered)?.slug ??
    (await ownCampaign(actor)) ??
    (campaigns.find((each) => !each.isArchived && isRunning(each)) ?? campaigns[0])?.slug;
  if (slug === undefined) return { actor, campaigns, current: null };

  const current = await campaignGrant(actor, permission, slug).catch(toChoice);
  return { actor, campaigns, current: current ?? notFound() };
}

/** Leads to the list of campaigns, to say which one of an address is meant. */
async function toChoice(error: unknown): Promise<never> {
  if (!(error instanceof AmbiguousCampaign)) throw error;
  const kembali = (await headers()).get("x-cakupan-address");
  redirect(withQuery(routes.more, { alamat: error.address, kembali }));
}

type EntryCampaignPage = CampaignPage<"tally:submit"> & {
  /** Those in which this person has units today, with what is missing. */
  readonly work: readonly CampaignWork[];
};

/**
 * What a page of entry starts with: as `openCampaign`, but where the address names none, the
 * campaign is one in which this person has units. A campaign elsewhere in the kabupaten changes
 * nothing for them.
 */
export async function openEntryCampaign(named: string | undefined): Promise<EntryCampaignPage> {
  const actor = await requireActor();
  // Whoever may not fill in is told that before anything is read for them.
  // Who reads a whole province or the country fills in where they go, and is told of no list.
  const isAllowed = mayEver(actor.role, "tally:submit") && districtOf(actor.homeRegion) !== null;
  const campaigns = isAllowed ? await campaignsWithUnits(actor, now()) : [];
  const remembered = await rememberedBy(actor);
  const page = await openCampaign(
    "tally:submit",
    named ?? chooseEntryCampaign(campaigns, remembered),
  );
  return { ...page, work: campaigns.filter(({ isToday }) => isToday) };
}

/** The campaign that this person looked at last in this browser. */
export async function rememberedBy(actor: Actor): Promise<string | undefined> {
  return campaignRememberedBy(actor.id, (await cookies()).get(campaignCookie)?.value);
}

async function ownCampaign(actor: Actor): Promise<string | undefined> {
  if (districtOf(actor.homeRegion) === null) return undefined;
  return chooseCampaign(await campaignsWithUnits(actor, now()));
}

function isRunning(campaign: CampaignTitle): boolean {
  const today = localDay(now(), "Asia/Jakarta");
  return campaign.startsOn <= today && today <= campaign.endsOn;
}
