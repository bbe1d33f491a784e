import Link from "next/link";
import { useTranslations } from "next-intl";

import { ButtonLink } from "@/components/base/ui/button-link";
import { EmptyState } from "@/components/base/ui/empty-state";
import { mayEver, type Role } from "@/lib/account/auth/policy";
import { routes, withQuery } from "@/lib/base/routes";

/** In place of what fills in a campaign that was put away: why not, where it is read, who puts it back. */
export function ArchivedCampaign(props: {
  readonly campaign: { readonly slug: string; readonly name: string };
  readonly role: Role;
}) {
  const t = useTranslations("campaigns.archive");
  const { slug, name } = props.campaign;
  const mayRestore = mayEver(props.role, "campaign:manage");
  return (
    <EmptyState
      title={t("closedTitle", { name })}
      footer={
        <div className="flex flex-wrap gap-3">
          <ButtonLink
            variant="primary"
            size="phone"
            href={withQuery(routes.coverage, { kampanye: slug })}
          >
            {t("read")}
          </ButtonLink>
          {mayRestore ? (
            <ButtonLink
              size="phone"
              href={`${withQuery(routes.campaign(slug), { kampanye: slug })}#arsip`}
            >
              {t("restoreThere")}
            </ButtonLink>
          ) : null}
        </div>
      }
    >
      {t(mayRestore ? "closedManager" : "closed")}{" "}
      <Link href={withQuery(routes.outbox, { kampanye: slug })} className="underline">
        {t("waiting")}
      </Link>
    </EmptyState>
  );
}
