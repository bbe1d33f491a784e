import { randomUUID } from "node:crypto";

import { getTranslations } from "next-intl/server";

import type { KeptAs } from "@/components/base/kept/kept-notice";
import { authorize, type Grant } from "@/lib/account/auth/grant";
import type { Actor } from "@/lib/account/auth/policy";
import { routes, withQuery } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import type { Campaign } from "@/lib/campaign/campaign";
import { managesStock, type StockGrant } from "@/lib/stock/own-store";
import { listStores } from "@/lib/stock/server/queries";
import type { MoveKind } from "@/lib/stock/stock";
import { readStore } from "@/lib/stock/store";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** One value of an address. */
export function oneOf(query: Query, name: string): string | undefined {
  const value = query[name];
  return Array.isArray(value) ? value[0] : value;
}

/** The grant to read coverage where somebody reads stock. */
export function coverageOf(actor: Actor, grant: StockGrant): Grant<"coverage:read"> {
  return authorize(actor, "coverage:read", grant.office ?? grant.region);
}

/** The stores that somebody reads, what each is called, and whether all of them are theirs to manage. */
export async function storesOf(grant: StockGrant, campaign: Campaign) {
  const [stores, t] = await Promise.all([
    listStores(grant, campaign),
    getTranslations("stock.store"),
  ]);
  const names = new Map(stores.map(({ key, name }) => [key, name]));
  const nameOf = (key: string) => {
    const store = readStore(key, campaign.districtCode);
    if (store === null || store.kind === "district") return t("district");
    return names.get(key) || store.code;
  };
  return {
    stores: stores.map(({ key }) => ({ key, name: nameOf(key) })),
    nameOf,
    mayManage: managesStock(grant, campaign.districtCode),
  };
}

/** Under which names the half-typed forms of somebody are kept. */
export async function keptStock(actor: Actor): Promise<(form: string) => KeptAs> {
  const t = await getTranslations("draft");
  return (form) => ({
    name: `${actor.id}/logistik/${form}`,
    texts: { restored: t("restored"), discard: t("discard") },
  });
}

/** The address of the form of a kind of move: the worker keeps it under the same. */
export function moveFormAt(slug: string, kind: MoveKind): string {
  return withQuery(routes.stockRecord, { kampanye: slug, jenis: kind });
}

/** What a form of a new move needs for going through the outbox. */
export function moveRecordOf(
  actor: Actor,
  { slug, districtCode }: Campaign,
  { name, page }: { readonly name: string; readonly page: string },
) {
  return {
    kampanye: slug,
    district: districtCode,
    actorId: actor.id,
    name,
    page,
    home: `${withQuery(routes.stockLedger, { kampanye: slug })}&id={id}`,
    address: `/api/v1/campaigns/${encodeURIComponent(slug)}/stock-moves/`,
    id: randomUUID(),
    sent: randomUUID(),
    version: 0,
    drawnAt: now().toISOString(),
  };
}
