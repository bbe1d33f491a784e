import { ArrowRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { ButtonLink } from "@/components/base/ui/button-link";
import { Panel } from "@/components/base/ui/panel";
import { HeadCell, PlainTable, RowHead, TableHead } from "@/components/base/ui/table";
import { formats, noData } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { daysLate } from "@/lib/directive/matrix";
import { followUpsIn } from "@/lib/directive/progress";
import type { AskedSummary } from "@/lib/directive/asked";

import { useAddresseeName, useMemberName } from "./directive-words";
import { ProgressBar } from "./progress-bar";

/** Lines of each list: the page of what was asked has them all. */
const maxShown = 4;
const maxOrders = 6;
const maxPrinted = 2;

type Props = {
  readonly asked: AskedSummary;
  readonly today: CalendarDay;
};

/** A sentence of what is late, behind what is said of the goals; nothing where nothing is. */
export function AskedLead(props: { readonly asked: AskedSummary }) {
  const t = useTranslations("directives.asked");
  const { late } = props.asked.progress;
  return late === 0
    ? null
    : t.rich("lead", { late, b: (text) => <b className="font-semibold text-behind">{text}</b> });
}

/** What was asked, on Ringkasan: order by order, who is late the longest, what is said and not so. */
export function AskedBlock(props: Props & { readonly slug: string }) {
  const t = useTranslations("directives.asked");
  const { asked, today, slug } = props;
  const all = followUpsIn(asked.progress);
  const title = useTitle(asked);
  const to = withQuery(routes.directives, { kampanye: slug });
  if (asked.progress.done === all) {
    return <p className="mt-6 text-dense font-semibold text-reached">{t("allDone", { all })}</p>;
  }
  return (
    <Panel
      className="mt-6"
      title={title}
      note={t("note", { ...asked.progress })}
      actions={
        <ButtonLink href={to}>
          {t("open")}
          <ArrowRight aria-hidden className="size-4" />
        </ButtonLink>
      }
    >
      <div className="mt-3 grid gap-x-8 gap-y-5 desktop:grid-cols-[2fr_1fr_1fr]">
        <OrderTable asked={asked} />
        <Oldest asked={asked} today={today} />
        <SaidShortly asked={asked} />
      </div>
    </Panel>
  );
}

/** The same on paper, where each line takes the room of another: two sentences. */
export function PrintedAsked({ asked, today }: Props) {
  const t = useTranslations("directives");
  const format = formats(useLocale());
  const nameOf = useLateName();
  return (
    <section className="text-[0.9rem]/[1.25] text-ink2">
      <p className="text-[1.1rem]/[1.35] font-semibold text-ink">{useTitle(asked)}</p>
      {asked.orders
        .slice(0, maxOrders)
        .map(({ order, progress }) =>
          t("asked.line", {
            order: order.label,
            done: progress.done,
            late: progress.late,
            day: format.shortDay(order.dueOn),
          }),
        )
        .join("; ")}
      .
      {asked.late.length === 0 ? null : (
        <>
          {" "}
          {t("asked.oldest")}:{" "}
          {asked.late
            .slice(0, maxPrinted)
            .map(
              (late) =>
                `${nameOf(late)} (${late.order.label}, ${t("asked.days", { days: daysLate(late.order.dueOn, today) })})`,
            )
            .join(", ")}
          .
        </>
      )}
    </section>
  );
}

/** Who is late: an office by its name, heads of areas by their number. */
function useLateName() {
  const t = useTranslations("directives.late");
  const nameOf = useAddresseeName();
  return ({ addressee, late }: AskedSummary["late"][number]) =>
    addressee.kind === "subdistricts" || addressee.kind === "villages"
      ? t("who", { count: late, kind: addressee.kind })
      : nameOf(addressee);
}

function useTitle({ progress }: AskedSummary): string {
  const t = useTranslations("directives.asked");
  const all = followUpsIn(progress);
  return progress.late > 0
    ? t("title", { late: progress.late, all })
    : t("noLate", { done: progress.done, all });
}

function OrderTable({ asked }: Pick<Props, "asked">) {
  const t = useTranslations("directives.asked");
  const format = formats(useLocale());
  const rest = asked.orders.length - maxOrders;
  return (
    <div>
      <PlainTable look="ruled-table">
        <TableHead>
          <HeadCell>{t("order")}</HeadCell>
          <HeadCell className="max-tablet:hidden">{t("progress")}</HeadCell>
          <HeadCell isNumber>{t("done")}</HeadCell>
          <HeadCell isNumber>{t("late")}</HeadCell>
          <HeadCell isNumber>{t("due")}</HeadCell>
        </TableHead>
        <tbody>
          {asked.orders.slice(0, maxOrders).map(({ directive, order, progress }) => (
            <tr key={`${directive.id} ${String(order.position)}`}>
              <RowHead>
                {order.label}
                <span className="block text-note font-normal text-ink2">{order.title}</span>
              </RowHead>
              <td className="w-28 max-tablet:hidden">
                <ProgressBar progress={progress} />
              </td>
              <td className="text-right tabular-nums">{format.count(progress.done)}</td>
              <td className="text-right font-semibold text-behind tabular-nums">
                {progress.late === 0 ? noData : format.count(progress.late)}
              </td>
              <td className="text-right whitespace-nowrap">{format.shortDay(order.dueOn)}</td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
      {rest > 0 ? <p className="text-note text-ink2">{t("more", { count: rest })}</p> : null}
    </div>
  );
}

function Oldest({ asked, today }: Props) {
  const t = useTranslations("directives");
  const nameOf = useLateName();
  if (asked.late.length === 0) return null;
  return (
    <section>
      <h3 className="text-dense font-semibold">{t("asked.oldest")}</h3>
      <ul>
        {asked.late.slice(0, maxShown).map((late) => (
          <li
            key={`${late.directive.id} ${String(late.order.position)} ${String(late.addressee.position)}`}
            className="flex justify-between gap-3 border-b border-line py-1.5 text-dense"
          >
            <span className="min-w-0 wrap-anywhere">
              {nameOf(late)} <span className="text-note text-ink3">{late.order.label}</span>
            </span>
            <b className="shrink-0 font-semibold text-behind">
              {t("asked.days", { days: daysLate(late.order.dueOn, today) })}
            </b>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SaidShortly({ asked }: Pick<Props, "asked">) {
  const t = useTranslations("directives.asked");
  const format = formats(useLocale());
  const nameOf = useMemberName();
  if (asked.said.length === 0) return null;
  return (
    <section>
      <h3 className="text-dense font-semibold">{t("said")}</h3>
      <ul>
        {asked.said.slice(0, maxShown).map(({ followUp, order, addressee, measured }) => (
          <li
            key={followUp.id}
            className="flex justify-between gap-3 border-b border-line py-1.5 text-dense"
          >
            <span className="min-w-0 wrap-anywhere">
              {nameOf(addressee, followUp.region?.name ?? null)}{" "}
              <span className="text-note text-ink3">{order.label}</span>
            </span>
            <b className="shrink-0 font-semibold text-behind">
              {t("measured", {
                share: format.coverage({
                  dosesAdministered: measured.done,
                  targetPopulation: measured.of,
                }),
              })}
            </b>
          </li>
        ))}
      </ul>
    </section>
  );
}
