import { useTranslations } from "next-intl";
import Link from "next/link";

import type { ScheduledSession } from "@/lib/plan/schedule";

import { StateShape } from "./state-word";

/** How a session stands, in words. */
export function SessionFacts(props: {
  readonly session: ScheduledSession;
  readonly within: string;
  readonly groupOf: (code: string) => string;
  /** Where the report of that day is filled in. */
  readonly report: string;
}) {
  const t = useTranslations("schedule");
  const { session } = props;
  const { state, served, planned, calledOff, targetGroups } = session;
  const isServed = state === "held" || state === "reporting";
  const people = isServed
    ? planned === null
      ? t("session.served", { served })
      : t("session.servedOf", { served, planned })
    : planned === null
      ? null
      : t("session.plannedFor", { planned });
  const facts = [
    props.within,
    t(`modes.${session.mode}`),
    session.teamName ?? t("noTeam"),
    targetGroups.length === 0
      ? t("strategy.everybody")
      : targetGroups.map(props.groupOf).join(", "),
  ];
  return (
    <div className="grid gap-1 text-dense">
      <p className="flex flex-wrap items-center gap-x-2">
        <StateShape state={state} />
        <b className="font-semibold">{t(`states.${state}`)}</b>
        {people === null ? null : <span>{people}</span>}
      </p>
      {calledOff === null ? null : <p>{t("session.off", { reason: calledOff })}</p>}
      <p className="text-ink2">{facts.join(", ")}</p>
      <p className="print:hidden">
        <Link
          href={props.report}
          className="inline-flex min-h-11 items-center text-link underline tablet:min-h-8"
        >
          {t("session.report")}
        </Link>
      </p>
    </div>
  );
}
