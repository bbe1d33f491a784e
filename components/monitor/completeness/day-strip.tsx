"use client";

/** A letter for each day: it reported, it was not awaited yet, or neither. */
const looks: Readonly<Record<string, string | undefined>> = { r: "full", e: "early" };

/** The days of a unit as a row of squares; from letters, for a page has hundreds of them. */
export function DayStrip(props: { readonly label: string; readonly days: string }) {
  return (
    <span role="img" aria-label={props.label} className="day-strip">
      {[...props.days].map((day, index) => (
        <i key={index} className={looks[day]} />
      ))}
    </span>
  );
}
