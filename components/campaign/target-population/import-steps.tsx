import { useTranslations } from "next-intl";

import { Steps } from "@/components/base/ui/steps";

const steps = ["choose", "check", "store"] as const;

/** Where the import stands: choose a file, check, store. */
export function ImportSteps(props: { readonly current: (typeof steps)[number] }) {
  const t = useTranslations("targets.steps");
  return (
    <Steps
      label={t("label")}
      steps={steps.map((step) => t(step))}
      current={steps.indexOf(props.current)}
    />
  );
}
