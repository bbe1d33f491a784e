import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import type { Campaign } from "@/lib/campaign/campaign";
import type { MeetingSentence } from "@/lib/directive/meeting-sentence";

/** "Dari 15,8% menjadi 30,4% dalam seminggu, tetapi perlu 2,2 kali lebih cepat." */
export function MeetingHeadline(props: {
  readonly campaign: Campaign;
  readonly said: MeetingSentence;
}) {
  const t = useTranslations("directives.meeting");
  const f = formats(useLocale());
  const { campaign, said } = props;
  if (said.kind === "indicators") {
    return t("indicators", { then: said.then, now: said.now, of: said.of });
  }
  const { figure, pace } = said;
  const named =
    campaign.interventions.length > 1
      ? campaign.interventions.find(({ code }) => code === figure.intervention)?.shortName
      : undefined;
  return t("coverage", {
    named: named === undefined ? "no" : "yes",
    name: named ?? "",
    then: f.tenths(said.then),
    now: f.tenths(said.now),
    days: said.days,
    pace: pace.kind,
    times: pace.kind === "faster" ? f.amount(pace.timesTenths / 10) : "",
  });
}
