import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { StorageNotice } from "@/components/device/offline/storage-notice";
import { AccountSwitches } from "@/components/account/people/account-switches";
import { OwnSessions } from "@/components/account/people/own-sessions";
import { PasswordForm } from "@/components/account/people/password-form";
import { Panel } from "@/components/base/ui/panel";
import { signOut } from "@/lib/account/auth/server/actions";
import { mayEver, ownPlaceName } from "@/lib/account/auth/policy";
import { listSessions } from "@/lib/account/auth/server/queries";
import { requireVisitor } from "@/lib/account/auth/server/session";
import { switchLocale } from "@/lib/base/i18n/server/actions";
import {
  changePasswordAction,
  endSessionAction,
  signOutElsewhereAction,
} from "@/lib/account/people/server/account-actions";
import { ownAddress } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";

import { Shell } from "../shell";
import { OwnPassword } from "./own-password";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("title") };
}

export default async function AccountPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { actor, sessionId, isPasswordTemporary } = await requireVisitor();
  if (isPasswordTemporary) {
    const { kembali } = await props.searchParams;
    return <OwnPassword actor={actor} back={ownAddress(kembali?.toString())} />;
  }
  const [t, sessions] = await Promise.all([getTranslations(), listSessions(actor, now())]);
  const facts = [
    [t("account.username"), actor.username],
    [t("account.role"), t(`common.roles.${actor.role}`)],
    [t("account.region"), ownPlaceName(actor)],
  ] as const;
  return (
    <Shell actor={actor} current={null}>
      <h1 className="mb-4 text-title font-semibold">{t("account.title")}</h1>
      <div className="grid items-start gap-4 desktop:grid-cols-2">
        <div className="grid min-w-0 gap-4">
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
              <PasswordForm username={actor.username} change={changePasswordAction} />
            </ClientMessages>
          </Panel>
        </div>
        <ClientMessages of={["account", "problems"]}>
          <OwnSessions
            sessions={sessions}
            here={sessionId}
            end={endSessionAction}
            endOthers={signOutElsewhereAction}
          />
        </ClientMessages>
      </div>
    </Shell>
  );
}
