import { useLocale, useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import { DateField } from "@/components/base/ui/date-field";
import { copyParts } from "@/lib/campaign/copy";
import { routes } from "@/lib/base/routes";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

/**
 * Which parts of this campaign a new one begins with, and its first day. It leads to the form of a new
 * campaign and stores nothing, so it is a form that asks; works without scripts.
 */
export function CopyCampaign(props: {
  readonly slug: string;
  readonly startsOn: CalendarDay;
  readonly isOpen: boolean;
}) {
  const t = useTranslations("campaigns.copy");
  const locale = useLocale();
  return (
    <details id="salin" open={props.isOpen} className="max-w-240 scroll-mt-16">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-dense text-link underline underline-offset-3 tablet:min-h-8">
        {t("title")}
      </summary>
      <form
        action={routes.newCampaign}
        method="get"
        className="mt-2 grid justify-items-start gap-3"
      >
        <input type="hidden" name="salin" value={props.slug} />
        <p className="text-dense text-ink2">{t("note")}</p>
        <fieldset className="grid gap-1">
          <legend className="text-dense font-medium">{t("parts")}</legend>
          {copyParts.map((part) => (
            <label
              key={part}
              className="flex min-h-11 items-center gap-3 text-dense tablet:min-h-8"
            >
              <input
                type="checkbox"
                name="bagian"
                value={part}
                defaultChecked
                className="size-5 accent-brand"
              />
              <span>
                {t(`part.${part}`)}
                {part === "targets" ? (
                  <span className="block text-note text-ink3">{t("targetsNote")}</span>
                ) : null}
              </span>
            </label>
          ))}
        </fieldset>
        <DateField
          id="mulai"
          name="mulai"
          locale={locale}
          label={t("startsOn")}
          hint={t("startsOnHint")}
          defaultValue={props.startsOn}
        />
        <Button type="submit" size="phone">
          {t("submit")}
        </Button>
      </form>
    </details>
  );
}
