import { useTranslations } from "next-intl";

import { ButtonLink } from "@/components/base/ui/button-link";
import { routes, withQuery } from "@/lib/base/routes";
import { indicatorQuery, type IndicatorParams } from "@/lib/indicator/params";

/** The units before and behind those of the page; nothing where one page has them all. */
export function MatrixPages(props: {
  readonly slug: string;
  readonly params: IndicatorParams;
  readonly pages: number;
  readonly noun: string;
}) {
  const t = useTranslations("indicators.matrix");
  const { params, pages, noun } = props;
  if (pages < 2 || params.unit !== null) return null;
  const to = (page: number) =>
    withQuery(routes.indicators, {
      kampanye: props.slug,
      ...indicatorQuery({ ...params, page }),
    });
  const page = Math.min(params.page, pages);
  return (
    <nav
      aria-label={t("pages", { noun })}
      className="flex flex-wrap gap-2 max-tablet:hidden print:hidden"
    >
      {page > 1 ? <ButtonLink href={to(page - 1)}>{t("earlier", { noun })}</ButtonLink> : null}
      {page < pages ? <ButtonLink href={to(page + 1)}>{t("later", { noun })}</ButtonLink> : null}
    </nav>
  );
}
