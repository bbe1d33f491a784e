import { Download } from "lucide-react";
import { useTranslations } from "next-intl";

import { routes, withQuery } from "@/lib/routes";

/** The template with the codes and names of the units that this person reports for. */
export function TemplateLinks(props: { readonly slug: string }) {
  const t = useTranslations("tallyImport.form");
  const links = [
    { label: t("templateXlsx"), query: {} },
    { label: t("templateCsv"), query: { jenis: "csv" } },
  ];
  return (
    <div className="text-dense">
      <p className="text-ink2">{t("template")}</p>
      <ul className="mt-1 flex flex-wrap gap-x-6">
        {links.map(({ label, query }) => (
          <li key={label}>
            <a
              href={withQuery(routes.entryTemplate, { kampanye: props.slug, ...query })}
              className="inline-flex min-h-11 items-center gap-1.5 underline tablet:min-h-8"
              download
            >
              <Download aria-hidden className="size-4" />
              {label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
