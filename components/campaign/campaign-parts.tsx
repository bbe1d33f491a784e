import { useTranslations } from "next-intl";

import { steps } from "@/lib/campaign/draft/step";

import { StepFields, type StepFieldsProps } from "./step-fields";

/** What is typed of a campaign that stands: the six steps in which it was set up, under each other. */
export function CampaignParts(props: StepFieldsProps) {
  const t = useTranslations("campaigns.setUp.steps");
  const typed = steps.filter((step) => step !== "people");
  return (
    <>
      <nav aria-label={t("label")} className="flex flex-wrap gap-x-5 text-dense">
        {typed.map((step) => (
          <a
            key={step}
            href={`#langkah-${step}`}
            className="inline-flex min-h-11 items-center text-link underline tablet:min-h-8"
          >
            {t(step)}
          </a>
        ))}
      </nav>
      {typed.map((step) => (
        <section
          key={step}
          id={`langkah-${step}`}
          aria-labelledby={`langkah-${step}-judul`}
          className="grid min-w-0 scroll-mt-4 gap-4"
        >
          <h3 id={`langkah-${step}-judul`} className="text-section font-semibold">
            {t(step)}
          </h3>
          <StepFields {...props} step={step} />
        </section>
      ))}
    </>
  );
}
