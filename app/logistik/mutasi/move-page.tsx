import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { Panel } from "@/components/base/ui/panel";
import { PrintButton } from "@/components/monitor/summary/print-button";
import { CorrectForm } from "@/components/stock/correct-form";
import { HandoverAct } from "@/components/stock/handover-act";
import type { Actor } from "@/lib/account/auth/policy";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import type { Campaign } from "@/lib/campaign/campaign";
import { isOwnMove } from "@/lib/stock/own-store";
import { saveMoveAction } from "@/lib/stock/server/actions";
import type { ListedMove } from "@/lib/stock/server/queries";
import type { StockBatch } from "@/lib/stock/stock";

import { keptStock, moveRecordOf } from "../open-stock";

/** One move: its berita acara to print, and the form that puts it right. */
export async function MovePage(props: {
  readonly actor: Actor;
  readonly campaign: Campaign;
  readonly move: ListedMove;
  readonly batch: StockBatch;
  readonly nameOf: (store: string) => string;
  readonly stores: readonly { readonly key: string }[];
  readonly mayManage: boolean;
}) {
  const { actor, campaign, move, batch, stores, mayManage } = props;
  const { slug, timeZone } = campaign;
  const [keptAs, t, locale] = await Promise.all([
    keptStock(actor),
    getTranslations("stock"),
    getLocale(),
  ]);
  const common = await getTranslations("common");
  const format = formats(locale);
  const at = new Date(move.at);
  const other = move.correctedBy ?? move.corrects;
  const to = (query: Record<string, string>) =>
    withQuery(routes.stockLedger, { kampanye: slug, ...query });
  const way = move.kind === "count" ? { ...move, from: null, to: move.to ?? move.from } : move;
  const isTheirs =
    mayManage || stores.some(({ key }) => isOwnMove(way, key, campaign.districtCode));
  const mayCorrect = isTheirs && !campaign.isArchived && other === null && move.doses > 0;
  const title = t("move.title", {
    kind: t(`ledger.kinds.${move.kind}`),
    day: format.day(move.day),
  });
  return (
    <div className="grid gap-4">
      <div className="print:hidden">
        <Breadcrumb
          label={common("breadcrumb")}
          parts={[
            { name: t("screen"), href: withQuery(routes.stock, { kampanye: slug }) },
            { name: t("move.back"), href: to({}) },
            { name: title },
          ]}
        />
        <div className="mt-2 flex flex-wrap items-center justify-between gap-3">
          <h1 className="text-title font-semibold">{title}</h1>
          <PrintButton label={t("move.print")} />
        </div>
        <p className="text-dense text-ink2">
          {t("move.recorded", {
            name: move.actorName,
            day: format.day(localDay(at, timeZone)),
            time: format.time(at, timeZone),
          })}
          {other === null ? null : (
            <>
              {" "}
              {t(move.corrects === null ? "move.correctedBy" : "move.corrects")}:{" "}
              <Link href={to({ id: other })}>{t("move.see")}</Link>
            </>
          )}
        </p>
      </div>
      <HandoverAct campaign={campaign} move={move} batch={batch} nameOf={props.nameOf} />
      {mayCorrect ? (
        <Panel
          title={t("move.correct")}
          note={t("move.correctNote")}
          className="max-w-180 print:hidden"
        >
          <ClientMessages of={["stockForm", "problems", "register"]}>
            <CorrectForm
              record={moveRecordOf(actor, campaign, {
                name: `${t("move.correct")}, ${campaign.name}`,
                page: to({ id: move.id }),
              })}
              of={{ kind: move.kind, batch: move.batch, corrects: move.id }}
              today={localDay(now(), timeZone)}
              zone={timeZone}
              kept={keptAs(`${slug}/betulkan/${move.id}`)}
              save={saveMoveAction}
            />
          </ClientMessages>
        </Panel>
      ) : null}
    </div>
  );
}
