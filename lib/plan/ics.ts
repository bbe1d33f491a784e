import { addDays, type CalendarDay } from "@/lib/base/time/calendar-day";

/** A whole day of a calendar. */
export type CalendarEvent = {
  /** The same whenever the event is told again. */
  readonly uid: string;
  /** Rises as it changes. */
  readonly sequence: number;
  readonly day: CalendarDay;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  readonly isCancelled: boolean;
};

/** Octets of a line of a calendar file (RFC 5545, 3.1). */
const lineOctets = 75;

/** A calendar file (RFC 5545) of events that take whole days. */
export function icsFile(
  events: readonly CalendarEvent[],
  { name, at }: { readonly name: string; readonly at: Date },
): string {
  const stamp = `${at.toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Cakupan//Jadwal//ID",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => [
      "BEGIN:VEVENT",
      `UID:${escaped(event.uid)}`,
      `DTSTAMP:${stamp}`,
      `SEQUENCE:${String(event.sequence)}`,
      `DTSTART;VALUE=DATE:${basic(event.day)}`,
      // The end is the day after: it is no part of the event.
      `DTEND;VALUE=DATE:${basic(addDays(event.day, 1))}`,
      `SUMMARY:${escaped(event.summary)}`,
      `LOCATION:${escaped(event.location)}`,
      `DESCRIPTION:${escaped(event.description)}`,
      `STATUS:${event.isCancelled ? "CANCELLED" : "CONFIRMED"}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function basic(day: CalendarDay): string {
  return day.replaceAll("-", "");
}

/** A text as a value (RFC 5545, 3.3.11). */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, "\\n");
}

/** A line in pieces of 75 octets, each but the first behind a space, none of which cuts a letter in two. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const pieces: string[] = [];
  let piece = "";
  let octets = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > lineOctets) {
      pieces.push(piece);
      piece = "";
      // The space that a continued line begins with.
      octets = 1;
    }
    piece += letter;
    octets += size;
  }
  return [...pieces, piece].join("\r\n ");
}
