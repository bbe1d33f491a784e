import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Addressee, Order } from "@/lib/directive/directive";
import { daysLate } from "@/lib/directive/matrix";

import { useAddresseeName } from "./directive-words";

/** Lines before the rest is counted. */
const maxShown = 8;

/** Who is late, the oldest first; each leads to the list of them. */
export function LateList(props: {
  readonly slug: string;
  readonly id: string;
  readonly late: readonly {
    readonly order: Order;
    readonly addressee: Addressee;
    readonly late: number;
  }[];
  readonly today: CalendarDay;
}) {
  const t = useTranslations("directives.late");
  const f = formats(useLocale());
  const nameOf = useAddresseeName();
  const rest = props.late.length - maxShown;
  const to = (query: Readonly<Record<string, string | number>>) =>
    withQuery(routes.directive(props.id), { kampanye: props.slug, ...query, keadaan: "late" });
  return (
    <Panel title={t("title")}>
      {props.late.length === 0 ? (
        <p className="mt-2 text-dense text-ink2">{t("none")}</p>
      ) : (
        <ul className="mt-1">
          {props.late.slice(0, maxShown).map(({ order, addressee, late }) => (
            <li
              key={`${String(order.position)}/${String(addressee.position)}`}
              className="flex justify-between gap-3 border-b border-line py-2 text-dense last:border-b-0"
            >
              <span className="min-w-0 wrap-anywhere">
                <Link
                  href={to({ perintah: order.position, penerima: addressee.position })}
                  prefetch={false}
                  className="inline-flex min-h-6 items-center font-semibold"
                >
                  {addressee.kind === "subdistricts" || addressee.kind === "villages"
                    ? t("who", { count: late, kind: addressee.kind })
                    : nameOf(addressee)}
                </Link>
                <span className="block text-note text-ink3">
                  {t("order", { order: order.label, day: f.monthDay(order.dueOn) })}
                </span>
              </span>
              <b className="shrink-0 font-semibold text-behind">
                {t("days", { days: daysLate(order.dueOn, props.today) })}
              </b>
            </li>
          ))}
        </ul>
      )}
      {rest > 0 ? (
        <Link
          href={to({})}
          prefetch={false}
          className="inline-flex min-h-11 items-center text-dense tablet:min-h-8"
        >
          {t("more", { count: rest })}
        </Link>
      ) : null}
    </Panel>
  );
}
