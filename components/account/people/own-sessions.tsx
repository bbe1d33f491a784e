"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState } from "react";

import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { Panel } from "@/components/base/ui/panel";
import { untouched, type FormState } from "@/lib/base/forms/form-state";
import { formats } from "@/lib/base/i18n/format";
import { localDay } from "@/lib/base/time/time-zone";

type Session = {
  readonly id: string;
  readonly browser: string | null;
  readonly system: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
};

type End = (previous: FormState<number>, form: FormData) => Promise<FormState<number>>;

const zone = "Asia/Jakarta";

/** Where one is signed in. Any other device can be signed out from here, or all of them at once. */
export function OwnSessions(props: {
  readonly sessions: readonly Session[];
  readonly here: string;
  readonly end: End;
  readonly endOthers: End;
}) {
  const t = useTranslations("account.sessions");
  const problems = useTranslations("problems");
  const f = formats(useLocale());
  const [one, endOne, isEnding] = useActionState<FormState<number>, FormData>(props.end, untouched);
  const [all, endAll, isEndingAll] = useActionState<FormState<number>, FormData>(
    props.endOthers,
    untouched,
  );
  const others = props.sessions.filter(({ id }) => id !== props.here);
  const device = ({ browser, system }: Session) =>
    t("device", {
      kind: browser && system ? "both" : browser ? "browser" : system ? "system" : "none",
      browser: browser ?? "",
      system: system ?? "",
    });
  const when = (at: Date) => ({ day: f.day(localDay(at, zone)), time: f.time(at, zone) });

  return (
    <Panel title={t("title")} note={t("note")}>
      {[one, all].map((state, index) =>
        state.status === "untouched" ? null : (
          <div key={index} className="mt-3">
            {state.status === "rejected" ? (
              <Banner kind="error" role="alert" title={problems(state.code ?? "invalid")} />
            ) : (
              <Banner kind="success" role="status" title={t("ended", { count: state.result })} />
            )}
          </div>
        ),
      )}
      <ul className="mt-3 text-dense">
        {props.sessions.map((session) => (
          <li
            key={session.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2"
          >
            <div className="min-w-0">
              <p className="font-medium">
                {device(session)}
                {session.id === props.here ? (
                  <span className="ml-2 font-normal text-reached">{t("here")}</span>
                ) : null}
              </p>
              <p className="text-note text-ink3">{t("since", when(session.createdAt))}</p>
              <p className="text-note text-ink3">{t("seen", when(session.lastSeenAt))}</p>
            </div>
            {session.id === props.here ? null : (
              <form action={endOne}>
                <input type="hidden" name="sessionId" value={session.id} />
                <Button
                  type="submit"
                  disabled={isEnding}
                  aria-label={t("endOf", {
                    device: device(session),
                    time: f.time(session.createdAt, zone),
                  })}
                >
                  {t("end")}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {others.length === 0 ? null : (
        <form action={endAll} className="mt-3">
          <Button type="submit" disabled={isEndingAll}>
            {isEndingAll ? t("ending") : t("endOthers")}
          </Button>
        </form>
      )}
    </Panel>
  );
}
