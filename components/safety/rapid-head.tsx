import { useLocale, useTranslations } from "next-intl";

import { Banner } from "@/components/base/ui/banner";
import { useSentences } from "@/components/base/use-sentences";
import { formats } from "@/lib/base/i18n/format";
import type { Wording } from "@/lib/base/i18n/wording";
import type { JudgedAssessment } from "@/lib/safety/beside-coverage";
import type { SaidDone } from "@/lib/safety/proposal";
import type { RapidVerdict } from "@/lib/safety/rapid-assessment";

/** How many places are to be swept again. */
export function RapidHeadline(props: {
  readonly verdicts: Readonly<Record<RapidVerdict, number>>;
}) {
  const t = useTranslations("rapidAssessments.headline");
  const { repeat, pass, incomplete } = props.verdicts;
  const all = repeat + pass + incomplete;
  if (repeat > 0) return t("repeat", { repeat, all });
  return incomplete > 0 ? t("incomplete", { incomplete, all }) : t("pass");
}

/** How many of the places that report being done were looked at. */
export function RapidLead(props: { readonly said: SaidDone; readonly intervention: string }) {
  const t = useTranslations("rapidAssessments");
  const { said, intervention } = props;
  return t.rich(said.done === 0 ? "leadNone" : "lead", {
    assessed: said.assessed,
    done: said.done,
    intervention,
    b: (text) => <b className="font-semibold text-ink">{text}</b>,
  });
}

/** What the worst place of those shown that report being done should be asked. */
export function DivergenceNotice(props: {
  readonly assessments: readonly JudgedAssessment[];
  readonly wording: Wording;
}) {
  const t = useSentences("rapidAssessments", props.wording);
  const f = formats(useLocale());
  const [worst] = props.assessments
    .filter((each) => each.isDivergent)
    .toSorted((a, b) => b.missed / b.houses - a.missed / a.houses);
  if (!worst?.coverage) return null;
  return (
    <Banner
      kind="info"
      title={t("divergence", {
        place: worst.unitName,
        coverage: f.coverage(worst.coverage),
        missed: worst.missed,
        houses: worst.houses,
      })}
    />
  );
}
