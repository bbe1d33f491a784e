import { useTranslations } from "next-intl";

import { useQuantityText } from "@/components/indicator/indicator-words";
import { HeadCell, PlainTable, RowHead, TableHead } from "@/components/base/ui/table";
import { noData } from "@/lib/base/i18n/format";
import type { FrozenFigures } from "@/lib/directive/frozen";

type Frozen = FrozenFigures["indicators"][number];

/** Each indicator as it was when a directive was issued and as it is, with how it went since its baseline. */
export function IndicatorsThenNow(props: {
  readonly before: readonly Frozen[];
  readonly after: readonly Frozen[];
}) {
  const t = useTranslations("directives.thenNow");
  const verdicts = useTranslations("indicators.verdicts");
  const textOf = useTextOf();
  if (props.before.length === 0) return null;
  return (
    <PlainTable look="figures-table" caption={t("indicators")} className="mt-3">
      <TableHead>
        <HeadCell>{t("indicator")}</HeadCell>
        <HeadCell isNumber>{t("then")}</HeadCell>
        <HeadCell isNumber>{t("now")}</HeadCell>
        <HeadCell>{t("verdict")}</HeadCell>
      </TableHead>
      <tbody>
        {props.before.map((before) => {
          const after = props.after.find(({ id }) => id === before.id);
          return (
            <tr key={before.id}>
              <RowHead>{before.name}</RowHead>
              <td className="text-right text-ink3 tabular-nums">{textOf(before)}</td>
              <td className="text-right text-section font-semibold tabular-nums">
                {after ? textOf(after) : noData}
              </td>
              <td>{after?.verdict ? verdicts(after.verdict) : noData}</td>
            </tr>
          );
        })}
      </tbody>
    </PlainTable>
  );
}

function useTextOf() {
  const textOf = useQuantityText();
  return ({ measure, quantity }: Frozen) =>
    quantity === null
      ? noData
      : textOf({ measure }, { top: BigInt(quantity.top), bottom: BigInt(quantity.bottom) });
}
