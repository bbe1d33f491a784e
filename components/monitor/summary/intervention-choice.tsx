import { useTranslations } from "next-intl";

import { ButtonLink } from "@/components/base/ui/button-link";
import { Segments } from "@/components/base/ui/segments";
import type { Campaign } from "@/lib/campaign/campaign";
import type { Summary } from "@/lib/monitor/summary/summary";

import { summaryAddress } from "./summary-address";

/** More choices, or longer ones, do not fit on one line of a phone. */
const maxSegments = 5;
const maxLetters = 24;

/** Which figure the places are listed for; nothing where there is one. */
export function InterventionChoice(props: {
  readonly summary: Summary;
  readonly campaign: Campaign;
}) {
  const t = useTranslations("summary.parts");
  const { summary, campaign } = props;
  const options = summary.interventions.map(({ intervention: figure }) => ({
    label: figure.shortName,
    href: summaryAddress(campaign, summary, { figure }),
    isCurrent: figure.key === summary.chosen.key,
  }));
  if (options.length < 2) return null;

  const letters = options.reduce((sum, { label }) => sum + label.length, 0);
  if (options.length <= maxSegments && letters <= maxLetters) {
    return <Segments label={t("choose")} options={options} />;
  }
  return (
    <nav aria-label={t("choose")} className="flex flex-wrap gap-2 print:hidden">
      {options.map(({ label, href, isCurrent }) => (
        <ButtonLink
          key={href}
          href={href}
          scroll={false}
          size="small"
          variant={isCurrent ? "primary" : "secondary"}
          aria-current={isCurrent ? "true" : undefined}
        >
          {label}
        </ButtonLink>
      ))}
    </nav>
  );
}
