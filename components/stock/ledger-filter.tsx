import { useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import { FilterChoice } from "@/components/base/ui/filter-choice";
import { FilterForm } from "@/components/base/ui/filter-form";
import { routes } from "@/lib/base/routes";
import { moveKinds, type MoveKind, type StockBatch } from "@/lib/stock/stock";

import { useBatchName, type StoreName } from "./stock-words";

/** What of the ledger is shown: a kind, a place, a batch. It lives in the address. */
export function LedgerFilter(props: {
  readonly slug: string;
  readonly filter: {
    readonly kind: MoveKind | null;
    readonly store: string | null;
    readonly batch: string | null;
  };
  readonly stores: readonly StoreName[];
  readonly batches: readonly StockBatch[];
}) {
  const t = useTranslations("stock.ledger");
  const batchName = useBatchName();
  const { filter } = props;
  const all = <option value="">{t("all")}</option>;
  return (
    <FilterForm action={routes.stockLedger} className="flex flex-wrap items-end gap-2 print:hidden">
      <input type="hidden" name="kampanye" value={props.slug} />
      <FilterChoice id="jenis" label={t("kind")} value={filter.kind ?? ""}>
        {all}
        {moveKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kinds.${kind}`)}
          </option>
        ))}
      </FilterChoice>
      {props.stores.length < 2 ? null : (
        <FilterChoice id="tempat" label={t("store")} value={filter.store ?? ""}>
          {all}
          {props.stores.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </FilterChoice>
      )}
      <FilterChoice id="batch" label={t("batch")} value={filter.batch ?? ""}>
        {all}
        {props.batches.map((batch) => (
          <option key={batch.id} value={batch.id}>
            {batchName(batch)}
          </option>
        ))}
      </FilterChoice>
      <Button type="submit" className="max-tablet:min-h-11">
        {t("apply")}
      </Button>
    </FilterForm>
  );
}
