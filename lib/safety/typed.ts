import { batchCode } from "./adverse-event";

/** The fields of a form, as text. */
type Fields = Readonly<Record<string, string>>;

/**
 * What is sent of a form: the same on the page, over the outbox and to the API, which checks it. It is as it
 * will be stored, letter by letter: a device forgets it when what it reads back equals what it sent.
 */
type Body = Readonly<Record<string, unknown>>;

/**
 * What an adverse event's form says. Ticks are "gives-MR" and "criteria-death"; a moment has two fields,
 * "foundOn" and "foundTime". Only a form with "isReviewed" says what is decided by review.
 */
export function adverseEventOf(fields: Fields): Body {
  const seriousness: Readonly<Record<string, boolean>> = { yes: true, no: false };
  return {
    unit: said(fields, "unit"),
    day: said(fields, "day"),
    foundAt: momentOf(fields, "found") ?? "",
    interventions: ticked(fields, "gives-"),
    batch: batchCode(said(fields, "batch")),
    targetGroup: said(fields, "targetGroup") || null,
    isSerious: seriousness[said(fields, "isSerious")],
    onsetHours: said(fields, "onsetHours") === "" ? null : wholeOf(said(fields, "onsetHours")),
    signs: said(fields, "signs"),
    isNoName: fields["isNoName"] === "on",
    toldDistrictAt: momentOf(fields, "toldDistrict"),
    ...(said(fields, "isReviewed") !== "" && {
      criteria: ticked(fields, "criteria-"),
      toldProvinceAt: momentOf(fields, "toldProvince"),
      toldNationAt: momentOf(fields, "toldNation"),
      state: said(fields, "state"),
    }),
  };
}

/**
 * What an assessment's form says: "people-7", "reached-7" and "reason-7" are the seventh house. A house of
 * which nothing is written was not visited.
 */
export function rapidAssessmentOf(fields: Fields): Body {
  return {
    unit: said(fields, "unit"),
    day: said(fields, "day"),
    intervention: said(fields, "intervention"),
    location: said(fields, "location"),
    assessor: said(fields, "assessor"),
    houses: houseNumbers(fields).map((number) => houseOf(fields, number)),
  };
}

/** A reason beside a house in which nobody was missed is of nobody. */
function houseOf(fields: Fields, number: number): Body {
  const people = wholeOf(said(fields, `people-${number}`));
  const reached = wholeOf(said(fields, `reached-${number}`));
  const isMissing = typeof people === "number" && typeof reached === "number" && reached < people;
  const reason = isMissing ? said(fields, `reason-${number}`) || null : null;
  return { number, people, reached, reason };
}

/** Under which a form is stored once, and which version it changes. */
export function sendingOf(fields: Fields): Body {
  return { sent: said(fields, "sent"), version: wholeOf(said(fields, "version")) };
}

/** The field of the form in which a part of the body was typed: "houses.0.people" is "people-3". */
export function typedFieldOf(fields: Fields, part: string): string {
  const [, at, name] = /^houses\.(\d+)\.(\w+)$/.exec(part) ?? [];
  if (at !== undefined && name !== undefined) {
    return `${name}-${String(houseNumbers(fields)[Number(at)] ?? "")}`;
  }
  if (part.startsWith("interventions.")) return "interventions";
  return part;
}

function said(fields: Fields, name: string): string {
  return (fields[name] ?? "").trim();
}

/** What is no whole number stays as it was typed: the schema says so. */
function wholeOf(text: string): number | string {
  return /^\d{1,9}$/.test(text) ? Number(text) : text;
}

function ticked(fields: Fields, prefix: string): string[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    name.startsWith(prefix) && value === "on" ? [name.slice(prefix.length)] : [],
  );
}

/** A day without an hour is no moment, which is said; neither is none. */
function momentOf(fields: Fields, name: string): string | null {
  const [day, hour] = [said(fields, `${name}On`), said(fields, `${name}Time`)];
  return day === "" && hour === "" ? null : `${day}T${hour.slice(0, 5)}`;
}

function houseNumbers(fields: Fields): number[] {
  const numbers = Object.keys(fields).flatMap((name) => {
    const [, number] = /^people-(\d{1,3})$/.exec(name) ?? [];
    return number === undefined ? [] : [Number(number)];
  });
  return numbers
    .filter((number) =>
      ["people", "reached", "reason"].some((name) => said(fields, `${name}-${number}`) !== ""),
    )
    .toSorted((a, b) => a - b);
}
