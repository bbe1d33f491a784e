"use client";

import type { DayData } from "./calendar-data";
import { phoneClass } from "./phone-days";

/** A day of the whole as it goes to the browser; a list, because a calendar has a month of them. */
export type WholeDay = readonly [
  /** In words: "10 November: 134 dari 345 laporan, 38,8%". */
  sentence: string,
  /** As it is written. */
  received: string,
  /** Of the bar, in percent. */
  height: number,
  /** Whether the day counts. */
  isFirm: boolean,
  /** Whether reports are awaited, so that there is a limit to draw. */
  isAwaited: boolean,
];

/** A bar a day with the line from which it counts; a phone has the counts instead. */
export function CalendarWholeDays(props: {
  readonly days: readonly DayData[];
  readonly whole: readonly (WholeDay | null)[];
}) {
  return props.days.map((shown, index) => {
    const day = props.whole[index];
    if (!day) return <td key={shown.day} className={phoneClass(shown)} />;
    const [sentence, received, height, isFirm, isAwaited] = day;
    return (
      <td key={shown.day} className={phoneClass(shown)}>
        <span className="sr-only">{sentence}</span>
        <span aria-hidden className="bar">
          <i style={{ height: `${String(height)}%` }} className={isFirm ? "firm" : "open"} />
          {isAwaited ? <i className="limit" /> : null}
        </span>
        <span aria-hidden className="count">
          {received}
        </span>
      </td>
    );
  });
}
