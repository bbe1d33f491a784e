import { useLocale } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { HatchKey } from "@/components/monitor/coverage/hatch";
import { NumberLink } from "@/components/monitor/source/number-link";
import type { Campaign } from "@/lib/campaign/campaign";
import { formats } from "@/lib/base/i18n/format";
import type { Summary } from "@/lib/monitor/summary/summary";

import { numberAddress } from "./number-address";

/** The key of the hatched ends, with what they are together; nothing when everything is verified. */
export function UnverifiedNote(props: {
  readonly summary: Summary;
  readonly campaign: Campaign;
  /** Without links and key: a sentence for paper. */
  readonly isPlain?: boolean;
}) {
  const t = useSentences("summary.unverified", props.campaign.wording);
  const format = formats(useLocale());
  const { summary, campaign } = props;
  const { unverified } = summary;
  if (unverified === null) return null;

  const isSummed = unverified.doses !== null;
  // After a round its days are not read any more, so neither is how many reports wait.
  if (!isSummed && unverified.reports === null) return null;
  const count = format.count(isSummed ? unverified.doses : unverified.reports);
  const values = {
    doses: () =>
      props.isPlain ? (
        count
      ) : (
        <NumberLink
          href={numberAddress(campaign, summary, { intervention: null, isUnverified: true })}
          name={t(isSummed ? "name" : "reportsName", { count })}
          className="font-semibold text-ink"
        >
          {count}
        </NumberLink>
      ),
    reports: format.count(unverified.reports),
  };
  const sentence = !isSummed
    ? t.rich("reports", values)
    : unverified.reports === null
      ? t.rich("allDoses", values)
      : t.rich("all", values);
  if (props.isPlain) {
    return (
      <>
        {sentence} {t("key")}
      </>
    );
  }
  return (
    <p className="mt-2 flex items-baseline gap-2 text-note text-ink2">
      <HatchKey />
      <span>
        {sentence} <span className="text-ink3">{t("key")}</span>
      </span>
    </p>
  );
}
