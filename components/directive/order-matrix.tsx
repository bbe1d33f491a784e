import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { HeadCell, RowHead, ScrollTable, TableHead } from "@/components/base/ui/table";
import { formats } from "@/lib/base/i18n/format";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Addressee, Directive, Order } from "@/lib/directive/directive";
import type { Matrix } from "@/lib/directive/matrix";
import { followUpsIn, type Progress } from "@/lib/directive/progress";

import { useAddresseeName } from "./directive-words";
import { OrderCell } from "./order-cell";

type MatrixProps = {
  readonly slug: string;
  readonly directive: Directive;
  readonly orders: readonly Order[];
  readonly matrix: Matrix;
  readonly today: CalendarDay;
};

/** Addressees against orders, each cell with how far it is; a phone has a list of orders instead. */
export function OrderMatrix(props: MatrixProps) {
  const t = useTranslations("directives.matrix");
  const f = formats(useLocale());
  const { directive, orders, matrix, today } = props;
  const title = t("title", {
    kind: directive.kind,
    orders: orders.length,
    addressees: matrix.rows.length,
  });
  return (
    <Panel title={title} note={t("note")}>
      <div className="max-tablet:hidden print:block">
        <ScrollTable label={title} look="orders" frame="mt-3">
          <TableHead>
            <HeadCell>{t("addressee")}</HeadCell>
            {orders.map((order) => (
              <HeadCell key={order.position}>
                <b>{order.label}</b>
                <span>{order.title}</span>
                <span>{t("due", { day: f.monthDay(order.dueOn) })}</span>
              </HeadCell>
            ))}
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
                  <Sum order={order} progress={matrix.sums[index]} today={today} />
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

/** An addressee with its number, and how many it is or through whom it is reached. */
function Who(props: { readonly addressee: Addressee; readonly members: number }) {
  const t = useTranslations("directives");
  const nameOf = useAddresseeName();
  const { addressee, members } = props;
  const isWhole = addressee.kind === "subdistricts" || addressee.kind === "villages";
  return (
    <span className="who">
      <i>{addressee.position}</i>
      <span>
        {nameOf(addressee)}
        {isWhole ? <small>{t("matrix.members", { count: members })}</small> : null}
        {addressee.kind === "office" &&
        !(addressee.office && addressee.name.includes(addressee.office.name)) ? (
          // "Kepala Puskesmas" may be the head of any.
          <small>{addressee.office?.name}</small>
        ) : null}
        {addressee.kind === "class" && addressee.office ? (
          <small>{t("through", { office: addressee.office.name })}</small>
        ) : null}
      </span>
    </span>
  );
}

/** Of all that are asked one order. */
function Sum(props: {
  readonly order: Order;
  readonly progress: Progress | undefined;
  readonly today: CalendarDay;
}) {
  const t = useTranslations("directives.matrix");
  const { order, progress, today } = props;
  if (progress === undefined) return null;
  return (
    <>
      <b>{t("sumDone", { count: progress.done })}</b>
      {progress.late > 0 ? (
        <b className="late">{t("isLate", { count: progress.late })}</b>
      ) : progress.done === followUpsIn(progress) ? null : order.dueOn >= today ? (
        <span className="text-ink3">{t("notDue")}</span>
      ) : null}
    </>
  );
}

/** The same by order, each opening its addressees. */
function OrderList(props: MatrixProps) {
  const t = useTranslations("directives.matrix");
  const f = formats(useLocale());
  const { orders, matrix, today } = props;
  return (
    <ul className="orders-list tablet:hidden print:hidden">
      {orders.map((order, index) => (
        <li key={order.position}>
          <details>
            <summary>
              <b>{order.label}</b> {order.title}
              <small>{t("due", { day: f.monthDay(order.dueOn) })}</small>
              <span className="sum">
                <Sum order={order} progress={matrix.sums[index]} today={today} />
              </span>
            </summary>
            <ul>
              {matrix.rows.map(({ addressee, members, cells }) => {
                const progress = cells[index] ?? null;
                return progress === null ? null : (
                  <li key={addressee.position}>
                    <Who addressee={addressee} members={members} />
                    <OrderCell {...props} order={order} addressee={addressee} progress={progress} />
                  </li>
                );
              })}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}
