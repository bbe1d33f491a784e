import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { SampleBand } from "@/components/base/layout/sample-band";
import { WaitingHere } from "@/components/device/offline/waiting-here";
import { SignInForm } from "@/components/account/people/sign-in-form";
import { SignInIntroduction } from "@/components/account/people/sign-in-introduction";
import { signInAction } from "@/lib/account/auth/server/actions";
import { currentVisitor } from "@/lib/account/auth/server/session";
import { hasSampleCampaign } from "@/lib/campaign/server/queries";
import { switchLocale } from "@/lib/base/i18n/server/actions";
import { ownAddress, routes } from "@/lib/base/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("title") };
}

export default async function SignInPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { kembali } = await props.searchParams;
  const back = ownAddress(kembali?.toString());
  if (await currentVisitor()) redirect(back ?? routes.home);

  return (
    <div className="flex min-h-dvh flex-col">
      {(await hasSampleCampaign()) ? <SampleBand isWholeInstallation /> : null}
      <div className="grid grow grid-rows-[auto_1fr] desktop:grid-cols-[1.1fr_1fr] desktop:grid-rows-1">
        <SignInIntroduction switchLocale={switchLocale} />
        <main id="isi" className="px-4 py-8 tablet:px-6 desktop:grid desktop:place-items-center">
          <ClientMessages of={["signIn", "problems"]}>
            <div>
              <WaitingHere />
              <SignInForm action={signInAction} back={back} />
            </div>
          </ClientMessages>
        </main>
      </div>
    </div>
  );
}
