import clsx from "clsx";
import type { ReactNode } from "react";

/** The one level of box: a titled region with an optional sentence and actions. */
export function Panel(props: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <section
      aria-label={props.title}
      className={clsx(
        "min-w-0 rounded-panel border border-line bg-surface p-4 tablet:px-5",
        props.className,
      )}
    >
      <div className="flex flex-wrap items-start justify-between gap-3 print:break-after-avoid">
        <div className="min-w-0">
          <h2 className="text-panel font-semibold">{props.title}</h2>
          {props.note ? <p className="text-note text-ink3">{props.note}</p> : null}
        </div>
        {props.actions}
      </div>
      {props.children}
    </section>
  );
}
