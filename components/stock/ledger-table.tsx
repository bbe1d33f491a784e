import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { HeadCell, NumberCell, PlainTable, RowHead, TableHead } from "@/components/base/ui/table";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import type { StockBatch, StockMove } from "@/lib/stock/stock";

import { useBatchName } from "./stock-words";

/** A move as a list shows it. */
export type ShownMove = StockMove & {
  readonly correctedBy: string | null;
  readonly actorName: string;
};

/** Moves of doses, the latest day first; one that was put right is struck. */
export function LedgerTable(props: {
  readonly slug: string;
  readonly moves: readonly ShownMove[];
  readonly batches: readonly StockBatch[];
  readonly nameOf: (store: string) => string;
}) {
  const t = useTranslations("stock.ledger");
  return (
    <PlainTable look="ruled-table" caption={t("title")} onPhone="cards">
      <TableHead>
        <HeadCell>{t("day")}</HeadCell>
        <HeadCell isNumber>{t("amount")}</HeadCell>
        <HeadCell>{t("what")}</HeadCell>
        <HeadCell>{t("batch")}</HeadCell>
        <HeadCell>{t("way")}</HeadCell>
        <HeadCell>{t("document")}</HeadCell>
        <HeadCell className="unsaid">{t("by")}</HeadCell>
      </TableHead>
      <tbody>
        {props.moves.map((move) => (
          <Row
            key={move.id}
            slug={props.slug}
            move={move}
            batch={props.batches.find(({ id }) => id === move.batch)}
            nameOf={props.nameOf}
          />
        ))}
      </tbody>
    </PlainTable>
  );
}

function Row(props: {
  readonly slug: string;
  readonly move: ShownMove;
  readonly batch: StockBatch | undefined;
  readonly nameOf: (store: string) => string;
}) {
  const t = useTranslations("stock.ledger");
  const batchName = useBatchName();
  const amountOf = useMoveAmount();
  const wayOf = useWay(props.nameOf);
  const format = formats(useLocale());
  const { move, batch } = props;
  const struck = move.correctedBy === null ? undefined : "line-through";
  const mark = move.corrects !== null ? t("corrects") : move.correctedBy ? t("corrected") : null;
  return (
    <tr>
      <RowHead>
        <Link href={withQuery(routes.stockLedger, { kampanye: props.slug, id: move.id })}>
          {format.day(move.day)}
        </Link>
      </RowHead>
      <NumberCell className={struck}>{amountOf(move)}</NumberCell>
      <td className="note">
        <span className={struck}>{t(`kinds.${move.kind}`)}</span>
        {mark ? <span className="text-ink3"> · {mark}</span> : null}
      </td>
      <td className="note wrap-anywhere">{batch ? batchName(batch) : "–"}</td>
      <td className="note">{wayOf(move)}</td>
      <td className="note wrap-anywhere">
        {[move.document, move.reason].filter(Boolean).join(" · ")}
      </td>
      <td className="unsaid text-note text-ink3">{move.actorName}</td>
    </tr>
  );
}

/** "20 vial", "38.000 dosis"; of a count sheet the difference. */
function useMoveAmount() {
  const t = useTranslations("stock");
  return ({ kind, vials, doses, to, corrects }: ShownMove): string => {
    if (kind === "count" && doses === 0) return t("ledger.same");
    const amount =
      vials === null ? t("amount.doses", { count: doses }) : t("amount.vials", { count: vials });
    const sign = kind !== "count" || corrects !== null ? "" : to === null ? "−" : "+";
    return `${sign}${amount}`;
  };
}

/** "Gudang kabupaten → Selat" */
function useWay(nameOf: (store: string) => string) {
  const t = useTranslations("stock.store");
  return ({ kind, from, to }: Pick<ShownMove, "kind" | "from" | "to">): string => {
    if (kind === "count") return nameOf(to ?? from ?? "");
    const start = from === null ? t("outside") : nameOf(from);
    const end = to === null ? t(kind === "discard" ? "nowhere" : "outside") : nameOf(to);
    return `${start} → ${end}`;
  };
}
