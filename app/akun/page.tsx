import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/layout/client-messages";
import { StorageNotice } from "@/components/offline/storage-notice";
import { AccountSwitches } from "@/components/people/account-switches";
import { PasswordForm } from "@/components/people/password-form";
import { Panel } from "@/components/ui/panel";
import { signOut } from "@/lib/auth/actions";
import { mayEver } from "@/lib/auth/policy";
import { requireActor } from "@/lib/auth/session";
import { switchLocale } from "@/lib/i18n/actions";
import { changePasswordAction } from "@/lib/people/account-actions";

import { Shell } from "../shell";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("title") };
}

export default async function AccountPage() {
  const actor = await requireActor();
  const t = await getTranslations();
  const facts = [
    [t("account.username"), actor.username],
    [t("account.role"), t(`common.roles.${actor.role}`)],
    [t("account.region"), actor.homeRegionName],
  ] as const;
  return (
    <Shell actor={actor} current={null}>
      <h1 className="mb-4 text-title font-semibold">{t("account.title")}</h1>
      <div className="grid items-start gap-4 desktop:grid-cols-2">
        <Panel title={actor.displayName} note={t("account.who")}>
          <dl className="my-4 grid gap-3 text-dense">
            {facts.map(([label, value]) => (
              <div key={label}>
                <dt className="text-note text-ink3">{label}</dt>
                <dd className="font-medium">{value}</dd>
              </div>
            ))}
          </dl>
          {mayEver(actor.role, "tally:submit") ? (
            <ClientMessages of={["offline"]}>
              <StorageNotice isOfAccount />
            </ClientMessages>
          ) : null}
          <AccountSwitches actorId={actor.id} switchLocale={switchLocale} signOut={signOut} />
        </Panel>
        <Panel title={t("account.passwordTitle")} note={t("account.passwordNote")}>
          <ClientMessages of={["account", "problems"]}>
            <PasswordForm change={changePasswordAction} />
          </ClientMessages>
        </Panel>
      </div>
    </Shell>
  );
}
