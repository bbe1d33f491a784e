import { Building2, UserPlus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";

import { PeopleTable } from "@/components/account/people/people-table";
import { Button } from "@/components/base/ui/button";
import { ButtonLink } from "@/components/base/ui/button-link";
import { TextField } from "@/components/base/ui/field";
import { Panel } from "@/components/base/ui/panel";
import { headsWithAccount, listPeople, peopleShown } from "@/lib/account/people/server/queries";
import { routes, withQuery } from "@/lib/base/routes";

import { Shell } from "../shell";
import { DistrictChoice } from "./district-choice";
import { districtsOf } from "./districts";
import { HeadsPanels } from "./heads-panels";
import { openPeople } from "./open-people";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("title") };
}

export default async function PeoplePage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { cari, kabupaten } = await props.searchParams;
  const text = cari?.toString().slice(0, 80) ?? "";
  const { actor, grant } = await openPeople();
  const { districts, district } = await districtsOf(actor, kabupaten?.toString());
  const [found, heads, t] = await Promise.all([
    listPeople(grant, text),
    district ? headsWithAccount(grant, district.code) : null,
    getTranslations("people"),
  ]);
  const people = found.slice(0, peopleShown);

  return (
    <Shell actor={actor} current="people">
      <div className="grid gap-4">
        <div className="flex flex-wrap items-end justify-between gap-4">
          <div>
            <h1 className="text-title font-semibold">{t("title")}</h1>
            <p className="max-w-180 text-dense text-ink2">{t("intro")}</p>
          </div>
          <p className="flex flex-wrap gap-2">
            <ButtonLink href={withQuery(routes.offices, { kabupaten: district?.code })}>
              <Building2 aria-hidden className="size-4" />
              {t("offices.link")}
            </ButtonLink>
            <ButtonLink href={routes.newPerson} variant="primary" size="phone">
              <UserPlus aria-hidden className="size-4" />
              {t("add")}
            </ButtonLink>
          </p>
        </div>
        <DistrictChoice districts={districts} district={district?.code} />
        {heads && district ? <HeadsPanels district={district} heads={heads} /> : null}
        <Panel title={t("count", { people: people.length })}>
          <form role="search" className="mt-3 flex flex-wrap items-end gap-2 print:hidden">
            <TextField
              id="cari"
              name="cari"
              type="search"
              label={t("search")}
              defaultValue={text}
              className="grow tablet:max-w-90"
            />
            <Button type="submit">{t("searchSubmit")}</Button>
            {text === "" ? null : (
              <Link
                href={routes.people}
                className="inline-flex min-h-11 items-center px-2 text-dense tablet:min-h-10"
              >
                {t("clear")}
              </Link>
            )}
          </form>
          <div className="mt-3">
            {people.length === 0 ? (
              <p className="py-6 text-dense text-ink2">{t("none")}</p>
            ) : (
              <PeopleTable people={people} />
            )}
          </div>
          {found.length > peopleShown ? (
            <p className="mt-3 text-dense text-warn">{t("tooMany", { shown: peopleShown })}</p>
          ) : null}
        </Panel>
      </div>
    </Shell>
  );
}
