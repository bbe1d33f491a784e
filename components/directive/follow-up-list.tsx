import clsx from "clsx";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { HeadCell, PlainTable, RowHead, TableHead } from "@/components/base/ui/table";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { localDay, type TimeZone } from "@/lib/base/time/time-zone";
import type { AnsweredFollowUp } from "@/lib/directive/answered";
import type { Addressee, Order } from "@/lib/directive/directive";
import { daysLate } from "@/lib/directive/matrix";
import {
  followUpsIn,
  progressParts,
  type Progress,
  type ProgressPart,
} from "@/lib/directive/progress";

import { useMemberName } from "./directive-words";
import { PartWord } from "./part-shape";

type ListProps = {
  readonly slug: string;
  readonly title: string;
  readonly orders: readonly Order[];
  readonly addressees: readonly Addressee[];
  readonly followUps: readonly AnsweredFollowUp[];
  /** All of the cell, whatever part of it is shown. */
  readonly progress: Progress;
  readonly part: ProgressPart | null;
  readonly page: number;
  readonly hasMore: boolean;
  readonly to: (change: { readonly part?: ProgressPart | null; readonly page?: number }) => string;
  readonly today: CalendarDay;
  readonly zone: TimeZone;
};

/** The follow-ups of a cell, a row each, which leads to its answer. */
export function FollowUpList(props: ListProps) {
  const t = useTranslations("directives.followUps");
  const { followUps } = props;
  return (
    <Panel title={props.title}>
      <States {...props} />
      {followUps.length === 0 ? (
        <p className="mt-3 text-dense text-ink2">{t("none")}</p>
      ) : (
        <PlainTable look="ruled-table" onPhone="stacks" className="tight mt-3">
          <TableHead>
            {(["who", "order", "state", "answer"] as const).map((head) => (
              <HeadCell key={head}>{t(head)}</HeadCell>
            ))}
          </TableHead>
          <tbody>
            {followUps.map((followUp) => (
              <Row key={followUp.id} {...props} followUp={followUp} />
            ))}
          </tbody>
        </PlainTable>
      )}
      <Pages {...props} />
    </Panel>
  );
}

function Row(props: ListProps & { readonly followUp: AnsweredFollowUp }) {
  const t = useTranslations("directives.followUps");
  const matrix = useTranslations("directives.matrix");
  const f = formats(useLocale());
  const nameOf = useMemberName();
  const { followUp } = props;
  const order = props.orders.find(({ position }) => position === followUp.order);
  const addressee = props.addressees.find(({ position }) => position === followUp.addressee);
  if (!order || !addressee) return null;
  const { region, review, answer, answeredAt } = followUp;
  return (
    <tr className="max-tablet:py-2">
      <RowHead>
        <Link
          href={withQuery(routes.followUp(followUp.id), { kampanye: props.slug })}
          prefetch={false}
          className="inline-flex min-h-11 items-center font-medium wrap-anywhere tablet:min-h-6"
        >
          {nameOf(addressee, region?.name ?? null)}
        </Link>
        {addressee.kind === "villages" && region ? (
          <span className="block text-note text-ink3">{t("within", { place: region.within })}</span>
        ) : null}
      </RowHead>
      <td>
        {order.label}
        <span className="block text-note text-ink3">
          {matrix("due", { day: f.monthDay(followUp.dueOn) })}
        </span>
      </td>
      <td>
        <PartWord part={followUp.part} daysLate={daysLate(followUp.dueOn, props.today)} />
        {review ? <span className="block text-note text-ink2">{t(review)}</span> : null}
      </td>
      <td className="wrap-anywhere whitespace-pre-line">
        {answer ?? <span className="text-ink3">{t("noAnswer")}</span>}
        {answeredAt !== null ? (
          <span className="block text-note text-ink3">
            {t("answered", {
              name: followUp.answeredBy ?? "",
              day: f.day(localDay(new Date(answeredAt), props.zone)),
            })}
          </span>
        ) : null}
      </td>
    </tr>
  );
}

/** The parts of the cell that have anything, as links. */
function States({ progress, part, to }: ListProps) {
  const t = useTranslations("directives.followUps");
  const words = useTranslations("followUps.parts");
  const f = formats(useLocale());
  const parts = progressParts.filter((each) => progress[each] > 0);
  if (parts.length < 2 && part === null) return null;
  const options = [
    { part: null, label: t("allStates"), count: followUpsIn(progress) },
    ...parts.map((each) => ({ part: each, label: words(each), count: progress[each] })),
  ];
  return (
    <nav aria-label={t("states")} className="mt-1 flex flex-wrap gap-x-5 text-dense print:hidden">
      {options.map((option) => (
        <Link
          key={option.label}
          href={to({ part: option.part, page: 1 })}
          prefetch={false}
          aria-current={option.part === part ? "true" : undefined}
          className={clsx(
            "inline-flex min-h-11 items-center tablet:min-h-8",
            option.part === part && "font-semibold text-ink no-underline",
          )}
        >
          {option.label} {f.count(option.count)}
        </Link>
      ))}
    </nav>
  );
}

function Pages({ page, hasMore, to }: ListProps) {
  const t = useTranslations("directives.followUps");
  if (page === 1 && !hasMore) return null;
  const look = "inline-flex min-h-11 items-center tablet:min-h-9";
  return (
    <nav
      aria-label={t("pages")}
      className="mt-3 flex flex-wrap items-center gap-5 text-dense print:hidden"
    >
      <span className="text-ink2">{t("page", { page })}</span>
      {page > 1 ? (
        <Link href={to({ page: page - 1 })} prefetch={false} className={look}>
          {t("previous")}
        </Link>
      ) : null}
      {hasMore ? (
        <Link href={to({ page: page + 1 })} prefetch={false} className={look}>
          {t("next")}
        </Link>
      ) : null}
    </nav>
  );
}
