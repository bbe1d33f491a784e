import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Shell } from "@/app/shell";
import { ClientMessages } from "@/components/base/layout/client-messages";
import { EmptyState } from "@/components/base/ui/empty-state";
import { OfflineBanner } from "@/components/device/offline/offline-banner";
import { OwnList } from "@/components/directive/own-list";
import { StatusShapes } from "@/components/monitor/coverage/status-shape";
import { authorize } from "@/lib/account/auth/grant";
import { mayEver, ownPlace, ownPlaceName } from "@/lib/account/auth/policy";
import { routes } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { openCampaign } from "@/lib/campaign/server/current";
import type { FollowUpState } from "@/lib/directive/directive";
import { followUpZone, measuredOfAll } from "@/lib/directive/server/measured-now";
import { ownFollowUps } from "@/lib/directive/server/follow-up-queries";

/** Requests whose pages are kept on the device of whoever is asked, those that are due first. */
const keptForms = 12;

const isOpen = ({ state }: { readonly state: FollowUpState }) =>
  state !== "done" && state !== "cannot";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("followUps");
  return { title: t("title") };
}

/** What is asked of whoever reads it, over all campaigns: the late first. */
export default async function OwnFollowUpsPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { kampanye } = await props.searchParams;
  const { actor, current } = await openCampaign("action:answer", kampanye?.toString());
  const grant = authorize(actor, "action:answer", ownPlace(actor));
  const today = localDay(now(), followUpZone);
  const [rows, t] = await Promise.all([
    ownFollowUps(grant, { today, zone: followUpZone }),
    getTranslations("followUps"),
  ]);
  const measured = await measuredOfAll(actor, rows);
  const explain = rows.filter(({ review }) => review === "returned").length;
  const late = rows.filter(({ part }) => part === "late").length;
  const isAllAnswered = rows.every(({ state }) => state !== "open");
  return (
    <Shell
      actor={actor}
      current={mayEver(actor.role, "directive:manage") ? "directives" : "followUps"}
      campaign={current?.campaign ?? null}
      forms={[
        routes.ownFollowUps,
        ...rows
          .filter(isOpen)
          .slice(0, keptForms)
          .map(({ id }) => routes.followUp(id)),
      ]}
    >
      <StatusShapes />
      <ClientMessages of={["offline"]}>
        <OfflineBanner />
      </ClientMessages>
      <div className="mx-auto max-w-160">
        {rows.length === 0 ? (
          <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
        ) : (
          <>
            <p className="text-dense text-ink2">{ownPlaceName(actor)}</p>
            <h1 className="text-title font-semibold">
              {t("headline", { asked: rows.length, explain })}
            </h1>
            {late > 0 ? (
              <p className="text-dense font-semibold text-behind">{t("lead.late", { late })}</p>
            ) : isAllAnswered ? (
              <p className="text-dense text-ink2">{t("lead.none")}</p>
            ) : null}
            <OwnList
              rows={rows.map((row) => ({ ...row, measured: measured.get(row.id) ?? null }))}
            />
            <p className="mt-5 text-note text-ink2">{t("reader")}</p>
          </>
        )}
      </div>
    </Shell>
  );
}
