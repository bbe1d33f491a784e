import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { NoCampaign } from "@/components/campaign/no-campaign";
import { DirectiveForm } from "@/components/directive/directive-form";
import { routes, withQuery } from "@/lib/base/routes";
import { openCampaign } from "@/lib/campaign/server/current";
import { addresseeChoicesOf } from "@/lib/directive/addressee-choices";
import { saveDirectiveAction } from "@/lib/directive/server/actions";

import { Shell } from "../../shell";
import { addresseesIn, keptForms } from "../open-directives";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("directives.form");
  return { title: t("newTitle") };
}

/** Begins a directive: what it says of itself and whom it is addressed to. */
export default async function NewDirectivePage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { kampanye } = await props.searchParams;
  const { actor, current } = await openCampaign("directive:manage", kampanye?.toString());
  if (!current) {
    return (
      <Shell actor={actor} current="directives">
        <NoCampaign role={actor.role} />
      </Shell>
    );
  }
  const { campaign } = current;
  const [{ offices, areas, register }, keptAs, t] = await Promise.all([
    addresseesIn(actor, campaign),
    keptForms(actor),
    getTranslations(),
  ]);
  const back = withQuery(routes.directives, { kampanye: campaign.slug });
  return (
    <Shell actor={actor} current="directives" campaign={campaign}>
      <Breadcrumb
        label={t("common.breadcrumb")}
        parts={[
          { name: t("directives.screen"), href: back },
          { name: t("directives.form.newTitle") },
        ]}
      />
      <h1 className="mt-2 text-title font-semibold">{t("directives.form.newTitle")}</h1>
      <p className="max-w-180 text-dense text-ink2">{t("directives.form.newNote")}</p>
      <ClientMessages of={["directives", "followUps", "problems", "register"]}>
        <DirectiveForm
          slug={campaign.slug}
          id={crypto.randomUUID()}
          directive={null}
          addressees={addresseeChoicesOf([], offices, areas)}
          register={register}
          kept={keptAs("baru")}
          save={saveDirectiveAction}
          back={back}
        />
      </ClientMessages>
    </Shell>
  );
}
