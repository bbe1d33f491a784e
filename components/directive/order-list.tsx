import { useLocale, useTranslations } from "next-intl";

import { HeadCell } from "@/components/base/ui/table";
import { formats } from "@/lib/base/i18n/format";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Addressee, Directive, Order } from "@/lib/directive/directive";
import type { Matrix } from "@/lib/directive/matrix";
import { followUpsIn, type Progress } from "@/lib/directive/progress";

import { useAddresseeName } from "./directive-words";
import { OrderCell } from "./order-cell";

/** Orders as heads of columns, each with what it asks and by when. */
export function OrderHeads({ orders }: { readonly orders: readonly Order[] }) {
  const t = useTranslations("directives.matrix");
  const f = formats(useLocale());
  return orders.map((order) => (
    <HeadCell key={order.position}>
      <b>{order.label}</b>
      <span>{order.title}</span>
      <span>{t("due", { day: f.monthDay(order.dueOn) })}</span>
    </HeadCell>
  ));
}

/** An addressee with its number, and how many it is or through whom it is reached. */
export function Who(props: { readonly addressee: Addressee; readonly members: number }) {
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
export function OrderSum(props: {
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
export function OrderList(props: {
  readonly slug: string;
  readonly directive: Directive;
  readonly orders: readonly Order[];
  readonly matrix: Matrix;
  readonly today: CalendarDay;
}) {
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
                <OrderSum order={order} progress={matrix.sums[index]} today={today} />
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
