import { useTranslations } from "next-intl";

import { TemplateLinks } from "@/components/base/sheet/template-links";
import { routes, withQuery } from "@/lib/base/routes";

/** The template with the codes and names of the units that this person reports for. */
export function TallyTemplateLinks(props: { readonly slug: string }) {
  const t = useTranslations("tallyImport.form");
  const href = (query: Readonly<Record<string, string>>) =>
    withQuery(routes.entryTemplate, { kampanye: props.slug, ...query });
  return (
    <TemplateLinks
      text={t("template")}
      links={[
        { label: t("templateXlsx"), href: href({}) },
        { label: t("templateCsv"), href: href({ jenis: "csv" }) },
      ]}
    />
  );
}
