import { randomUUID } from "node:crypto";

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";

import { Shell } from "@/app/shell";
import { ClientMessages } from "@/components/base/layout/client-messages";
import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { Panel } from "@/components/base/ui/panel";
import { OfflineBanner } from "@/components/device/offline/offline-banner";
import { AnswerForm, ReviewForm } from "@/components/directive/answer-form";
import { AskedOrder } from "@/components/directive/asked-order";
import { EventList } from "@/components/directive/event-list";
import { PartWord } from "@/components/directive/part-shape";
import { HatchPatterns } from "@/components/monitor/coverage/hatch";
import { StatusShapes } from "@/components/monitor/coverage/status-shape";
import { mayEver } from "@/lib/account/auth/policy";
import { formats } from "@/lib/base/i18n/format";
import { districtOf } from "@/lib/base/region/code";
import { routes, withQuery } from "@/lib/base/routes";
import { campaignGrant, openCampaign } from "@/lib/campaign/server/current";
import { isOwn } from "@/lib/directive/own";
import { answerFollowUpAction, reviewFollowUpAction } from "@/lib/directive/server/actions";
import { followUpOf, followUpZone, measuredOf } from "@/lib/directive/server/measured-now";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("followUps");
  return { title: t("title") };
}

/** One thing that is asked: its text, what the figures say, the answer, what was said of it before. */
export default async function FollowUpPage(props: {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [{ id }, { kampanye }] = await Promise.all([props.params, props.searchParams]);
  const { actor, current } = await openCampaign("action:answer", kampanye?.toString());
  const district = districtOf(actor.homeRegion) ?? current?.campaign.districtCode;
  if (!z.uuid().safeParse(id).success || district === undefined) notFound();
  const found = await followUpOf(actor, { district, id });
  if (!found) notFound();
  const { followUp, directive, order, addressee, events } = found;
  const [t, common, draft, locale, about, measured] = await Promise.all([
    getTranslations("followUps"),
    getTranslations("common"),
    getTranslations("draft"),
    getLocale(),
    found.slug === null ? null : campaignGrant(actor, "action:answer", found.slug),
    measuredOf(actor, found),
  ]);
  const campaign = about?.campaign ?? null;
  const zone = campaign?.timeZone ?? followUpZone;
  const format = formats(locale);
  const isTheirs = isOwn(actor, {
    district,
    region: followUp.region?.code ?? null,
    office: followUp.office,
  });
  const isManager = mayEver(actor.role, "directive:manage");
  const name = followUp.region?.name ?? addressee.name;
  const sent = {
    kabupaten: district,
    followUp: followUp.id,
    version: followUp.version,
    sent: randomUUID(),
  };
  const kept = (form: string) => ({
    name: `${form} ${followUp.id} ${actor.id}`,
    texts: { restored: draft("restored"), discard: draft("discard") },
  });
  const up =
    isManager && !isTheirs
      ? {
          name: t("backToCell"),
          href: withQuery(routes.directive(directive.id), {
            kampanye: kampanye?.toString(),
            perintah: followUp.order,
            penerima: followUp.addressee,
          }),
        }
      : { name: t("back"), href: routes.ownFollowUps };
  return (
    <Shell
      actor={actor}
      current={isManager ? "directives" : "followUps"}
      campaign={campaign}
      {...(isTheirs && { forms: [routes.ownFollowUps, routes.followUp(followUp.id)] })}
    >
      <StatusShapes />
      <HatchPatterns />
      <div className="mx-auto grid max-w-160 gap-5">
        <div>
          <Breadcrumb label={common("breadcrumb")} parts={[up, { name: order.label }]} />
          <h1 className="mt-2 text-title font-semibold">
            {order.label}: {order.title}
          </h1>
          <p className="flex flex-wrap items-center gap-x-3 text-dense text-ink2">
            <span>{name}</span>
            <PartWord part={followUp.part} />
            <span>{t("due", { day: format.day(followUp.dueOn) })}</span>
          </p>
        </div>
        <AskedOrder
          directive={directive}
          order={order}
          state={followUp.state}
          measured={measured}
          names={new Map(campaign?.interventions.map((each) => [each.code, each.shortName]))}
        />
        <ClientMessages of={["followUps", "problems", "register", "offline"]}>
          <OfflineBanner />
          {isManager && followUp.state !== "open" ? (
            <Panel title={t("review")}>
              <ReviewForm
                key={followUp.version}
                sent={sent}
                action={reviewFollowUpAction}
                kept={kept("tinjauan")}
              />
            </Panel>
          ) : null}
          <Panel title={t("answer")} note={isTheirs ? undefined : t("onBehalf", { name })}>
            <AnswerForm
              key={followUp.version}
              sent={{ ...sent, sent: randomUUID() }}
              state={followUp.state}
              actorId={actor.id}
              name={`${order.label}: ${order.title}`}
              page={withQuery(routes.followUp(followUp.id), { kampanye: kampanye?.toString() })}
              action={answerFollowUpAction}
              kept={kept("jawaban")}
            />
          </Panel>
        </ClientMessages>
        <Panel title={t("history")}>
          <EventList events={events} zone={zone} />
        </Panel>
      </div>
    </Shell>
  );
}
