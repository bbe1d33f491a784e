import { Download } from "lucide-react";
import { useTranslations } from "next-intl";

import type { CoverageLinks } from "@/lib/monitor/coverage/links";

const look =
  "inline-flex min-h-11 items-center gap-2 rounded-control border border-line-strong bg-surface px-4 text-dense font-semibold text-ink no-underline hover:bg-sunken tablet:min-h-9 print:hidden";

/** The file of a screen's table, and where groups do not add, the one with all of them. */
export function CsvLinks({ links }: { readonly links: CoverageLinks }) {
  const t = useTranslations("coverage.csv");
  const common = useTranslations("common");
  return (
    <>
      <a href={links.csv} download className={look}>
        <Download aria-hidden className="size-4" />
        {links.csvOfGroups === null ? common("downloadCsv") : t("thisGroup")}
      </a>
      {links.csvOfGroups === null ? null : (
        <a href={links.csvOfGroups} download className={look}>
          <Download aria-hidden className="size-4" />
          {t("everyGroup")}
        </a>
      )}
    </>
  );
}
