import { UserPlus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";

import { PeopleTable } from "@/components/account/people/people-table";
import { Button } from "@/components/base/ui/button";
import { ButtonLink } from "@/components/base/ui/button-link";
import { SelectField, TextField } from "@/components/base/ui/field";
import { Panel } from "@/components/base/ui/panel";
import { campaignsOf } from "@/lib/campaign/server/current";
import { headsWithAccount, listPeople, peopleShown } from "@/lib/account/people/server/queries";
import { regionLevel } from "@/lib/base/region/code";
import { routes } from "@/lib/base/routes";

import { Shell } from "../shell";
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
  // Who sees several kabupaten makes accounts for those that have a campaign, one at a time.
  const districts =
    regionLevel(actor.homeRegion) === "district"
      ? [{ code: actor.homeRegion, name: actor.homeRegionName }]
      : [
          ...new Map(
            (await campaignsOf(actor)).map(({ districtCode, districtName }) => [
              districtCode,
              { code: districtCode, name: districtName },
            ]),
          ).values(),
        ];
  const district = districts.find(({ code }) => code === kabupaten) ?? districts[0];
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
          <ButtonLink href={routes.newPerson} variant="primary" size="phone">
            <UserPlus aria-hidden className="size-4" />
            {t("add")}
          </ButtonLink>
        </div>
        {districts.length > 1 ? (
          <form className="flex flex-wrap items-end gap-2 print:hidden">
            <SelectField
              id="kabupaten"
              name="kabupaten"
              label={t("heads.district")}
              defaultValue={district?.code}
            >
              {districts.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </SelectField>
            <Button type="submit">{t("heads.show")}</Button>
          </form>
        ) : null}
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
