import clsx from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";

import type { CampaignWork } from "@/lib/campaign/entry-campaigns";
import { routes, withQuery } from "@/lib/base/routes";

/**
 * The campaign that is filled in, and what waits today in the others that this person has units in.
 * Changing keeps the day. A single one is only named, where no bar above names it.
 */
export function CampaignStrip(props: {
  readonly campaigns: readonly CampaignWork[];
  readonly slug: string;
  /** A local day. */
  readonly day: string;
}) {
  const t = useTranslations("entry.campaigns");
  const { campaigns, slug, day } = props;
  const current = campaigns.find((each) => each.slug === slug);
  if (campaigns.length === 0 || (campaigns.length === 1 && current)) {
    return current ? (
      <p className="truncate text-center text-note font-medium text-ink2 tablet:hidden">
        {current.name}
      </p>
    ) : null;
  }
  return (
    <nav
      aria-label={t("label")}
      className="-mx-4 overflow-x-auto px-4 py-1 tablet:mx-0 tablet:px-1"
    >
      <ul className="flex w-max gap-2">
        {campaigns.map((each) => {
          const isCurrent = each.slug === slug;
          return (
            <li key={each.slug}>
              <Link
                href={withQuery(routes.entry, { kampanye: each.slug, hari: day })}
                prefetch={false}
                aria-current={isCurrent ? "true" : undefined}
                className={clsx(
                  "flex min-h-11 max-w-72 items-center gap-2 rounded-control border px-3 text-dense no-underline desk:min-h-9",
                  isCurrent
                    ? "border-brand bg-brand font-semibold text-on-brand"
                    : "border-line-strong bg-surface text-ink hover:bg-sunken",
                )}
              >
                <span className="truncate">{each.name}</span>
                <span className="shrink-0 text-note">
                  {each.missing > 0 ? t("waiting", { count: each.missing }) : t("done")}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
