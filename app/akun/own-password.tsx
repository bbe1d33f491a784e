import { getLocale, getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { Logo } from "@/components/base/layout/logo";
import { AccountSwitches } from "@/components/account/people/account-switches";
import { PasswordForm } from "@/components/account/people/password-form";
import { Banner } from "@/components/base/ui/banner";
import { signOut } from "@/lib/account/auth/server/actions";
import type { Actor } from "@/lib/account/auth/policy";
import { switchLocale } from "@/lib/base/i18n/server/actions";
import { formats } from "@/lib/base/i18n/format";
import { asLocale } from "@/lib/base/i18n/locale";
import { changePasswordAction } from "@/lib/account/people/server/account-actions";
import { findPasswordReset } from "@/lib/account/people/server/queries";
import { localDay } from "@/lib/base/time/time-zone";

const zone = "Asia/Jakarta";

/** The account page of somebody whose password was told by someone else: nothing but what it takes. */
export async function OwnPassword(props: { readonly actor: Actor; readonly back: string | null }) {
  const { actor, back } = props;
  const [t, locale, reset] = await Promise.all([
    getTranslations("account"),
    getLocale(),
    findPasswordReset(actor),
  ]);
  const f = formats(asLocale(locale));
  return (
    <div className="min-h-dvh">
      <header className="on-bar flex items-center gap-3 bg-bar px-4 py-3 text-section font-semibold text-bar-ink tablet:px-6">
        <Logo />
        Cakupan
      </header>
      <main id="isi" className="mx-auto grid max-w-120 gap-5 px-4 py-6 tablet:px-6">
        <div className="grid gap-2">
          <h1 className="text-title font-semibold">{t("temporary.title")}</h1>
          <p className="text-dense text-ink2">
            {t("who")} <strong className="font-semibold text-ink">{actor.displayName}</strong> (
            {actor.username}).
          </p>
        </div>
        <Banner kind="warning" title={t("temporary.note")}>
          {reset
            ? t("temporary.reset", {
                who: reset.by,
                day: f.day(localDay(reset.at, zone)),
                time: f.time(reset.at, zone),
              })
            : null}
        </Banner>
        <ClientMessages of={["account", "problems"]}>
          <PasswordForm
            username={actor.username}
            change={changePasswordAction}
            temporary={{ back }}
          />
        </ClientMessages>
        <AccountSwitches actorId={actor.id} switchLocale={switchLocale} signOut={signOut} />
      </main>
    </div>
  );
}
