import { useLocale } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { formats } from "@/lib/base/i18n/format";
import type { Campaign } from "@/lib/campaign/campaign";
import { figureKeyOf, figuresOf } from "@/lib/campaign/figure";
import { withoutSubdistricts, type TwoLevels, type Whole } from "@/lib/monitor/two-levels";

import { WarningNote } from "./warning-note";

/** Says of a total that it holds a kecamatan beside its villages, and what it is without. */
export function TwoLevelsNote(props: {
  readonly levels: readonly TwoLevels[];
  /** The totals, of each figure one. */
  readonly wholes: readonly Whole[];
  readonly campaign: Campaign;
  /** On paper: sentences only. */
  readonly isPlain?: boolean;
}) {
  const t = useSentences("coverage.twoLevels", props.campaign.wording);
  const format = formats(useLocale());
  const { levels, campaign } = props;
  if (levels.length === 0) return null;
  const figures = figuresOf(campaign);
  const nameOf = (of: Pick<TwoLevels, "intervention" | "targetGroup">) =>
    figures.find(({ key }) => key === figureKeyOf(of))?.shortName ?? of.intervention;
  return (
    <WarningNote title={t("title")} isPlain={props.isPlain}>
      {levels.map((level) => (
        <p key={`${level.place}/${figureKeyOf(level)}`}>
          {t("line", {
            place: level.name,
            intervention: nameOf(level),
            doses: format.count(level.doses),
            people: format.count(level.people),
          })}
        </p>
      ))}
      {withoutSubdistricts(levels, props.wholes).map((rest) => (
        <p key={figureKeyOf(rest)} className="font-semibold">
          {t("without", {
            intervention: nameOf(rest),
            doses: format.count(rest.dosesAdministered),
            people: format.count(rest.targetPopulation),
            share: format.coverage(rest),
          })}
        </p>
      ))}
    </WarningNote>
  );
}
