import { clsx } from "clsx";
import type { ReactNode } from "react";

/** A control of a filter: as high as a button beside it, a finger's height on a phone. */
export const filterField =
  "min-h-11 min-w-0 rounded-control border border-line-strong bg-surface px-3 text-dense text-ink tablet:min-h-9 tablet:max-w-66";

/**
 * One choice of a filter whose values stand in the address. It follows the address: what was chosen
 * and not sent is gone when another page of the same filter is shown.
 *
 * @param id Its name in the address, too.
 */
export function FilterChoice(props: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={clsx("grid min-w-0 gap-1", props.className)}>
      <label htmlFor={props.id} className="text-note text-ink2">
        {props.label}
      </label>
      <select
        id={props.id}
        key={props.value}
        name={props.id}
        defaultValue={props.value}
        className={filterField}
      >
        {props.children}
      </select>
    </div>
  );
}
