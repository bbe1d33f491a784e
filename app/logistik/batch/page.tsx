import { randomUUID } from "node:crypto";

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { RecordHistory } from "@/components/base/register/record-history";
import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { Panel } from "@/components/base/ui/panel";
import { BatchForm } from "@/components/stock/batch-form";
import { LedgerTable } from "@/components/stock/ledger-table";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { readRecordHistory } from "@/lib/campaign/record/server/queries";
import { openCampaign } from "@/lib/campaign/server/current";
import { saveBatchAction } from "@/lib/stock/server/actions";
import { listMoves, readBatch } from "@/lib/stock/server/queries";

import { Shell } from "../../shell";
import { keptStock, oneOf, storesOf } from "../open-stock";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("stockForm");
  return { title: t("batch") };
}

/** One batch with its history and moves; without an id the form of a new one. */
export default async function BatchPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await props.searchParams;
  const { actor, current } = await openCampaign("stock:report", oneOf(query, "kampanye"));
  if (!current) notFound();
  const { campaign, grant } = current;
  const { slug } = campaign;
  const id = oneOf(query, "id");
  if (id !== undefined && !z.uuid().safeParse(id).success) notFound();
  const [{ nameOf, mayManage }, batch, keptAs, t, locale] = await Promise.all([
    storesOf(grant, campaign),
    id === undefined ? null : readBatch(grant, campaign, id),
    keptStock(actor),
    getTranslations(),
    getLocale(),
  ]);
  if (id === undefined ? !mayManage : !batch) notFound();
  const [history, moves] = batch
    ? await Promise.all([
        readRecordHistory(grant, { campaign, kind: "batch", id: batch.id }),
        listMoves(grant, campaign, { batch: batch.id }, { after: null, limit: 20 }),
      ])
    : [[], []];
  const format = formats(locale);
  const title = batch
    ? t("stock.batchPage.title", { code: batch.code ?? t("stock.batch.unknown") })
    : t("stockForm.newTitle");
  const back = withQuery(routes.stock, { kampanye: slug });
  return (
    <Shell actor={actor} current="stock" campaign={campaign}>
      <Breadcrumb
        label={t("common.breadcrumb")}
        parts={[{ name: t("stock.screen"), href: back }, { name: title }]}
      />
      <h1 className="mt-2 text-title font-semibold">{title}</h1>
      <p className="max-w-180 text-dense text-ink2">
        {batch
          ? [
              batch.product,
              batch.dosesPerVial === null
                ? null
                : `${format.count(batch.dosesPerVial)} ${t("stock.batches.size").toLowerCase()}`,
              t("stock.batch.expires", {
                day:
                  batch.expiresOn === null
                    ? t("stock.batch.unknownExpiry")
                    : format.day(batch.expiresOn),
              }),
            ]
              .filter(Boolean)
              .join(" · ")
          : t("stockForm.newNote")}
      </p>
      {batch ? (
        <div className="mt-4 grid gap-4">
          <Panel title={t("stock.batchPage.moves")}>
            <LedgerTable slug={slug} moves={moves} batches={[batch]} nameOf={nameOf} />
          </Panel>
          <Panel title={t("stock.batchPage.history")}>
            <RecordHistory
              zone={campaign.timeZone}
              items={history.map(({ version, at, actorName }) => ({
                id: String(version),
                at,
                actorName,
                what:
                  version === 1
                    ? t("stock.batchPage.added")
                    : t("stock.batchPage.changed", { version }),
              }))}
            />
          </Panel>
        </div>
      ) : null}
      {mayManage && !campaign.isArchived ? (
        <section className="mt-4">
          {batch ? (
            <>
              <h2 className="text-section font-semibold">{t("stock.batchPage.change")}</h2>
              <p className="text-note text-ink3">{t("stock.batchPage.changeNote")}</p>
            </>
          ) : null}
          <ClientMessages of={["stockForm", "problems", "register"]}>
            <BatchForm
              key={batch?.version ?? 0}
              sent={{
                kampanye: slug,
                id: batch?.id ?? randomUUID(),
                sent: randomUUID(),
                version: batch?.version ?? 0,
              }}
              batch={batch}
              expiresOn={batch?.expiresOn ? format.day(batch.expiresOn) : ""}
              interventions={campaign.interventions.map(({ code, name }) => ({ code, name }))}
              today={localDay(now(), campaign.timeZone)}
              kept={keptAs(`${slug}/batch/${batch?.id ?? "baru"}`)}
              save={saveBatchAction}
              back={back}
            />
          </ClientMessages>
        </section>
      ) : null}
    </Shell>
  );
}
