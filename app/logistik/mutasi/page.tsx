import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";

import { RegisterPage } from "@/components/base/register/register-page";
import { LedgerFilter } from "@/components/stock/ledger-filter";
import { LedgerTable } from "@/components/stock/ledger-table";
import { limits } from "@/lib/base/limits";
import { routes, withQuery } from "@/lib/base/routes";
import { openCampaign } from "@/lib/campaign/server/current";
import { movePlaceText, readMovePlace } from "@/lib/stock/move-place";
import { listBatches, listMoves, readMove } from "@/lib/stock/server/queries";
import { moveKinds } from "@/lib/stock/stock";

import { Shell } from "../../shell";
import { oneOf, storesOf } from "../open-stock";
import { MovePage } from "./move-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("stock.ledger");
  return { title: t("title") };
}

/** Rows of a page. */
const perPage = 50;

/** The ledger, filtered by the address; with an id one move, which is its berita acara. */
export default async function LedgerPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await props.searchParams;
  const { actor, current } = await openCampaign("stock:report", oneOf(query, "kampanye"));
  if (!current) notFound();
  const { campaign, grant } = current;
  const { slug } = campaign;
  const id = oneOf(query, "id");
  const [batches, places] = await Promise.all([
    listBatches(grant, campaign, { after: null, limit: limits.stockBatches }),
    storesOf(grant, campaign),
  ]);
  if (id !== undefined) {
    const move = z.uuid().safeParse(id).success ? await readMove(grant, campaign, id) : null;
    const batch = batches.find((each) => each.id === move?.batch);
    if (!move || !batch) notFound();
    return (
      <Shell actor={actor} current="stock" campaign={campaign} print={{ day: move.day }}>
        <MovePage actor={actor} campaign={campaign} move={move} batch={batch} {...places} />
      </Shell>
    );
  }
  const filter = {
    kind: moveKinds.find((each) => each === oneOf(query, "jenis")) ?? null,
    store: places.stores.find(({ key }) => key === oneOf(query, "tempat"))?.key ?? null,
    batch: batches.find((each) => each.id === oneOf(query, "batch"))?.id ?? null,
  };
  const after = readMovePlace(oneOf(query, "sesudah"));
  const [moves, t] = await Promise.all([
    listMoves(grant, campaign, filter, { after, limit: perPage + 1 }),
    getTranslations("stock.ledger"),
  ]);
  const shown = moves.slice(0, perPage);
  const last = shown.at(-1);
  const asked = { kampanye: slug, jenis: filter.kind, tempat: filter.store, batch: filter.batch };
  return (
    <Shell actor={actor} current="stock" campaign={campaign}>
      <RegisterPage
        headline={t("title")}
        intro={t("intro")}
        csv={withQuery(routes.stockLedgerCsv, asked)}
        noneShown={shown.length > 0 ? null : t(batches.length === 0 ? "empty" : "none")}
        pages={{
          first: after === null ? null : withQuery(routes.stockLedger, asked),
          next:
            last && moves.length > shown.length
              ? withQuery(routes.stockLedger, { ...asked, sesudah: movePlaceText(last) })
              : null,
        }}
      >
        <LedgerFilter slug={slug} filter={filter} stores={places.stores} batches={batches} />
        {shown.length === 0 ? null : (
          <LedgerTable slug={slug} moves={shown} batches={batches} nameOf={places.nameOf} />
        )}
      </RegisterPage>
    </Shell>
  );
}
