import type { ReactNode } from "react";

import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";

import { AppShell, type ShownCampaign } from "@/components/base/layout/app-shell";
import type { PrintFacts } from "@/components/base/layout/print-frame";
import { Banner } from "@/components/base/ui/banner";
import { DeviceCare } from "@/components/device/offline/device-care";
import { signOut } from "@/lib/account/auth/server/actions";
import type { Actor } from "@/lib/account/auth/policy";
import { isPreparationOpen, preparationCookie } from "@/lib/account/preparation";
import { shelvesOf } from "@/lib/campaign/campaign-shelves";
import { campaignsOf } from "@/lib/campaign/server/current";
import { findCampaigns } from "@/lib/campaign/server/search-actions";
import { env } from "@/lib/base/server/env";
import { switchLocale } from "@/lib/base/i18n/server/actions";
import type { ScreenKey } from "@/lib/account/screens";
import { serverNotices } from "@/lib/server/state/queries";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";

import { openWorkOf } from "./open-work";
import { screensOnDemand } from "./screens-on-demand";

/** Screens that a campaign without anything given has nothing for. */
const ofReports: readonly ScreenKey[] = [
  "coverage",
  "verification",
  "rapidAssessments",
  "stock",
  "adverseEvents",
];

/** The frame with its actions. Each page brings its own, because only a page knows its campaign. */
export async function Shell(props: {
  readonly actor: Actor;
  readonly current: ScreenKey | "more" | null;
  readonly campaign?: ShownCampaign | null;
  /** Campaigns of which *Hari ini* keeps on the device what it takes to fill them in without a signal. */
  readonly kept?: readonly string[];
  /** Addresses of pages whose form is filled in without a signal: this one, or those that it leads to. */
  readonly forms?: readonly string[];
  readonly print?: PrintFacts;
  readonly children: ReactNode;
}) {
  const slug = props.campaign?.slug ?? null;
  const campaigns = await campaignsOf(props.actor);
  const district = campaigns.find((each) => each.slug === slug)?.districtCode ?? null;
  const [openWork, onDemand, notices, jar, t] = await Promise.all([
    openWorkOf(props.actor, slug),
    screensOnDemand(props.actor, district),
    serverNotices(props.actor),
    cookies(),
    getTranslations("campaigns.archive"),
  ]);
  const listed = campaigns.filter((each) => !each.isArchived || each.slug === slug);
  return (
    <AppShell
      actor={props.actor}
      current={props.current}
      campaigns={shelvesOf(listed, localDay(now(), "Asia/Jakarta")).flatMap(
        ({ kind, year, campaigns: shelved }) =>
          shelved.map((each) => ({ ...each, shelf: { kind, year } })),
      )}
      archived={campaigns.length - listed.length}
      findCampaigns={findCampaigns}
      openWork={openWork}
      onDemand={onDemand}
      isPreparationOpen={isPreparationOpen(
        props.actor.role,
        onDemand,
        jar.get(preparationCookie)?.value,
      )}
      without={props.campaign?.interventions?.length === 0 ? ofReports : []}
      notices={notices}
      campaign={props.campaign ?? null}
      {...(props.print && { print: props.print })}
      drawnAt={now()}
      switchLocale={switchLocale}
      signOut={signOut}
    >
      {props.campaign?.isArchived && props.current !== "entry" ? (
        <div className="mb-4 print:hidden">
          <Banner kind="info" title={t("is")} />
        </div>
      ) : null}
      {props.children}
      {/* By which the worker knows whose page it may keep. */}
      {props.forms ? <div hidden data-person={props.actor.id} /> : null}
      <DeviceCare
        actorId={props.actor.id}
        name={props.actor.displayName}
        // A development server has no worker: pages must not come from yesterday's.
        hasWorker={env().NODE_ENV === "production"}
        slugs={props.kept ?? (props.current === "entry" && slug !== null ? [slug] : [])}
        hasToday={props.kept !== undefined}
        forms={props.forms ?? []}
      />
    </AppShell>
  );
}
