import clsx from "clsx";
import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import type { ScheduledSession, ScheduleView } from "@/lib/plan/schedule";

import { StateShape } from "./state-word";

/** One session: where, how it stands, and how many of those that were planned. It leads to its page. */
export function SessionCell(props: {
  readonly session: ScheduledSession;
  readonly view: ScheduleView;
  readonly slug: string;
}) {
  const t = useTranslations("schedule");
  const { session, view } = props;
  const { state, isClashing } = session;
  const team = session.teamName ?? t("noTeam");
  return (
    <Link
      href={withQuery(routes.session(session.id), { kampanye: props.slug })}
      className={clsx("session", `session-${state}`, isClashing && "session-clash")}
    >
      <span className="session-place">{view === "unit" ? team : session.unitName}</span>
      {view === "subdistrict" ? <span className="session-team">{team}</span> : null}
      <span className="session-count">
        <StateShape state={state} />
        <SessionCount session={session} />
        {isClashing ? (
          <TriangleAlert role="img" aria-label={t("clash")} className="size-4 shrink-0 text-warn" />
        ) : null}
      </span>
    </Link>
  );
}

/** "141/150", "150" of what is to come, "tidak jadi"; what the shape says is read aloud. */
function SessionCount({ session }: { readonly session: ScheduledSession }) {
  const t = useTranslations("schedule");
  const format = formats(useLocale());
  const { state, served, planned } = session;
  if (state === "calledOff") return <b>{t("states.calledOff")}</b>;
  const isServed = state === "held" || state === "reporting";
  return (
    <span>
      <span className="sr-only">{t(`states.${state}`)} </span>
      {isServed ? <b>{format.count(served)}</b> : null}
      {isServed && planned !== null ? "/" : null}
      {planned === null ? null : format.count(planned)}
    </span>
  );
}
