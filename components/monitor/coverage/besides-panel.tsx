import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { formats } from "@/lib/base/i18n/format";

import { recoveredShare, type BesidesProps } from "./besides-props";
import { BesidesTable } from "./besides-table";
import { CoveragePanel } from "./coverage-panel";
import { ReasonBars } from "./reason-bars";

/** Why people were not reached, the most frequent reason first, and what sweeping and vials came to. */
export function BesidesPanel(props: BesidesProps) {
  const t = useSentences("reportParts.ranking", props.campaign.wording);
  const common = useTranslations("common");
  const { campaign, besides, placeName: place } = props;
  const { people } = besides;
  return (
    <CoveragePanel
      title={t("title")}
      note={people === null ? t("none", { place }) : t("note", { count: people, place })}
      className="mt-5"
      actions={
        <a
          href={props.csvHref}
          download
          className="inline-flex min-h-11 items-center gap-2 text-dense text-link underline tablet:min-h-8 print:hidden"
        >
          <Download aria-hidden className="size-4" />
          {common("downloadCsv")}
        </a>
      }
    >
      {besides.reasons.length > 0 ? <ReasonBars {...{ campaign, besides }} /> : null}
      <Lines {...{ campaign, besides }} />
      {besides.places.length > 1 ? <BesidesTable {...props} /> : null}
    </CoveragePanel>
  );
}

/** What sweeping found and served, and vials opened, in a sentence each. */
function Lines({ campaign, besides }: Pick<BesidesProps, "campaign" | "besides">) {
  const t = useSentences("reportParts.ranking", campaign.wording);
  const format = formats(useLocale());
  const { found, recovered, vials } = besides;
  const shortName = (code: string) =>
    campaign.interventions.find((each) => each.code === code)?.shortName ?? code;
  const opened = vials.map(({ code, count }) => `${shortName(code)} ${format.count(count)}`);
  const lines = [
    ...(found === null
      ? []
      : [
          recovered === null
            ? t("foundOnly", { found })
            : t("sweeping", { found, recovered, share: recoveredShare(recovered, found, format) }),
        ]),
    ...(opened.length === 0 ? [] : [t("vials", { list: format.list(opened) })]),
  ];
  return lines.length === 0 ? null : (
    <ul className="mt-3 grid gap-1 border-t border-line pt-3 text-dense">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
