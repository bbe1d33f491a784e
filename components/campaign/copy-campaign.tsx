"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState } from "react";

import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { DateField } from "@/components/base/ui/date-field";
import { copyParts } from "@/lib/campaign/copy";
import { untouched, type FormState } from "@/lib/base/forms/form-state";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

/**
 * Which parts of this campaign a new one begins with, and its first day. It begins a draft of
 * a new campaign and leads to it; works without scripts.
 */
export function CopyCampaign(props: {
  readonly slug: string;
  readonly startsOn: CalendarDay;
  readonly isOpen: boolean;
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("campaigns.copy");
  const problems = useTranslations("problems");
  const locale = useLocale();
  const [state, send, isPending] = useActionState<FormState, FormData>(props.action, untouched);
  return (
    <details id="salin" open={props.isOpen} className="max-w-240 scroll-mt-16">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-dense text-link underline underline-offset-3 tablet:min-h-8">
        {t("title")}
      </summary>
      <form action={send} className="mt-2 grid justify-items-start gap-3">
        {state.status === "rejected" ? (
          <Banner kind="error" role="alert" title={problems(state.code ?? "invalid")} />
        ) : null}
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
        <Button type="submit" size="phone" disabled={isPending}>
          {t("submit")}
        </Button>
      </form>
    </details>
  );
}
