import Link from "next/link";
import { useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { HeadCell, PlainTable, RowHead, TableHead } from "@/components/base/ui/table";
import { routes, withQuery } from "@/lib/base/routes";
import type { Campaign } from "@/lib/campaign/campaign";
import type { AdverseEvent } from "@/lib/safety/adverse-event";
import { deadlineOf, toldTo } from "@/lib/safety/deadline";

import { DeadlineCell } from "./deadline-cell";
import { DeadlineLegend } from "./deadline-legend";
import { givenNames, nameOfGroup, useClassOf, useMoment } from "./event-words";

type Props = {
  readonly campaign: Campaign;
  readonly events: readonly AdverseEvent[];
  readonly at: Date;
};

/** Adverse events, those with a running deadline first: of each what happened, and whom it was told in time. */
export function AdverseEventTable(props: Props) {
  const t = useTranslations("adverseEvents.list");
  return (
    <Panel title={t("title")} note={t("note")}>
      <PlainTable look="ruled-table" onPhone="stacks" className="tight mt-3">
        <TableHead>
          {(["place", "given", "event", "found"] as const).map((head) => (
            <HeadCell key={head}>{t(head)}</HeadCell>
          ))}
          {toldTo.map((to) => (
            <HeadCell key={to}>{t(to)}</HeadCell>
          ))}
        </TableHead>
        <tbody>
          {props.events.map((event) => (
            <EventRow key={event.id} {...props} event={event} />
          ))}
        </tbody>
      </PlainTable>
      <DeadlineLegend />
    </Panel>
  );
}

function EventRow({ campaign, event, at }: Props & { readonly event: AdverseEvent }) {
  const t = useTranslations("adverseEvents.list");
  const states = useTranslations("adverseEventForm.states");
  const classOf = useClassOf();
  const momentOf = useMoment(campaign.timeZone);
  const found = momentOf(event.foundAt);
  const kind = classOf(event);
  const group = nameOfGroup(campaign, event.targetGroup);
  return (
    <tr
      className={event.isSerious ? "bg-sunken max-tablet:px-2 max-tablet:py-2" : "max-tablet:py-2"}
    >
      <RowHead className="tablet:pl-2">
        <Link
          href={withQuery(routes.adverseEvent(event.id), { kampanye: campaign.slug })}
          prefetch={false}
          className="inline-flex min-h-11 items-center font-semibold tablet:min-h-6"
        >
          {event.unitName ?? event.subdistrictName}
        </Link>
        {event.unitName === null ? null : (
          <span className="block text-note text-ink3">{event.subdistrictName}</span>
        )}
      </RowHead>
      <td>
        {givenNames(campaign, event.interventions)}
        <span className="block text-note text-ink3">
          {[event.batch || t("noBatch"), group].filter(Boolean).join(", ")}
        </span>
      </td>
      <td className="wrap-anywhere">
        <span className={event.isSerious ? "font-semibold" : undefined}>{kind.name}</span>
        {kind.criteria ? <span className="block text-note text-ink2">{kind.criteria}</span> : null}
        <span className="block text-note text-ink2">
          {event.signs}; {states(event.state)}
        </span>
      </td>
      <td className="whitespace-nowrap tabular-nums">
        {found.shortDay} <span className="tablet:block">{found.time}</span>
      </td>
      {toldTo.map((to) => (
        <td key={to}>
          <span className="text-note text-ink3 tablet:sr-only">{t(to)}: </span>
          <DeadlineCell deadline={deadlineOf(event, to, at)} />
        </td>
      ))}
    </tr>
  );
}
