import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { AuditFilters } from "@/components/account/audit/audit-filters";
import { AuditList } from "@/components/account/audit/audit-list";
import { ChainStateLine } from "@/components/account/audit/chain-state";
import { ButtonLink } from "@/components/base/ui/button-link";
import { Panel } from "@/components/base/ui/panel";
import { knownAction } from "@/lib/account/audit/entry";
import { auditQuery, isFiltered } from "@/lib/account/audit/filter";
import {
  cellNames,
  checkChain,
  listActions,
  listEntries,
} from "@/lib/account/audit/server/queries";
import { routes, withQuery } from "@/lib/base/routes";
import { timeZoneNames } from "@/lib/base/time/time-zone";

import { Shell } from "../shell";
import { openTrail } from "./open-trail";

const shown = 50;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

export default async function AuditPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await props.searchParams;
  const { actor, district, filter, grant, trails, zone } = await openTrail(query);
  const [found, actions, cells, state, t] = await Promise.all([
    listEntries(grant, district, filter, zone, shown + 1),
    listActions(grant, district),
    cellNames(grant, district),
    query["periksa"] === "1" ? checkChain(grant, district) : null,
    getTranslations("audit"),
  ]);
  const entries = found.slice(0, shown);
  const kinds = actions.map((action) => {
    const known = knownAction(action);
    return { action, label: known ? t(`kinds.${known}`) : action };
  });
  const address = (change: Readonly<Record<string, string | null>>, path: string) =>
    withQuery(path, { ...auditQuery(filter), ...change });

  return (
    <Shell actor={actor} current="audit">
      <div className="grid gap-4">
        <div>
          <h1 className="text-title font-semibold">{t("title")}</h1>
          <p className="max-w-180 text-dense text-ink2">{t("intro")}</p>
        </div>
        <ChainStateLine state={state} check={address({ periksa: "1" }, routes.auditTrail)} />
        <AuditFilters filter={filter} trails={trails} kinds={kinds} />
        <Panel
          title={t("entries")}
          note={t("order", { zone: timeZoneNames[zone] })}
          actions={
            <ButtonLink
              href={address({ sebelum: null }, routes.auditTrailCsv)}
              prefetch={false}
              className="print:hidden"
            >
              <Download aria-hidden className="size-4" />
              CSV
            </ButtonLink>
          }
        >
          {entries.length === 0 ? (
            <div className="py-6 text-dense text-ink2">
              <p>{isFiltered(filter) || filter.before !== null ? t("noneFiltered") : t("none")}</p>
              {isFiltered(filter) ? (
                <ButtonLink
                  href={withQuery(routes.auditTrail, { kabupaten: filter.district })}
                  className="mt-3 tablet:hidden"
                >
                  {t("clear")}
                </ButtonLink>
              ) : null}
            </div>
          ) : (
            <AuditList entries={entries} zone={zone} cells={cells} />
          )}
          {found.length > shown || filter.before !== null ? (
            <p className="mt-2 hidden text-dense text-ink2 print:block">
              {t("printedPart", { count: entries.length })}
            </p>
          ) : null}
          <nav aria-label={t("entries")} className="mt-4 flex flex-wrap gap-2 print:hidden">
            {filter.before === null ? null : (
              <ButtonLink href={address({ sebelum: null }, routes.auditTrail)}>
                {t("newest")}
              </ButtonLink>
            )}
            {found.length > shown ? (
              <ButtonLink
                href={address({ sebelum: entries.at(-1)?.id ?? null }, routes.auditTrail)}
              >
                {t("older")}
              </ButtonLink>
            ) : null}
          </nav>
        </Panel>
      </div>
    </Shell>
  );
}
