import { Check, ChevronRight, CircleUserRound, Info } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

import { ScreenName } from "@/components/base/layout/screen-name";
import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { TextField } from "@/components/base/ui/field";
import { AccountSwitches } from "@/components/account/people/account-switches";
import { signOut } from "@/lib/account/auth/server/actions";
import { ownPlaceName } from "@/lib/account/auth/policy";
import { requireActor } from "@/lib/account/auth/server/session";
import { campaignsOf, rememberedBy } from "@/lib/campaign/server/current";
import { switchLocale } from "@/lib/base/i18n/server/actions";
import { searched, shelvesOf } from "@/lib/campaign/campaign-shelves";
import { parseCampaignAddress, readdressed } from "@/lib/campaign/address";
import { screenGroups, screensOf } from "@/lib/account/navigation";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { ownAddress, routes, withQuery } from "@/lib/base/routes";

import { screensOnDemand } from "../screens-on-demand";
import { Shell } from "../shell";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("moreTitle") };
}

/** Screens on which the first record may be anybody's who may make one: they are found here before there is any. */
const recordedByAnybody = ["adverseEvents", "rapidAssessments"] as const;

/** What the bottom bar has no room for. */
export default async function MorePage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  const [campaigns, remembered, onDemand, t, { alamat, kembali, cari, arsip }] = await Promise.all([
    campaignsOf(actor),
    rememberedBy(actor),
    screensOnDemand(actor),
    getTranslations(),
    props.searchParams,
  ]);
  const address = parseCampaignAddress(alamat?.toString() ?? "");
  const wanted = cari?.toString().trim() ?? "";
  const found = searched(campaigns, wanted);
  const archived = found.filter(({ isArchived }) => isArchived);
  const shelves = shelvesOf(
    found.filter(({ isArchived }) => !isArchived),
    localDay(now(), "Asia/Jakarta"),
  );
  const screens = screensOf(actor.role, [...onDemand, ...recordedByAnybody]);
  const asked = ownAddress(kembali?.toString()) ?? routes.home;
  const meant = campaigns.filter(
    ({ slug }) => address && parseCampaignAddress(slug)?.slug === address.slug,
  );
  return (
    <Shell actor={actor} current="more">
      <h1 className="text-title font-semibold">{t("account.moreTitle")}</h1>
      <p className="text-dense text-ink2">
        {actor.displayName} · {ownPlaceName(actor)}
      </p>
      {address && meant.length > 1 ? (
        <nav aria-label={t("account.campaigns")} className="mt-4 max-w-140">
          <Banner kind="info" title={t("account.whichCampaign", { address: address.slug })} />
          <ul>
            {meant.map(({ slug, name, districtName }) => (
              <Item key={slug} href={readdressed(asked, address.slug, slug)} icon={null}>
                {name} <span className="block text-note text-ink3">{districtName}</span>
              </Item>
            ))}
          </ul>
        </nav>
      ) : null}
      <nav aria-label={t("account.screens")} className="mt-4 max-w-140">
        {screenGroups(screens).map((group) => (
          <section key={group} className="mb-3">
            <h2 className="mb-1 text-dense font-semibold text-ink2">
              {t(`navigation.groups.${group}`)}
            </h2>
            <ul className="border-t border-line">
              {screens
                .filter((screen) => screen.group === group)
                .map(({ key, address, icon: Icon }) => (
                  <Item key={key} href={address} icon={<Icon aria-hidden className="size-5" />}>
                    <ScreenName role={actor.role} of={key} />
                  </Item>
                ))}
            </ul>
          </section>
        ))}
        <ul className="mt-6 border-t border-line">
          <Item href={routes.account} icon={<CircleUserRound aria-hidden className="size-5" />}>
            {t("account.account")}
          </Item>
          <Item href={routes.about} icon={<Info aria-hidden className="size-5" />}>
            {t("account.about")}
          </Item>
        </ul>
      </nav>
      {campaigns.length > 1 ? (
        <nav
          id="kampanye"
          aria-label={t("account.campaigns")}
          className="mt-6 max-w-140 scroll-mt-16"
        >
          <h2 className="mb-2 text-panel font-semibold">{t("account.campaigns")}</h2>
          {campaigns.length > maxUnsearched ? <CampaignSearch text={wanted} /> : null}
          {shelves.map(({ kind, year, campaigns: shelved }) => (
            <section key={kind + year} className="mt-3">
              <h3 className="mb-1 text-dense font-semibold text-ink2">
                {t(`account.shelf.${kind}`, { year })}
              </h3>
              <Campaigns campaigns={shelved} remembered={remembered} />
            </section>
          ))}
          {found.length === 0 ? (
            <p role="status" className="mt-3 text-dense text-ink2">
              {t("account.noneFound", { text: wanted })}
            </p>
          ) : null}
          {archived.length > 0 ? (
            <details
              id="arsip"
              open={wanted !== "" || arsip !== undefined || undefined}
              className="scroll-mt-16"
            >
              <summary className="flex min-h-12 items-center text-dense text-link">
                {t("campaigns.archive.list", { count: archived.length })}
              </summary>
              <Campaigns campaigns={archived} remembered={remembered} />
            </details>
          ) : null}
        </nav>
      ) : null}
      <div className="mt-6">
        <AccountSwitches actorId={actor.id} switchLocale={switchLocale} signOut={signOut} />
      </div>
    </Shell>
  );
}

/** Campaigns that are looked through without a search. */
const maxUnsearched = 8;

/** A form that asks, so that it works without scripts. */
function CampaignSearch(props: { readonly text: string }) {
  const t = useTranslations("account");
  return (
    <form
      action={`${routes.more}#kampanye`}
      method="get"
      role="search"
      className="flex flex-wrap items-end gap-2"
    >
      <div className="min-w-48 grow">
        <TextField
          id="cari"
          name="cari"
          type="search"
          label={t("searchCampaign")}
          defaultValue={props.text}
          autoComplete="off"
        />
      </div>
      <Button type="submit" size="phone">
        {t("search")}
      </Button>
    </form>
  );
}

function Campaigns(props: {
  readonly campaigns: Readonly<Awaited<ReturnType<typeof campaignsOf>>>;
  readonly remembered: string | undefined;
}) {
  return (
    <ul className="border-t border-line">
      {props.campaigns.map(({ slug, name, districtName }) => (
        <Item
          key={slug}
          href={withQuery(routes.home, { kampanye: slug })}
          icon={
            <Check
              aria-hidden
              className={slug === props.remembered ? "size-5" : "invisible size-5"}
            />
          }
        >
          {name} <span className="block text-note text-ink3">{districtName}</span>
        </Item>
      ))}
    </ul>
  );
}

function Item(props: {
  readonly href: string;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <li className="border-b border-line">
      <Link
        href={props.href}
        // Only who goes there has looked at that campaign.
        prefetch={false}
        className="flex min-h-12 items-center gap-3 py-2 text-ink no-underline hover:bg-sunken"
      >
        <span className="text-ink2">{props.icon}</span>
        <span className="grow">{props.children}</span>
        <ChevronRight aria-hidden className="size-4 text-ink3" />
      </Link>
    </li>
  );
}
