import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { NewPersonForm } from "@/components/account/people/new-person-form";
import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { mayAppoint } from "@/lib/account/auth/policy";
import { officeChoices } from "@/lib/account/office/server/queries";
import { createPersonAction } from "@/lib/account/people/server/actions";
import { levelsOf } from "@/lib/account/people/role-region";
import { searchRegions } from "@/lib/account/region/server/queries";
import { suggestHomeRegions } from "@/lib/account/region/server/actions";
import { routes } from "@/lib/base/routes";

import { Shell } from "../../shell";
import { openPeople } from "../open-people";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.new");
  return { title: t("title") };
}

export default async function NewPersonPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { peran, wilayah } = await props.searchParams;
  const { actor, grant } = await openPeople();
  const roles = mayAppoint(actor.role);
  const role = roles.find((each) => each === peran);
  const code = wilayah?.toString().slice(0, 13) ?? "";
  const [t, offices, regions] = await Promise.all([
    getTranslations(),
    officeChoices(grant),
    role && code ? searchRegions(grant, code, levelsOf[role]) : [],
  ]);
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
          offices={offices}
          roles={roles}
          asked={{ role, region: regions.find((each) => each.code === code) ?? null }}
          search={suggestHomeRegions}
          create={createPersonAction}
        />
      </ClientMessages>
    </Shell>
  );
}
