import { useTranslations } from "next-intl";

import { Banner } from "@/components/base/ui/banner";
import type { CampaignDraft } from "@/lib/campaign/draft";

/** Which file a draft was begun from, and all of it that stands nowhere in the draft. */
export function FileNotice(props: { readonly file: NonNullable<CampaignDraft["fromFile"]> }) {
  const t = useTranslations("campaigns.setUp.file");
  const { name, left, untold } = props.file;
  const count = left.length + untold;
  if (count === 0) return <Banner kind="info" title={t("all", { name })} />;
  return (
    <Banner kind="warning" title={t("some", { name })}>
      <details open={left.length <= 5}>
        <summary className="flex min-h-11 items-center text-link tablet:min-h-6">
          {t("left", { count })}
        </summary>
        <ul className="mt-1 list-disc pl-5">
          {left.map(({ field, value, why }) => (
            <li key={`${field} ${why}`} className="wrap-anywhere">
              <code>{field}</code>: {t(`why.${why}`, { value })}
            </li>
          ))}
          {untold > 0 ? <li>{t("untold", { count: untold })}</li> : null}
        </ul>
      </details>
    </Banner>
  );
}
