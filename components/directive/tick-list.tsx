type Tick = {
  readonly name: string;
  readonly label: string;
  /** Smaller, after the label. */
  readonly note?: string;
  readonly isTicked: boolean;
};

/** Boxes to tick under one question; with what was wrong of them all. */
export function TickList(props: {
  /** Unique on the page. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly ticks: readonly Tick[];
}) {
  const { id, problem, hint } = props;
  const described = [hint ? `${id}-hint` : "", problem ? `${id}-problem` : ""].filter(Boolean);
  return (
    <fieldset aria-describedby={described.join(" ") || undefined} className="min-w-0">
      <legend className="text-dense font-medium">{props.label}</legend>
      {hint ? (
        <p id={`${id}-hint`} className="text-note text-ink3">
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p id={`${id}-problem`} className="text-note font-medium text-error">
          {problem}
        </p>
      ) : null}
      <ul className="mt-1 grid gap-x-4 tablet:grid-cols-2 wide:grid-cols-3">
        {props.ticks.map(({ name, label, note, isTicked }) => (
          <li key={name}>
            <label className="flex min-h-11 items-center gap-2 py-1 text-dense tablet:min-h-9">
              <input
                type="checkbox"
                name={name}
                defaultChecked={isTicked}
                className="size-5 shrink-0"
              />
              <span className="min-w-0 wrap-anywhere">
                {label}
                {note ? <span className="text-note text-ink3"> {note}</span> : null}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
