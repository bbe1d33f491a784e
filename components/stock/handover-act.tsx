import { useLocale, useTranslations } from "next-intl";

import { PlainTable, RowHead } from "@/components/base/ui/table";
import { formats } from "@/lib/base/i18n/format";
import type { Campaign } from "@/lib/campaign/campaign";
import type { StockBatch } from "@/lib/stock/stock";

import type { ShownMove } from "./ledger-table";

/** The berita acara of a move: one A4 with the doses, both places, and room for names and signatures. */
export function HandoverAct(props: {
  readonly campaign: Pick<Campaign, "name" | "districtName" | "isSample">;
  readonly move: ShownMove;
  readonly batch: StockBatch;
  readonly nameOf: (store: string) => string;
}) {
  const t = useTranslations("stock.act");
  const format = formats(useLocale());
  const { move, campaign } = props;
  return (
    <article className="grid max-w-180 gap-4 rounded-panel border border-line bg-surface p-5 print:max-w-none print:border-0 print:p-0">
      <header className="text-center">
        <p className="text-dense">{campaign.districtName}</p>
        <h2 className="text-section font-semibold">{t("title", { kind: move.kind })}</h2>
        <p className="text-dense">
          {move.document ? t("number", { number: move.document }) : t("noNumber")}
        </p>
      </header>
      {move.correctedBy === null ? null : (
        <p className="font-semibold text-behind">{t("corrected")}</p>
      )}
      <p>{t("opening", { day: format.longDay(move.day), kind: move.kind })}</p>
      <ActFacts {...props} />
      <p>{t("closing")}</p>
      <Signatures move={move} />
    </article>
  );
}

function ActFacts(props: Parameters<typeof HandoverAct>[0]) {
  const t = useTranslations("stock.act");
  const words = useTranslations("stock");
  const format = formats(useLocale());
  const { move, batch, campaign, nameOf } = props;
  const beyond = words("store.outside");
  const rows: readonly (readonly [string, string | null])[] = [
    [t("campaign"), campaign.name],
    [t("from"), move.kind === "count" ? null : move.from === null ? beyond : nameOf(move.from)],
    [t("to"), move.kind === "discard" ? null : move.to === null ? beyond : nameOf(move.to)],
    [t("product"), batch.product],
    [t("batch"), batch.code ?? words("batch.unknown")],
    [
      t("expiry"),
      batch.expiresOn === null ? words("batch.unknownExpiry") : format.day(batch.expiresOn),
    ],
    [
      t("size"),
      batch.dosesPerVial === null ? words("batch.unknownSize") : format.count(batch.dosesPerVial),
    ],
    [t("vials"), move.vials === null ? "–" : format.count(move.vials)],
    [t("doses"), format.count(move.doses)],
    [t("reason"), move.reason],
  ];
  return (
    <PlainTable look="ruled-table" caption={t("title", { kind: move.kind })}>
      <tbody>
        {rows.map(([name, value]) =>
          value === null ? null : (
            <tr key={name}>
              <RowHead>{name}</RowHead>
              <td className="wrap-anywhere">{value}</td>
            </tr>
          ),
        )}
      </tbody>
    </PlainTable>
  );
}

function Signatures({ move }: { readonly move: ShownMove }) {
  const t = useTranslations("stock.act");
  const signs =
    move.kind === "discard" || move.kind === "count" ? ["doer", "witness"] : ["give", "take"];
  return (
    <div className="grid grid-cols-2 gap-8 text-dense">
      {(signs as readonly ("doer" | "witness" | "give" | "take")[]).map((sign) => (
        <div key={sign} className="grid gap-1">
          <p>{t(sign)},</p>
          <p className="mt-16 border-t border-ink pt-1">{t("name")}:</p>
          <p>{t("nip")}:</p>
        </div>
      ))}
    </div>
  );
}
