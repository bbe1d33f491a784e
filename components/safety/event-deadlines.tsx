import { useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import type { TimeZone } from "@/lib/base/time/time-zone";
import type { AdverseEvent } from "@/lib/safety/adverse-event";
import { deadlineOf, dueAt, toldTo } from "@/lib/safety/deadline";

import { DeadlineCell } from "./deadline-cell";
import { useMoment } from "./event-words";

/** The deadlines of one event: whom it was told when, and until when the others are to be told. */
export function EventDeadlines(props: {
  readonly event: AdverseEvent;
  readonly at: Date;
  readonly zone: TimeZone;
}) {
  const t = useTranslations("adverseEvents");
  const momentOf = useMoment(props.zone);
  const { event, at } = props;
  const told = {
    district: event.toldDistrictAt,
    province: event.toldProvinceAt,
    nation: event.toldNationAt,
  };
  return (
    <Panel title={t("detail.deadlines")} note={t("list.note")}>
      <ul className="mt-2 divide-y divide-line border-t border-line text-dense">
        {toldTo.map((to) => {
          const deadline = deadlineOf(event, to, at);
          const toldAt = told[to];
          return (
            <li key={to} className="py-2">
              <p className="flex flex-wrap justify-between gap-x-3">
                <span className="font-semibold">{t(`list.${to}`)}</span>
                <DeadlineCell deadline={deadline} />
              </p>
              {toldAt !== null ? (
                <p className="text-note text-ink2">{t("detail.told", momentOf(toldAt))}</p>
              ) : deadline.state === "monthly" ? null : (
                <p className="text-note text-ink2">{t("detail.due", momentOf(dueAt(event, to)))}</p>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
