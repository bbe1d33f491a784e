import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import type { ProposedSession } from "@/lib/plan/proposal";

import { ModeIcon } from "./mode-icon";

/** The sessions that are proposed, by day, each with a tick that stays until somebody takes it. */
export function ProposalList(props: {
  readonly proposed: readonly ProposedSession[];
  readonly unitOf: (code: string) => { readonly name: string; readonly within: string };
  readonly teamOf: (id: string) => string;
  readonly groupOf: (code: string) => string;
}) {
  const t = useTranslations("schedule");
  const format = formats(useLocale());
  const { proposed } = props;
  const days = [...new Set(proposed.map(({ day }) => day))].sort();
  return days.map((day) => {
    const ofDay = proposed.flatMap((session, at) => (session.day === day ? [{ session, at }] : []));
    return (
      <fieldset key={day} className="rounded-panel border border-line bg-surface p-4">
        <legend className="float-left w-full text-panel font-semibold">
          {format.weekdayDay(day)}{" "}
          <span className="text-note font-normal text-ink3">
            {t("proposal.count", { count: ofDay.length })}
          </span>
        </legend>
        <ul className="clear-both grid gap-x-6 tablet:grid-cols-2 wide:grid-cols-3">
          {ofDay.map(({ session, at }) => {
            const { name, within } = props.unitOf(session.unit);
            const groups = session.targetGroups.map(props.groupOf).join(", ");
            return (
              <li key={at}>
                <label className="flex min-h-11 items-start gap-2 py-1.5 text-dense">
                  <input
                    type="checkbox"
                    name={`pick-${String(at)}`}
                    value={JSON.stringify(session)}
                    defaultChecked
                    className="mt-0.5 size-5 shrink-0"
                  />
                  <ModeIcon mode={session.mode} className="mt-1 size-4 shrink-0 text-ink2" />
                  <span className="min-w-0 wrap-anywhere">
                    <b className="font-semibold">{name}</b>{" "}
                    <span className="text-note text-ink3">{within}</span>
                    <span className="block text-note text-ink2">
                      {[
                        t(`modes.${session.mode}`),
                        groups,
                        session.team === null ? t("noTeam") : props.teamOf(session.team),
                        session.planned === null
                          ? ""
                          : t("session.plannedFor", { planned: session.planned }),
                      ]
                        .filter(Boolean)
                        .join(", ")}
                    </span>
                  </span>
                </label>
              </li>
            );
          })}
        </ul>
      </fieldset>
    );
  });
}
