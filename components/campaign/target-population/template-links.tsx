import { useTranslations } from "next-intl";

import { TemplateLinks } from "@/components/base/sheet/template-links";
import { routes, withQuery } from "@/lib/base/routes";

/** The template with every unit's code and name: empty, filled, or as CSV. */
export function TargetTemplateLinks(props: { readonly slug: string }) {
  const t = useTranslations("targets");
  const href = (query: Readonly<Record<string, string>>) =>
    withQuery(routes.targetTemplate, { kampanye: props.slug, ...query });
  return (
    <TemplateLinks
      text={t("form.template")}
      links={[
        { label: t("templateXlsx"), href: href({}) },
        { label: t("templateFilled"), href: href({ isi: "sekarang" }) },
        { label: t("templateCsv"), href: href({ jenis: "csv" }) },
      ]}
    />
  );
}
