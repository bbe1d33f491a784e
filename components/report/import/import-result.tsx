import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { saveCsv } from "@/components/base/sheet/save-csv";
import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { ButtonLink } from "@/components/base/ui/button-link";
import { Panel } from "@/components/base/ui/panel";
import { HeadCell, NumberCell, RowHead, ScrollTable, TableHead } from "@/components/base/ui/table";
import { formats, noData } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import type { TallyImportResult as Result, Outcome } from "@/lib/report/import/preview";

const shown = 200;

const looks: Readonly<Record<Outcome, string>> = {
  stored: "bg-reached-tint text-reached",
  same: "bg-sunken text-ink2",
  conflict: "bg-warn-tint text-warn",
  rejected: "bg-error-tint text-error",
};

/** What became of each row. What was not stored comes first. */
export function TallyImportOutcome(props: {
  readonly slug: string;
  readonly isSample: boolean;
  readonly result: Result;
  readonly steps: ReactNode;
}) {
  const t = useTranslations("tallyImport.result");
  const preview = useTranslations("tallyImport.preview");
  const sheet = useTranslations("sheet.rejections");
  const common = useTranslations("common");
  const f = formats(useLocale());
  const { counts, rows, fileName } = props.result;
  const isLeft = ({ outcome }: Result["rows"][number]) =>
    outcome === "conflict" || outcome === "rejected";
  const inOrder = [...rows.filter(isLeft), ...rows.filter((row) => !isLeft(row))];
  const rest = inOrder.length - shown;
  const query = { kampanye: props.slug };

  function download() {
    const heads = [sheet("row"), sheet("place"), preview("day"), t("outcome"), t("detail")];
    const lines = rows.map((row) => [
      row.line,
      [row.place, row.placeNote].filter(Boolean).join(", "),
      row.day,
      t(row.outcome),
      row.why,
    ]);
    saveCsv(t("csvName"), [heads, ...lines], props.isSample ? common("sample.label") : null);
  }

  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="text-title font-semibold">{t("title")}</h1>
          <p className="text-dense break-words text-ink2">{fileName}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button onClick={download}>
            <Download aria-hidden className="size-4" />
            {t("download")}
          </Button>
          {/* A new start: nothing of the old file stays. */}
          <Button onClick={() => window.location.assign(withQuery(routes.entryImport, query))}>
            {t("another")}
          </Button>
          <ButtonLink variant="primary" href={withQuery(routes.entry, query)}>
            {t("toEntry")}
          </ButtonLink>
        </div>
      </div>
      {props.steps}
      <Banner kind={bannerOf(counts)} role="status" title={titleOf(counts, t)}>
        {counts.same + counts.conflict + counts.rejected > 0 ? t("text", counts) : null}
      </Banner>
      <Panel title={t("rows")}>
        <ScrollTable look="ruled-table" label={t("rows")} frame="mt-2" className="min-w-160">
          <TableHead>
            <HeadCell isNumber>{sheet("row")}</HeadCell>
            {[sheet("place"), t("outcome"), preview("day"), t("detail")].map((head) => (
              <HeadCell key={head}>{head}</HeadCell>
            ))}
          </TableHead>
          <tbody>
            {inOrder.slice(0, shown).map((row) => (
              <tr key={row.line}>
                <NumberCell>{row.line}</NumberCell>
                <RowHead>
                  {row.place || sheet("unknown")}{" "}
                  <span className="font-normal text-ink3">{row.placeNote}</span>
                </RowHead>
                <td className="whitespace-nowrap">
                  <span className={`rounded-cell px-1.5 py-0.5 font-medium ${looks[row.outcome]}`}>
                    {t(row.outcome)}
                  </span>
                </td>
                <td className="whitespace-nowrap">{row.day === null ? noData : f.day(row.day)}</td>
                <td className="text-ink2">{row.why}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
        {rest > 0 ? <p className="mt-2 text-note text-ink2">{t("more", { rows: rest })}</p> : null}
      </Panel>
    </div>
  );
}

function bannerOf({ stored, same, conflict, rejected }: Result["counts"]) {
  if (conflict + rejected > 0) return "warning";
  return stored + same > 0 ? "success" : "info";
}

function titleOf(
  { stored, same, conflict, rejected }: Result["counts"],
  t: ReturnType<typeof useTranslations<"tallyImport.result">>,
): string {
  const left = conflict + rejected;
  if (stored === 0) return left === 0 && same > 0 ? t("allSame") : t("noneStored");
  return left === 0 ? t("allStored", { stored }) : t("someStored", { stored, left });
}
