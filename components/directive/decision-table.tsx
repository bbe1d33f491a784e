import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Panel } from "@/components/base/ui/panel";
import { HeadCell, RowHead, ScrollTable, TableHead } from "@/components/base/ui/table";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import type { AnsweredFollowUp } from "@/lib/directive/answered";
import type { Addressee, Directive, Order } from "@/lib/directive/directive";
import type { Matrix } from "@/lib/directive/matrix";
import type { Measured } from "@/lib/directive/measure";
import { followUpsIn } from "@/lib/directive/progress";

import { useAddresseeName, useMemberName } from "./directive-words";
import { useMeasureWords } from "./measure-words";
import { ProgressCell } from "./order-cell";
import { OrderList } from "./order-list";

type Props = {
  readonly campaign: Campaign;
  readonly directive: Directive;
  readonly orders: readonly Order[];
  readonly matrix: Matrix;
  /** Of each order that the figures say something of, in the whole kabupaten, by its position. */
  readonly measured: ReadonlyMap<number, Measured>;
  readonly late: readonly AnsweredFollowUp[];
  readonly today: CalendarDay;
  readonly views: ReactNode;
};

/** Names of who is late that one line holds. */
const maxNames = 3;

/** What a meeting decided, a row each: whom it is asked of, how far it is, and what the figures say. */
export function DecisionTable(props: Props) {
  const t = useTranslations("directives.decisions");
  const f = formats(useLocale());
  const { directive, orders, matrix } = props;
  const whole = matrix.sums.filter((sum) => sum.done === followUpsIn(sum)).length;
  const title = t("title", { kind: directive.kind, orders: orders.length, whole });
  return (
    <Panel title={title} note={t("note")} actions={props.views}>
      <div className="max-tablet:hidden print:block">
        <ScrollTable label={title} look="orders" frame="mt-3">
          <TableHead>
            <HeadCell>{t("decision", { kind: directive.kind })}</HeadCell>
            <HeadCell>{t("whom")}</HeadCell>
            <HeadCell>{t("done")}</HeadCell>
            <HeadCell>{t("measured")}</HeadCell>
            <HeadCell>{t("due")}</HeadCell>
          </TableHead>
          <tbody>
            {orders.map((order, index) => (
              <tr key={order.position}>
                <RowHead>
                  <span className="who">
                    <i>{order.label}</i>
                    <span>{order.title}</span>
                  </span>
                </RowHead>
                <td className="text-ink2">
                  <Whom {...props} order={order} index={index} />
                </td>
                <td>
                  <ProgressCell
                    subject={order.title}
                    isOne={false}
                    order={order}
                    today={props.today}
                    progress={matrix.sums[index] ?? null}
                    href={withQuery(routes.directive(directive.id), {
                      kampanye: props.campaign.slug,
                      perintah: order.position,
                    })}
                  />
                </td>
                <td>
                  <Notes {...props} order={order} />
                </td>
                <td className="whitespace-nowrap text-ink2">{f.monthDay(order.dueOn)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      </div>
      <OrderList slug={props.campaign.slug} {...props} />
    </Panel>
  );
}

/** "10 camat, Dinas Kesehatan" */
function Whom(props: Pick<Props, "matrix"> & { readonly order: Order; readonly index: number }) {
  const t = useTranslations("directives.late");
  const nameOf = useAddresseeName();
  const f = formats(useLocale());
  const wordOf = (addressee: Addressee, count: number) =>
    addressee.kind === "subdistricts" || addressee.kind === "villages"
      ? t("who", { count, kind: addressee.kind })
      : nameOf(addressee);
  return f.list(
    props.matrix.rows.flatMap(({ addressee, cells }) => {
      const progress = cells[props.index];
      return progress ? [wordOf(addressee, followUpsIn(progress))] : [];
    }),
  );
}

/** What the figures say, and who is late. */
function Notes(props: Props & { readonly order: Order }) {
  const t = useTranslations("directives.decisions");
  const f = formats(useLocale());
  const nameOf = useMemberName();
  const { campaign, order, measured, late, matrix } = props;
  const words = useMeasureWords(
    new Map(campaign.interventions.map(({ code, shortName }) => [code, shortName])),
  );
  const counted = measured.get(order.position);
  const own = late.filter((followUp) => followUp.order === order.position);
  const names = own.slice(0, maxNames).flatMap((followUp) => {
    const row = matrix.rows.find(({ addressee }) => addressee.position === followUp.addressee);
    return row ? [nameOf(row.addressee, followUp.region?.name ?? null)] : [];
  });
  return (
    <>
      {counted && order.measure ? (
        <span className="block">
          {t("share", {
            share: f.coverage({ dosesAdministered: counted.done, targetPopulation: counted.of }),
            counted: words.counted(order.measure, counted),
          })}
        </span>
      ) : null}
      {own.length > 0 ? (
        <span className="late block">
          {t("late", { count: own.length, names: f.list(names), more: own.length - names.length })}
        </span>
      ) : null}
      {!counted && own.length === 0 ? <span className="text-ink3">{t("saidAlone")}</span> : null}
    </>
  );
}
