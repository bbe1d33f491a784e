import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

/** A label over a control, with a hint and, when it was rejected, why. */
function Labelled(props: {
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly problem?: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div className={clsx("grid content-start gap-1", props.className)}>
      <label htmlFor={props.id} className="text-dense font-medium">
        {props.label}
      </label>
      {props.children}
      {props.hint ? (
        <p id={`${props.id}-hint`} className="text-note text-ink3">
          {props.hint}
        </p>
      ) : null}
      {props.problem ? (
        <p id={`${props.id}-problem`} className="text-note font-medium text-error">
          {props.problem}
        </p>
      ) : null}
    </div>
  );
}

const controlClass =
  "min-h-11 w-full rounded-control border border-line-strong bg-surface px-3 text-body text-ink tablet:min-h-10 aria-invalid:border-2 aria-invalid:border-error-line disabled:bg-sunken disabled:text-ink3";

type FieldProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** The sentence of a rejection. */
  readonly problem?: string | undefined;
};

function described({ id, hint, problem }: FieldProps) {
  const ids = [hint ? `${id}-hint` : "", problem ? `${id}-problem` : ""].filter(Boolean).join(" ");
  return { "aria-describedby": ids || undefined, "aria-invalid": problem ? true : undefined };
}

export function TextField({
  label,
  hint,
  problem,
  className,
  ...input
}: Omit<ComponentProps<"input">, "id"> & FieldProps) {
  const field = { id: input.id, label, hint, problem };
  return (
    <Labelled {...field} className={className}>
      <input className={controlClass} {...described(field)} {...input} />
    </Labelled>
  );
}

export function SelectField({
  label,
  hint,
  problem,
  className,
  ...select
}: Omit<ComponentProps<"select">, "id"> & FieldProps) {
  const field = { id: select.id, label, hint, problem };
  return (
    <Labelled {...field} className={className}>
      <select className={controlClass} {...described(field)} {...select} />
    </Labelled>
  );
}

export function TextAreaField({
  label,
  hint,
  problem,
  className,
  ...area
}: Omit<ComponentProps<"textarea">, "id"> & FieldProps) {
  const field = { id: area.id, label, hint, problem };
  return (
    <Labelled {...field} className={className}>
      <textarea className={clsx(controlClass, "py-2")} {...described(field)} {...area} />
    </Labelled>
  );
}
