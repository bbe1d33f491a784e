/**
 * Where a page of a register begins, as addresses carry it: "1~2026-06-04T03:00:00Z~<id>" behind an event
 * that waits, "2026-06-03~<id>" behind an assessment.
 */
const event = /^([01])~(\d{4}-\d{2}-\d{2}T[\d:.]{8,15}Z)~([0-9a-f-]{36})$/;
const visit = /^(\d{4}-\d{2}-\d{2})~([0-9a-f-]{36})$/;

/** Where a page of the list begins: behind this event. */
export type AdverseEventCursor = {
  readonly isAwaiting: boolean;
  readonly foundAt: string;
  readonly id: string;
};

/** Where a page of the list begins: behind this assessment. */
export type RapidCursor = { readonly day: string; readonly id: string };

/** null: the first page, also of an address that nobody gave. */
export function readEventCursor(text: string | undefined): AdverseEventCursor | null {
  const [, waits, foundAt, id] = event.exec(text ?? "") ?? [];
  if (foundAt === undefined || id === undefined || Number.isNaN(Date.parse(foundAt))) return null;
  return { isAwaiting: waits === "1", foundAt, id };
}

export function eventCursor({ isAwaiting, foundAt, id }: AdverseEventCursor): string {
  return `${isAwaiting ? "1" : "0"}~${foundAt}~${id}`;
}

export function readRapidCursor(text: string | undefined): RapidCursor | null {
  const [, day, id] = visit.exec(text ?? "") ?? [];
  if (day === undefined || id === undefined || Number.isNaN(Date.parse(day))) return null;
  return { day, id };
}

export function rapidCursor({ day, id }: RapidCursor): string {
  return `${day}~${id}`;
}

/** A page of rows of which one more was asked for than it holds, and where the next begins. */
export function cursorPage<Row>(
  rows: readonly Row[],
  perPage: number,
  cursorOf: (row: Row) => string,
): { readonly rows: readonly Row[]; readonly next: string | null } {
  const shown = rows.slice(0, perPage);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > perPage && last ? cursorOf(last) : null };
}
