import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { NewPersonForm } from "@/components/account/people/new-person-form";
import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { mayAppoint } from "@/lib/account/auth/policy";
import { createPersonAction } from "@/lib/account/people/server/actions";
import { suggestHomeRegions } from "@/lib/account/region/server/actions";
import { routes } from "@/lib/base/routes";

import { Shell } from "../../shell";
import { openPeople } from "../open-people";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.new");
  return { title: t("title") };
}

export default async function NewPersonPage() {
  const { actor } = await openPeople();
  const t = await getTranslations();
  return (
    <Shell actor={actor} current="people">
      <Breadcrumb
        label={t("common.breadcrumb")}
        parts={[{ name: t("people.title"), href: routes.people }, { name: t("people.new.title") }]}
      />
      <h1 className="mt-2 text-title font-semibold">{t("people.new.title")}</h1>
      <p className="mb-5 text-dense text-ink2">{t("people.new.intro")}</p>
      <ClientMessages of={["people", "problems", "common", "draft"]}>
        <NewPersonForm
          keptName={`${actor.id}/pengguna/baru`}
          roles={mayAppoint(actor.role)}
          search={suggestHomeRegions}
          create={createPersonAction}
        />
      </ClientMessages>
    </Shell>
  );
}
