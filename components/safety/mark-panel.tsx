import { useTranslations } from "next-intl";

import type { FormAction } from "@/components/base/register/form-outcome";
import { Panel } from "@/components/base/ui/panel";
import type { PassMark } from "@/lib/safety/rapid-assessment";

import { PassMarkForm } from "./pass-mark-form";

/** What an assessment must show, and where that is changed by who may. */
export function MarkPanel(props: {
  readonly kampanye: string;
  readonly mark: PassMark;
  /** null: somebody else decides it. */
  readonly action: FormAction | null;
}) {
  const t = useTranslations("rapidAssessmentForm.mark");
  const { mark, action } = props;
  return (
    <Panel title={t("title")}>
      <p className="mt-1 text-dense text-ink2">
        {t("rule", { houses: mark.houses, repeatFrom: mark.repeatFrom })}
      </p>
      {action ? (
        <details className="print:hidden">
          <summary className="flex min-h-11 items-center text-dense text-link">
            {t("change")}
          </summary>
          <PassMarkForm kampanye={props.kampanye} mark={mark} action={action} />
        </details>
      ) : null}
    </Panel>
  );
}
