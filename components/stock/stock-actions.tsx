import { BookOpen, ClipboardCheck, Plus, Trash2, Truck, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";

import { ButtonLink } from "@/components/base/ui/button-link";
import { routes, withQuery } from "@/lib/base/routes";
import type { MoveKind } from "@/lib/stock/stock";

/** What can be written down, the commonest first. */
export function StockActions(props: { readonly slug: string; readonly mayManage: boolean }) {
  const t = useTranslations("stock.record");
  const to = (jenis: MoveKind) => withQuery(routes.stockRecord, { kampanye: props.slug, jenis });
  const at = { kampanye: props.slug };
  return (
    <>
      <ButtonLink href={to("receipt")} variant="primary">
        <Plus aria-hidden className="size-4" />
        {t("receipt")}
      </ButtonLink>
      {props.mayManage ? (
        <>
          <ButtonLink href={withQuery(routes.stockBatch, at)}>{t("batch")}</ButtonLink>
          <ButtonLink href={to("issue")}>
            <Truck aria-hidden className="size-4" />
            {t("issue")}
          </ButtonLink>
        </>
      ) : null}
      <ButtonLink href={to("return")}>
        <Undo2 aria-hidden className="size-4" />
        {t("return")}
      </ButtonLink>
      <ButtonLink href={to("discard")}>
        <Trash2 aria-hidden className="size-4" />
        {t("discard")}
      </ButtonLink>
      <ButtonLink href={to("count")}>
        <ClipboardCheck aria-hidden className="size-4" />
        {t("count")}
      </ButtonLink>
      <ButtonLink href={withQuery(routes.stockLedger, at)}>
        <BookOpen aria-hidden className="size-4" />
        {t("ledger")}
      </ButtonLink>
    </>
  );
}
