import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { ButtonLink } from "@/components/base/ui/button-link";
import { OfflineBanner } from "@/components/device/offline/offline-banner";
import { MoveForm } from "@/components/stock/move-form";
import { limits } from "@/lib/base/limits";
import { routes, withQuery } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { openCampaign } from "@/lib/campaign/server/current";
import { saveMoveAction } from "@/lib/stock/server/actions";
import { listBatches } from "@/lib/stock/server/queries";
import { readLying } from "@/lib/stock/server/read-supply";
import { moveKinds } from "@/lib/stock/stock";

import { Shell } from "../../shell";
import { keptStock, moveFormAt, moveRecordOf, oneOf, storesOf } from "../open-stock";
import { movableBatches, placesOf } from "./choices";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("stock.ledger");
  return { title: t("title") };
}

/** Writes down one move: what came, went, was given back, thrown away or counted. */
export default async function RecordPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await props.searchParams;
  const { actor, current } = await openCampaign("stock:report", oneOf(query, "kampanye"));
  if (!current) notFound();
  const { campaign, grant } = current;
  const { slug } = campaign;
  const kind = moveKinds.find((each) => each === oneOf(query, "jenis")) ?? "receipt";
  const today = localDay(now(), campaign.timeZone);
  const [batches, lying, { stores, nameOf, mayManage }, keptAs, t] = await Promise.all([
    listBatches(grant, campaign, { after: null, limit: limits.stockBatches }),
    readLying(grant, campaign, today),
    storesOf(grant, campaign),
    keptStock(actor),
    getTranslations(),
  ]);
  if (kind === "issue" && !mayManage) notFound();
  const movable = movableBatches(batches, lying, {
    nameOf,
    batchName: ({ code, product }) =>
      t("stock.batch.name", { code: code ?? t("stock.batch.unknown"), product }),
    amount: (doses, size) =>
      size === null
        ? t("stock.amount.doses", { count: doses })
        : t("stock.amount.vials", { count: Math.floor(doses / size) }),
  });
  const beyond = t("stock.store.outside");
  const places = placesOf(kind, {
    stores,
    mayManage,
    district: campaign.districtCode,
    beyond,
    nameOf,
  });
  const back = withQuery(routes.stock, { kampanye: slug });
  const title = t(`stockForm.kind.${kind}`);
  return (
    <Shell actor={actor} current="stock" campaign={campaign} forms={[moveFormAt(slug, kind)]}>
      <Breadcrumb
        label={t("common.breadcrumb")}
        parts={[{ name: t("stock.screen"), href: back }, { name: title }]}
      />
      <h1 className="mt-2 text-title font-semibold">{title}</h1>
      <p className="max-w-180 text-dense text-ink2">{t(`stockForm.note.${kind}`)}</p>
      {movable.length === 0 ? (
        <div className="mt-4 grid justify-items-start gap-3">
          <p>{t(mayManage ? "stockForm.noBatch" : "stockForm.noBatchOwn")}</p>
          {mayManage ? (
            <ButtonLink
              href={withQuery(routes.stockBatch, { kampanye: slug })}
              variant="primary"
              size="phone"
            >
              {t("stock.record.batch")}
            </ButtonLink>
          ) : null}
        </div>
      ) : (
        <ClientMessages of={["stockForm", "problems", "register", "offline", "draft"]}>
          <OfflineBanner />
          <MoveForm
            key={kind}
            record={moveRecordOf(actor, campaign, {
              name: `${title}, ${campaign.name}`,
              page: moveFormAt(slug, kind),
            })}
            kind={kind}
            batches={movable}
            batch={movable.find(({ key }) => key === oneOf(query, "batch"))?.key}
            {...places}
            today={today}
            zone={campaign.timeZone}
            kept={keptAs(`${slug}/${kind}`)}
            save={saveMoveAction}
            back={back}
          />
        </ClientMessages>
      )}
    </Shell>
  );
}
