import type { ReactNode } from "react";

/** A box to tick, with its words beside it. */
export function EventTick(props: {
  readonly name: string;
  readonly label: string;
  readonly isTicked: boolean;
}) {
  return (
    <label className="flex min-h-11 items-center gap-2 text-dense tablet:min-h-9">
      <input
        type="checkbox"
        name={props.name}
        defaultChecked={props.isTicked}
        className="size-5 shrink-0"
      />
      {props.label}
    </label>
  );
}

/** Boxes that answer one question. */
export function EventTicks(props: {
  readonly label: string;
  readonly problem: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <fieldset className="grid content-start">
      <legend className="text-dense font-medium">{props.label}</legend>
      {props.children}
      {props.problem ? <p className="text-note font-medium text-error">{props.problem}</p> : null}
    </fieldset>
  );
}
