import type { AskedPart } from "@/lib/campaign/report-parts";

/**
 * What a number beside the tallies is of: people who were not reached, by the reason; people whom
 * sweeping found, and those of them who were served; vials opened of an intervention.
 */
export const partKinds = ["reason", "found", "recovered", "vials"] as const;

export type ReportPartKind = (typeof partKinds)[number];

/** Why somebody was not reached: the union of the ministry's forms. */
export const reasonCodes = [
  "sick",
  "travelling",
  "parentsAtWork",
  "notAllowed",
  "unaware",
  "unawareOfCatchUp",
  "notUnderstood",
  "notNeeded",
  "oneIsEnough",
  "badExperience",
  "fearOfReaction",
  "fearOfInfection",
  "movementLimits",
  "belief",
  "custom",
  "rumour",
  "distrust",
  "harmful",
  "noService",
  "tooFar",
  "other",
] as const;

/** The code of a number that is of people, whoever they are. */
const peopleCode = "people";

/** One number of a report beside its tallies. A part that is left out was not answered: it is no zero. */
export type ReportPart = {
  readonly kind: ReportPartKind;
  /** Of a reason its code, of vials the intervention; else `peopleCode`. */
  readonly code: string;
  readonly count: number;
};

/** The kinds of each part that a campaign may ask for. */
const kindsOf: Readonly<Record<AskedPart, readonly ReportPartKind[]>> = {
  reasons: ["reason"],
  sweeping: ["found", "recovered"],
  vials: ["vials"],
};

/** What of a report's parts is asked of a day. */
export type AskedOfDay = {
  readonly parts: readonly AskedPart[];
  /** Codes of the campaign's interventions. */
  readonly interventions: readonly string[];
  readonly isSweeping: boolean;
};

/** The parts of a day: whom sweeping found is asked on its days alone. */
export function partsOfDay({ parts, isSweeping }: Omit<AskedOfDay, "interventions">) {
  return parts.filter((part) => part !== "sweeping" || isSweeping);
}

/** The numbers that are asked of a day, in their order. */
export function askedNumbers(asked: AskedOfDay): Pick<ReportPart, "kind" | "code">[] {
  const codesOf = (kind: ReportPartKind): readonly string[] =>
    kind === "reason" ? reasonCodes : kind === "vials" ? asked.interventions : [peopleCode];
  return partsOfDay(asked)
    .flatMap((part) => kindsOf[part])
    .flatMap((kind) => codesOf(kind).map((code) => ({ kind, code })));
}
