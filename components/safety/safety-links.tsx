import { Activity, House } from "lucide-react";
import { useTranslations } from "next-intl";

import { ButtonLink } from "@/components/base/ui/button-link";
import { routes, withQuery } from "@/lib/base/routes";

const parts = [
  { key: "adverseEvents", address: routes.adverseEvents, icon: Activity },
  { key: "rapidAssessments", address: routes.rapidAssessments, icon: House },
] as const;

/** What of a campaign is watched: the navigation has these screens once anything is recorded on them. */
export function SafetyLinks({ slug }: { readonly slug: string }) {
  const t = useTranslations("campaigns");
  const events = useTranslations("adverseEvents");
  const assessments = useTranslations("rapidAssessments");
  const words = {
    adverseEvents: { name: events("screen"), intro: events("intro") },
    rapidAssessments: { name: assessments("screen"), intro: assessments("intro") },
  };
  return parts.map(({ key, address, icon: Icon }) => (
    <p key={key} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <ButtonLink href={withQuery(address, { kampanye: slug })}>
        <Icon aria-hidden className="size-4" />
        {t("addPart", { part: words[key].name })}
      </ButtonLink>
      <span className="text-note text-ink3">{words[key].intro}</span>
    </p>
  ));
}
