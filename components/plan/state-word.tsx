import { useTranslations } from "next-intl";

import { Shape } from "@/components/monitor/coverage/status-shape";
import { sessionStates, type SessionState } from "@/lib/plan/session-state";

const shapes = {
  held: "reached",
  reporting: "onTrack",
  waiting: "waiting",
  calledOff: "behind",
} as const;

/** The shape of where a session stands, as decoration; what is planned has its dashed box. */
export function StateShape(props: { readonly state: SessionState; readonly size?: number }) {
  return props.state === "planned" ? (
    <span
      aria-hidden
      className="inline-block h-3 w-4 shrink-0 rounded-[3px] border border-dashed border-line-strong"
    />
  ) : (
    <Shape shape={shapes[props.state]} size={props.size ?? 14} className="shrink-0" />
  );
}

/** What the shapes mean. */
export function StateLegend() {
  const t = useTranslations("schedule.states");
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-note text-ink2 max-tablet:mb-3">
      {sessionStates.map((state) => (
        <li key={state} className="inline-flex items-center gap-1.5">
          <StateShape state={state} />
          {t(state)}
        </li>
      ))}
    </ul>
  );
}
