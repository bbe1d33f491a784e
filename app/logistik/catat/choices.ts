import type { MovableBatch } from "@/components/stock/move-form";
import { byExpiry, type MoveKind, type StockBatch } from "@/lib/stock/stock";
import type { Lying } from "@/lib/stock/supply";

type Choice = { readonly key: string; readonly name: string };

/** Batches as a form offers them, the one that expires first first, with what lies where of it. */
export function movableBatches(
  batches: readonly StockBatch[],
  lying: readonly Lying[],
  words: {
    readonly nameOf: (store: string) => string;
    readonly batchName: (batch: StockBatch) => string;
    readonly amount: (doses: number, dosesPerVial: number | null) => string;
  },
): readonly MovableBatch[] {
  return [...batches].sort(byExpiry).map((batch) => {
    return {
      key: batch.id,
      name: words.batchName(batch),
      there: lying
        .filter(({ batch: of, doses }) => of === batch.id && doses > 0)
        .map(
          ({ store, doses }) => `${words.nameOf(store)} ${words.amount(doses, batch.dosesPerVial)}`,
        )
        .join(", "),
      isInVials: batch.dosesPerVial !== null,
    };
  });
}

/** From where and to where a move of a kind may go. */
export function placesOf(
  kind: MoveKind,
  {
    stores,
    mayManage,
    district,
    beyond,
    nameOf,
  }: {
    readonly stores: readonly Choice[];
    readonly mayManage: boolean;
    readonly district: string;
    readonly beyond: string;
    readonly nameOf: (store: string) => string;
  },
): { readonly from: readonly Choice[]; readonly to: readonly Choice[] } {
  const back = [
    { key: district, name: nameOf(district) },
    ...(mayManage ? stores.filter(({ key }) => key !== district) : []),
  ];
  switch (kind) {
    case "receipt":
    case "count":
      return { from: [], to: stores };
    case "discard":
      return { from: stores, to: [] };
    case "issue":
      return { from: stores, to: stores };
    case "return":
      return { from: stores, to: [...back, { key: "", name: beyond }] };
  }
}
