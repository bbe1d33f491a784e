import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { PersonEditor } from "@/components/account/people/person-editor";
import { Banner } from "@/components/base/ui/banner";
import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { mayAppoint } from "@/lib/account/auth/policy";
import {
  changePersonAction,
  resetPasswordAction,
  setActiveAction,
} from "@/lib/account/people/server/actions";
import { officeChoices } from "@/lib/account/office/server/queries";
import { findPerson } from "@/lib/account/people/server/queries";
import { suggestHomeRegions } from "@/lib/account/region/server/actions";
import { routes } from "@/lib/base/routes";

import { Shell } from "../../shell";
import { openPeople } from "../open-people";

type Props = { readonly params: Promise<{ readonly username: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  // Not the name: the title of somebody else's page must not tell that they exist.
  return { title: t("title") };
}

export default async function PersonPage(props: Props) {
  const { username } = await props.params;
  const { actor, grant } = await openPeople();
  const person = await findPerson(grant, decodeURIComponent(username));
  if (!person) notFound();

  const [offices, t] = await Promise.all([officeChoices(grant), getTranslations()]);
  const roles = mayAppoint(actor.role);
  return (
    <Shell actor={actor} current="people">
      <Breadcrumb
        label={t("common.breadcrumb")}
        parts={[{ name: t("people.title"), href: routes.people }, { name: person.displayName }]}
      />
      <h1 className="mt-2 text-title font-semibold">{person.displayName}</h1>
      <p className="mb-5 text-dense text-ink2">
        {person.username} · {t(`common.roles.${person.role}`)} ·{" "}
        {person.officeName ?? person.homeRegionName} ·{" "}
        {person.isActive ? t("people.active") : t("people.disabled")}
      </p>
      {roles.includes(person.role) ? (
        <ClientMessages of={["people", "problems", "common", "draft"]}>
          <PersonEditor
            person={person}
            region={{ code: person.homeRegion, name: person.homeRegionName, within: null }}
            offices={offices}
            roles={roles}
            keptName={`${actor.id}/pengguna/${person.username}`}
            isOwn={person.id === actor.id}
            search={suggestHomeRegions}
            change={changePersonAction}
            setActive={setActiveAction}
            reset={resetPasswordAction}
          />
        </ClientMessages>
      ) : (
        <Banner kind="info" title={t("people.edit.above")} />
      )}
    </Shell>
  );
}
