"use client";

import { useLocale, useTranslations } from "next-intl";

import { DateField } from "@/components/base/ui/date-field";
import { TextAreaField } from "@/components/base/ui/field";
import type { KeptAs } from "@/components/base/kept/kept-notice";

import { StockForm } from "./stock-form";
import { useMoveForm } from "./use-move-form";

/** Writes down the opposite of a move that was wrong, with the reason. */
export function CorrectForm(
  props: Parameters<typeof useMoveForm>[0] & {
    /** Which move, sent along. */
    readonly of: { readonly kind: string; readonly batch: string; readonly corrects: string };
    readonly kept: KeptAs;
  },
) {
  const t = useTranslations("stockForm");
  const locale = useLocale();
  const { framed, ids, problemOf, today, typed } = useMoveForm(props);
  return (
    <StockForm
      {...framed}
      hidden={{ ...ids, ...props.of }}
      kept={props.kept}
      save={t("correctSave")}
      className="max-w-160"
    >
      <TextAreaField
        {...typed("reason")}
        label={t("correctReason")}
        rows={2}
        maxLength={500}
        problem={problemOf("reason") ?? problemOf("vials")}
      />
      <DateField {...typed("day", today)} label={t("day")} locale={locale} />
    </StockForm>
  );
}
