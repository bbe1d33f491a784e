import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";

import { OfficeForm, OfficeLinesForm } from "@/components/account/office/office-form";
import { OfficeTable } from "@/components/account/office/office-table";
import { ClientMessages } from "@/components/base/layout/client-messages";
import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { buttonClass } from "@/components/base/ui/button";
import { Panel } from "@/components/base/ui/panel";
import { storeOfficesAction } from "@/lib/account/office/server/actions";
import { listOffices } from "@/lib/account/office/server/queries";
import { listAreas } from "@/lib/account/region/server/queries";
import { routes } from "@/lib/base/routes";

import { Shell } from "../../shell";
import { DistrictChoice } from "../district-choice";
import { districtsOf } from "../districts";
import { openPeople } from "../open-people";

/** Where the forms stand that add offices. */
const addAnchor = "tambah";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.offices");
  return { title: t("title") };
}

/** The register of offices of a kabupaten: who holds units, and whose heads may sign in. */
export default async function OfficesPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { kabupaten, kode } = await props.searchParams;
  const { actor, grant } = await openPeople();
  const { districts, district } = await districtsOf(actor, kabupaten?.toString());
  if (!district) notFound();
  const [offices, areas, t] = await Promise.all([
    listOffices(grant, district.code),
    listAreas(grant, district.code),
    getTranslations(),
  ]);
  const chosen = offices.find(({ code }) => code === kode) ?? null;
  const form = { district: district.code, store: storeOfficesAction };
  return (
    <Shell actor={actor} current="people">
      <div className="grid gap-4">
        <div>
          <Breadcrumb
            label={t("common.breadcrumb")}
            parts={[
              { name: t("people.title"), href: routes.people },
              { name: t("people.offices.title") },
            ]}
          />
          <h1 className="mt-2 text-title font-semibold">{t("people.offices.title")}</h1>
          <p className="max-w-180 text-dense text-ink2">{t("people.offices.intro")}</p>
        </div>
        <DistrictChoice districts={districts} district={district.code} />
        <ClientMessages of={["people", "problems"]}>
          {chosen ? (
            <Panel title={t("people.offices.change", { name: chosen.name })}>
              <OfficeForm key={chosen.code} {...form} areas={areas.subdistricts} office={chosen} />
            </Panel>
          ) : null}
          <Register district={district.code} offices={offices} isAdding={!chosen} />
          {chosen ? null : (
            <div id={addAnchor} className="grid scroll-mt-4 gap-4">
              <Panel title={t("people.offices.add")}>
                <OfficeForm {...form} areas={areas.subdistricts} office={null} />
              </Panel>
              <Panel title={t("people.offices.many")}>
                <OfficeLinesForm {...form} />
              </Panel>
            </div>
          )}
        </ClientMessages>
      </div>
    </Shell>
  );
}

/** Those that there are, with the way to the forms beneath them. */
function Register(props: ComponentProps<typeof OfficeTable> & { readonly isAdding: boolean }) {
  const t = useTranslations("people.offices");
  const { district, offices } = props;
  return (
    <Panel
      title={t("count", { offices: offices.length })}
      actions={
        props.isAdding && offices.length > 0 ? (
          <a href={`#${addAnchor}`} className={buttonClass({})}>
            {t("add")}
          </a>
        ) : null
      }
    >
      {offices.length === 0 ? (
        <p className="py-6 text-dense text-ink2">{t("none")}</p>
      ) : (
        <OfficeTable district={district} offices={offices} />
      )}
    </Panel>
  );
}
