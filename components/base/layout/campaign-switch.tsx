import clsx from "clsx";
import { Check, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";

import { routes, withQuery } from "@/lib/base/routes";

import { SwitchSearch } from "./switch-search";

export type CampaignChoice = {
  readonly slug: string;
  readonly name: string;
  readonly districtName: string;
  /** What it stands under in lists, with the year of those that are over. */
  readonly shelf: { readonly kind: "running" | "coming" | "year"; readonly year: string };
};

/** Campaigns that the switch lists; it is sent along with every page. */
const maxListed = 8;

/** A plain disclosure of links, so that it also opens without scripts; of one campaign its name alone. */
export function CampaignSwitch(props: {
  readonly chosen: CampaignChoice;
  /** In the order of lists, without those in the archive but the chosen one. */
  readonly campaigns: readonly CampaignChoice[];
  /** How many others stand in the archive. */
  readonly archived: number;
  readonly entryDay: string | null;
  readonly find: ComponentProps<typeof SwitchSearch>["find"];
}) {
  const t = useTranslations("navigation");
  const account = useTranslations("account");
  const words = useTranslations("campaigns.archive");
  const { campaigns, chosen, archived, entryDay } = props;
  const all = campaigns.length + archived;
  const place = "border-white/25 relative hidden min-w-0 border-l pl-3 tablet:block";
  if (all === 1) {
    return (
      <p className={clsx(place, "truncate text-dense font-semibold")} title={chosen.districtName}>
        {chosen.name}
      </p>
    );
  }
  const first = campaigns.slice(0, maxListed);
  const listed = first.includes(chosen) ? first : [...first.slice(0, -1), chosen];
  const address = entryDay === null ? routes.home : routes.entry;
  const list = (
    <ul className="switch-list">
      {listed.map((each, index) => (
        <li key={each.slug}>
          {isSameShelf(each, listed[index - 1]) ? null : (
            <p>{account(`shelf.${each.shelf.kind}`, { year: each.shelf.year })}</p>
          )}
          <Link
            href={withQuery(address, { kampanye: each.slug, hari: entryDay ?? undefined })}
            prefetch={false}
            aria-current={each === chosen ? "true" : undefined}
          >
            {each === chosen ? <Check aria-hidden /> : null}
            <b>{each.name}</b>
            <small>{each.districtName}</small>
          </Link>
        </li>
      ))}
      {campaigns.length > listed.length ? (
        <More href={`${routes.more}#kampanye`}>
          {t("allCampaigns", { count: campaigns.length })}
        </More>
      ) : null}
      {archived > 0 ? (
        <More href={`${withQuery(routes.more, { arsip: 1 })}#arsip`}>
          {words("list", { count: archived })}
        </More>
      ) : null}
    </ul>
  );
  return (
    <details name="menu" className={place}>
      <summary
        aria-label={`${t("switchCampaign")}: ${chosen.name}`}
        className="flex min-h-11 items-center gap-2 text-dense font-semibold"
      >
        <span className="truncate">{chosen.name}</span>
        <ChevronsUpDown aria-hidden className="size-4 shrink-0" />
      </summary>
      <div className="absolute left-0 z-10 max-h-[calc(100dvh-4rem)] w-80 overflow-y-auto rounded-control border border-line bg-surface text-dense text-ink shadow-xl">
        {all < maxListed ? (
          list
        ) : (
          <SwitchSearch
            words={{
              label: account("searchCampaign"),
              button: account("search"),
              none: t("noCampaignFound"),
              archived: words("state"),
            }}
            address={address}
            day={entryDay}
            find={props.find}
          >
            {list}
          </SwitchSearch>
        )}
      </div>
    </details>
  );
}

function isSameShelf({ shelf }: CampaignChoice, before: CampaignChoice | undefined): boolean {
  return before?.shelf.kind === shelf.kind && before.shelf.year === shelf.year;
}

function More(props: { readonly href: string; readonly children: string }) {
  return (
    <li className="more">
      <Link href={props.href} prefetch={false}>
        {props.children}
      </Link>
    </li>
  );
}
