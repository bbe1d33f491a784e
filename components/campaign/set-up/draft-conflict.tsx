import { useTranslations } from "next-intl";
import type { Ref } from "react";

import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";

/** The same step was saved in another tab: which of the two stays is asked, and nothing is lost before. */
export function DraftConflict({ ref }: { readonly ref: Ref<HTMLDivElement> }) {
  const t = useTranslations("campaigns.setUp.conflict");
  const problems = useTranslations("problems");
  return (
    <Banner kind="error" role="alert" ref={ref} title={problems("draftChanged")}>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button type="submit" name="timpa" value="1">
          {t("mine")}
        </Button>
        <Button onClick={() => window.location.reload()}>{t("saved")}</Button>
      </div>
    </Banner>
  );
}
