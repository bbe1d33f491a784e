import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Panel } from "@/components/base/ui/panel";
import { HeadCell, RowHead, ScrollTable, TableHead } from "@/components/base/ui/table";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Directive, Order } from "@/lib/directive/directive";
import type { Matrix } from "@/lib/directive/matrix";

import { OrderCell } from "./order-cell";
import { OrderHeads, OrderList, OrderSum, Who } from "./order-list";

type MatrixProps = {
  readonly slug: string;
  readonly directive: Directive;
  readonly orders: readonly Order[];
  readonly matrix: Matrix;
  readonly today: CalendarDay;
  /** How else it can be laid out. */
  readonly views: ReactNode;
};

/** Addressees against orders, each cell with how far it is; a phone has a list of orders instead. */
export function OrderMatrix(props: MatrixProps) {
  const t = useTranslations("directives.matrix");
  const { directive, orders, matrix, today } = props;
  const title = t("title", {
    kind: directive.kind,
    orders: orders.length,
    addressees: matrix.rows.length,
  });
  return (
    <Panel title={title} note={t("note")} actions={props.views}>
      <div className="max-tablet:hidden print:block">
        <ScrollTable label={title} look="orders" frame="mt-3">
          <TableHead>
            <HeadCell>{t("addressee")}</HeadCell>
            <OrderHeads orders={orders} />
          </TableHead>
          <tbody>
            {matrix.rows.map(({ addressee, members, cells }) => (
              <tr key={addressee.position}>
                <RowHead>
                  <Who addressee={addressee} members={members} />
                </RowHead>
                {orders.map((order, index) => (
                  <td key={order.position}>
                    <OrderCell
                      {...props}
                      order={order}
                      addressee={addressee}
                      progress={cells[index] ?? null}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <RowHead>{t("members", { count: matrix.members })}</RowHead>
              {orders.map((order, index) => (
                <td key={order.position}>
                  <OrderSum order={order} progress={matrix.sums[index]} today={today} />
                </td>
              ))}
            </tr>
          </tfoot>
        </ScrollTable>
      </div>
      <OrderList {...props} />
    </Panel>
  );
}
