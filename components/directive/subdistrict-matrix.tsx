import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Panel } from "@/components/base/ui/panel";
import { RowHead, ScrollTable, TableHead, HeadCell } from "@/components/base/ui/table";
import { routes, withQuery } from "@/lib/base/routes";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Directive, Order } from "@/lib/directive/directive";
import type { Progress } from "@/lib/directive/progress";
import type { SubdistrictRow } from "@/lib/directive/subdistrict-rows";

import { ProgressCell } from "./order-cell";
import { OrderHeads, OrderSum } from "./order-list";

type Props = {
  readonly slug: string;
  readonly directive: Directive;
  readonly orders: readonly Order[];
  readonly rows: readonly SubdistrictRow[];
  /** Of each order. */
  readonly sums: readonly Progress[];
  readonly today: CalendarDay;
  readonly views: ReactNode;
};

/** Kecamatan against orders: its camat and its villages together, the one with most that is late first. */
export function SubdistrictMatrix(props: Props) {
  const t = useTranslations("directives.bySubdistrict");
  const matrix = useTranslations("directives.matrix");
  const { directive, orders, rows, sums, today } = props;
  const count = rows.filter(({ subdistrict }) => subdistrict !== null).length;
  const title = t("title", { kind: directive.kind, orders: orders.length, count });
  return (
    <Panel title={title} note={t("note")} actions={props.views}>
      <div className="max-tablet:hidden print:block">
        <ScrollTable label={title} look="orders" frame="mt-3">
          <TableHead>
            <HeadCell>{t("subdistrict")}</HeadCell>
            <OrderHeads orders={orders} />
          </TableHead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.subdistrict ?? ""}>
                <RowHead>{row.subdistrict === null ? t("rest") : row.name}</RowHead>
                {orders.map((order, index) => (
                  <td key={order.position}>
                    <Cell {...props} row={row} order={order} progress={row.cells[index] ?? null} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <RowHead>{t("all")}</RowHead>
              {orders.map((order, index) => (
                <td key={order.position}>
                  <OrderSum order={order} progress={sums[index]} today={today} />
                </td>
              ))}
            </tr>
          </tfoot>
        </ScrollTable>
      </div>
      <ul className="orders-list tablet:hidden print:hidden">
        {rows.map((row) => (
          <li key={row.subdistrict ?? ""}>
            <details>
              <summary>
                <b>{row.subdistrict === null ? t("rest") : row.name}</b>
                <span className="sum">
                  <span>{matrix("sumDone", { count: row.all.done })}</span>
                  {row.all.late > 0 ? (
                    <b className="late">{matrix("isLate", { count: row.all.late })}</b>
                  ) : null}
                </span>
              </summary>
              <ul>
                {orders.map((order, index) => {
                  const progress = row.cells[index] ?? null;
                  return progress === null ? null : (
                    <li key={order.position}>
                      <b>{order.label}</b> {order.title}
                      <Cell {...props} row={row} order={order} progress={progress} />
                    </li>
                  );
                })}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Cell(
  props: Pick<Props, "slug" | "directive" | "today"> & {
    readonly row: SubdistrictRow;
    readonly order: Order;
    readonly progress: Progress | null;
  },
) {
  const t = useTranslations("directives.bySubdistrict");
  const { row, order } = props;
  return (
    <ProgressCell
      order={order}
      progress={props.progress}
      today={props.today}
      subject={row.subdistrict === null ? t("rest") : row.name}
      isOne={false}
      href={withQuery(routes.directive(props.directive.id), {
        kampanye: props.slug,
        perintah: order.position,
        kecamatan: row.subdistrict,
      })}
    />
  );
}
