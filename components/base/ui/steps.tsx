import clsx from "clsx";
import { Check } from "lucide-react";

/** Where a piece of work stands: its steps in order, those done ticked, the current one marked. */
export function Steps(props: {
  readonly label: string;
  readonly steps: readonly string[];
  /** From 0; the number of steps: all are done. */
  readonly current: number;
}) {
  const { current } = props;
  return (
    <ol aria-label={props.label} className="flex gap-6 border-b border-line text-dense">
      {props.steps.map((step, index) => (
        <li
          key={step}
          aria-current={index === current ? "step" : undefined}
          className={clsx(
            "flex items-center gap-2 border-b-3 pb-2",
            index === current ? "border-brand font-semibold" : "border-transparent text-ink2",
          )}
        >
          <span
            aria-hidden
            className={clsx(
              "grid size-6 place-items-center rounded-pill border text-note font-semibold",
              index < current && "border-reached bg-reached-tint text-reached",
              index === current && "border-brand bg-brand text-on-brand",
              index > current && "border-line-strong",
            )}
          >
            {index < current ? <Check className="size-3.5" /> : index + 1}
          </span>
          {step}
        </li>
      ))}
    </ol>
  );
}
