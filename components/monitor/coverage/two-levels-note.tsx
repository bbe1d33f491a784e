import { useLocale } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { formats } from "@/lib/base/i18n/format";
import type { Campaign } from "@/lib/campaign/campaign";
import { withoutSubdistricts, type TwoLevels, type Whole } from "@/lib/monitor/two-levels";

import { WarningNote } from "./warning-note";

/** Says of a total that it holds a kecamatan beside its villages, and what it is without. */
export function TwoLevelsNote(props: {
  readonly levels: readonly TwoLevels[];
  /** The totals, of each intervention one. */
  readonly wholes: readonly Whole[];
  readonly campaign: Campaign;
  /** On paper: sentences only. */
  readonly isPlain?: boolean;
}) {
  const t = useSentences("coverage.twoLevels", props.campaign.wording);
  const format = formats(useLocale());
  const { levels, campaign } = props;
  if (levels.length === 0) return null;
  const nameOf = (intervention: string) =>
    campaign.interventions.find(({ code }) => code === intervention)?.shortName ?? intervention;
  return (
    <WarningNote title={t("title")} isPlain={props.isPlain}>
      {levels.map(({ place, name, intervention, doses, people }) => (
        <p key={`${place}/${intervention}`}>
          {t("line", {
            place: name,
            intervention: nameOf(intervention),
            doses: format.count(doses),
            people: format.count(people),
          })}
        </p>
      ))}
      {withoutSubdistricts(levels, props.wholes).map((rest) => (
        <p key={rest.intervention} className="font-semibold">
          {t("without", {
            intervention: nameOf(rest.intervention),
            doses: format.count(rest.dosesAdministered),
            people: format.count(rest.targetPopulation),
            share: format.coverage(rest),
          })}
        </p>
      ))}
    </WarningNote>
  );
}
