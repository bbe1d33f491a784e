import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";

/** Everything was looked at and nothing was odd: said, so that an empty page is not taken for a broken one. */
export function NoFindings() {
  const t = useTranslations("quality.empty");
  return (
    <Panel title={t("title")}>
      <p className="mt-2 flex items-start gap-2 text-dense text-ink2">
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-reached" />
        {t("text")}
      </p>
    </Panel>
  );
}
