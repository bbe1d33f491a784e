import { readWrittenCount } from "@/lib/base/forms/written-count";
import { limits } from "@/lib/base/limits";
import { readDay, type DayRead } from "@/lib/campaign/target-population/day-text";

type Fields = Readonly<Record<string, string>>;

/** Before the code of each intervention that a batch is ticked for. */
export const interventionMark = "intervention-";

/**
 * The body of a batch out of a form's text, for its schema to judge: a day that there is not goes on as it
 * was written, and a text that is no number as a text.
 */
export function batchOf(fields: Fields) {
  return {
    ...stockSentOf(fields),
    code: fields["code"] ?? "",
    product: fields["product"] ?? "",
    dosesPerVial: countOf(fields["dosesPerVial"]),
    expiresOn: dayOf(fields["expiresInstead"] ?? fields["expiresOn"]),
    interventions: Object.keys(fields).flatMap((name) =>
      name.startsWith(interventionMark) && fields[name] === "on"
        ? [name.slice(interventionMark.length)]
        : [],
    ),
    vials: countOf(fields["vials"]),
    doses: countOf(fields["doses"]),
    day: dayOf(fields["day"]),
    document: fields["document"] ?? "",
  };
}

/**
 * The body of a move out of a form's text, as it will be stored, letter by letter: a device forgets it when what
 * it reads back equals what it sent. What puts another move right (`corrects`) says nothing of doses.
 */
export function stockMoveOf(fields: Fields) {
  return {
    kind: said(fields, "kind"),
    batch: said(fields, "batch").toLowerCase(),
    from: said(fields, "from") || null,
    to: said(fields, "to") || null,
    vials: countOf(fields["vials"]),
    doses: countOf(fields["doses"]),
    document: said(fields, "document") || null,
    day: dayOf(fields["day"]) ?? "",
    reason: said(fields, "reason") || null,
    corrects: said(fields, "corrects").toLowerCase() || null,
  };
}

/** Under which a form is stored once, and which version it changes. */
export function stockSentOf(fields: Fields) {
  return { sent: fields["sent"] ?? "", version: fields["version"] ?? "0" };
}

function said(fields: Fields, name: string): string {
  return (fields[name] ?? "").trim();
}

/** "120", "1.810"; null: nothing was typed. What cannot be read stays as it is. */
function countOf(typed = ""): number | string | null {
  const read = readWrittenCount(typed, { grouping: "dot", most: limits.stockDoses });
  if (read.kind === "empty") return null;
  return read.kind === "count" ? read.value : read.reason === "negative" ? -1 : typed;
}

/** A day as people write it on a form or read it on a vial: "30 Juni 2021", "30/06/2021", "2021-06-30". */
export function readTypedDay(typed: string): DayRead | null {
  return typed.trim() === "" ? null : readDay({ kind: "text", text: typed });
}

/** As the schema wants it: also a day that there is not, in the same spelling. */
function dayOf(typed = ""): string | null {
  const read = readTypedDay(typed);
  if (read === null) return null;
  if (read.kind === "day") return read.day;
  return read.kind === "noSuchDay" ? isoText(read) : typed.trim();
}

/** The last day that there is in the month of a day that there is not: 30 June for 31 June. */
export function lastDayInstead(read: DayRead | null): string | null {
  return read?.kind === "noSuchDay" ? isoText({ ...read, day: read.days }) : null;
}

function isoText(of: { readonly year: number; readonly month: number; readonly day: number }) {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${String(of.year)}-${two(of.month)}-${two(of.day)}`;
}
