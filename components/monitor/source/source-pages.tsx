import { ChevronLeft, ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import { sourceAddress } from "@/lib/monitor/source/address";

import { sourcesPerPage, type SourceProps } from "./source-props";

const look = "inline-flex min-h-11 items-center gap-1 underline underline-offset-3 tablet:min-h-9";

/** Which rows of the list are shown, and the way to the others; nothing when all of them are. */
export function SourcePages({
  campaign,
  params,
  all,
}: Omit<SourceProps, "reading"> & { readonly all: number }) {
  const t = useTranslations("source.pages");
  const format = formats(useLocale());
  if (all <= sourcesPerPage && params.page === 1) return null;

  const from = (params.page - 1) * sourcesPerPage + 1;
  const to = Math.min(all, params.page * sourcesPerPage);
  const at = (page: number) =>
    sourceAddress(campaign, params.of, { halaman: page > 1 ? page : "" });
  const shown = t("shown", {
    from: format.count(from > all ? 0 : from),
    to: format.count(from > all ? 0 : to),
    all: format.count(all),
  });
  return (
    <>
      <p className="mt-2 hidden text-dense text-ink2 print:block">{shown}</p>
      <nav
        aria-label={t("label")}
        className="mt-3 flex flex-wrap items-center justify-between gap-3 text-dense print:hidden"
      >
        <span className="text-ink2">{shown}</span>
        <span className="flex gap-5">
          {params.page > 1 ? (
            <a
              href={at(Math.min(params.page - 1, Math.ceil(all / sourcesPerPage)))}
              className={look}
            >
              <ChevronLeft aria-hidden className="size-4" />
              {t("previous")}
            </a>
          ) : null}
          {to < all ? (
            <a href={at(params.page + 1)} className={look}>
              {t("next")}
              <ChevronRight aria-hidden className="size-4" />
            </a>
          ) : null}
        </span>
      </nav>
    </>
  );
}
