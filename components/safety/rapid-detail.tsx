import { CalendarPlus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { RecordVersions } from "@/components/base/register/record-page";
import { ButtonLink } from "@/components/base/ui/button-link";
import { Panel } from "@/components/base/ui/panel";
import { useSentences } from "@/components/base/use-sentences";
import { formats } from "@/lib/base/i18n/format";
import type { Campaign } from "@/lib/campaign/campaign";
import type { JudgedAssessment } from "@/lib/safety/beside-coverage";
import type { House, PassMark } from "@/lib/safety/rapid-assessment";

import { HouseGrid } from "./house-grid";
import { MissedReasons } from "./missed-reasons";
import { VerdictWord } from "./verdict-word";

/** The houses of an assessment, why people were missed, the rule, and its versions. */
export function RapidDetail(props: {
  readonly campaign: Campaign;
  readonly assessment: JudgedAssessment;
  readonly houses: readonly House[];
  readonly mark: PassMark;
  /** Where sweeping of the place is planned; null: it need not be, or others plan it. */
  readonly sweeping: string | null;
  readonly history: readonly {
    readonly version: number;
    readonly at: Date;
    readonly actorName: string;
  }[];
}) {
  const { campaign, assessment, mark } = props;
  const t = useSentences("rapidAssessments.detail", campaign.wording);
  const f = formats(useLocale());
  const { missed, people, reached } = assessment;
  const intervention = campaign.interventions.find(({ code }) => code === assessment.intervention);
  const about = [
    [t("intervention"), intervention?.name ?? assessment.intervention],
    [t("day"), f.longDay(assessment.day)],
    [t("assessor"), assessment.assessor],
  ] as const;
  return (
    <div className="mt-4 grid items-start gap-4 desktop:grid-cols-[1fr_22rem]">
      <Panel
        title={t("grid", { houses: assessment.houses })}
        note={t("gridNote", { reached, people })}
        actions={missed > 0 ? <MissedChip missed={missed} /> : undefined}
      >
        <HouseGrid houses={props.houses} />
        <div className="mt-4 grid gap-4 tablet:grid-cols-2">
          <MissedReasons houses={props.houses} wording={campaign.wording} />
          <div>
            <h3 className="text-dense font-semibold">{t("decision")}</h3>
            <p className="mt-1 text-dense">
              <VerdictWord
                verdict={assessment.verdict}
                houses={assessment.houses}
                asked={mark.houses}
              />
            </p>
            <p className="mt-1 text-dense text-ink2">
              {t("rule", { houses: mark.houses, repeatFrom: mark.repeatFrom })}
            </p>
            {props.sweeping === null ? null : (
              <p className="mt-2 print:hidden">
                <ButtonLink href={props.sweeping} prefetch={false} size="phone">
                  <CalendarPlus aria-hidden className="size-4" />
                  {t("sweep")}
                </ButtonLink>
              </p>
            )}
          </div>
        </div>
      </Panel>
      <div className="grid gap-4">
        <Panel title={t("about")}>
          <dl className="mt-2 text-dense">
            {about.map(([name, value]) => (
              <div key={name} className="border-t border-line py-2">
                <dt className="text-note text-ink3">{name}</dt>
                <dd className="wrap-anywhere">{value}</dd>
              </div>
            ))}
          </dl>
        </Panel>
        <RecordVersions versions={props.history} zone={campaign.timeZone} />
      </div>
    </div>
  );
}

function MissedChip({ missed }: { readonly missed: number }) {
  const t = useTranslations("rapidAssessments.detail");
  return (
    <span className="rounded-pill bg-behind-tint px-2.5 py-0.5 text-note font-semibold text-behind">
      {t("missed", { missed })}
    </span>
  );
}
