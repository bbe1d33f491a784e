import { z } from "zod";

import { problem, problemsByField, type FieldProblems } from "@/lib/base/forms/problem";
import { limits } from "@/lib/base/limits";
import { districtCode } from "@/lib/base/region/code";
import { timeZones } from "@/lib/base/time/time-zone";

import { unitCode, type Reject } from "./schema/fields";
import { campaignSlug, campaignTerms, checkTerms } from "./schema/general";
import { checkGiven, givenLists } from "./schema/given";
import { checkGroups, groupList } from "./schema/groups";
import { checkRounds, roundList } from "./schema/rounds";
import { checkUnitEnds, unitEndsInput } from "./schema/unit-ends";
import { checkUnits, inhabitantsInput, reportingUnitInput, reportingUnits } from "./schema/units";
import { checkUnitSets, unitSetsInput } from "./unit-set/schema";

/** The lists of a campaign, checked against each other and against its dates by `checkParts`. */
const campaignParts = campaignTerms.extend({
  rounds: roundList,
  interventions: givenLists.shape.interventions,
  targetGroups: groupList,
  /** Units taken together. When absent: none of a new campaign, and those that stand of another. */
  unitSets: unitSetsInput.optional(),
  /** Units that end before the campaign does. When absent: as with sets. */
  unitEnds: unitEndsInput.optional(),
  /** None when absent. */
  gates: givenLists.shape.gates,
});

/** Of the shape of a definition: another number is a shape that this release does not read. */
export const definitionVersion = 1;

const formatVersion = z.literal(definitionVersion, problem("unknownVersion"));

/** The fields of a new campaign, each for itself. */
const newCampaign = campaignParts.extend({
  /** Of the shape of a body; the one that is read here when absent. */
  formatVersion: formatVersion.optional(),
  slug: campaignSlug,
  districtCode: z
    .string()
    .trim()
    .regex(/^\d{2}\.\d{2}$/, problem("unknownRegion"))
    .pipe(districtCode),
  timeZone: z.enum(timeZones),
  /** Invented figures: every screen, export and print then says DATA CONTOH. */
  isSample: z.boolean(),
  reportingUnits,
});

/**
 * Everything of a new campaign; the body of `POST /api/v1/campaigns` and what the form sends.
 * Without `reportingUnits` every village of the kabupaten reports, coded by its area code.
 */
export const campaignInput = newCampaign.superRefine(checkParts);

/** The same as `GET /api/v1/campaigns/{slug}` answers it: nothing of it is left to be filled in. */
export const campaignDefinition = campaignParts.extend({
  formatVersion,
  slug: campaignSlug,
  districtCode: z.string(),
  timeZone: z.enum(timeZones),
  isSample: z.boolean(),
  reportingUnits: z.array(reportingUnitInput),
});

export type CampaignInput = z.infer<typeof campaignInput>;

/** The same where another campaign fills what is left out: see `campaignCopyInput`. */
export const campaignCopied = campaignParts.partial().extend({
  formatVersion: formatVersion.optional(),
  slug: campaignSlug,
  startsOn: campaignTerms.shape.startsOn,
  districtCode: campaignInput.shape.districtCode.optional(),
  timeZone: z.enum(timeZones).optional(),
  isSample: z.boolean().optional(),
  reportingUnits,
});

/** What may change of a campaign that exists: its kabupaten, address and zone may not. */
export const campaignChange = campaignParts
  .extend({
    /** Units to add. */
    reportingUnits,
    /** Units that stand, by their codes, with another name, kind or area. */
    changedUnits: z.array(reportingUnitInput).max(limits.campaignUnits).optional(),
    /** Codes of units to take out. */
    removedUnits: z.array(unitCode),
    /** Of the units that are named; the others keep what they have. */
    inhabitants: z
      .array(inhabitantsInput)
      .max(limits.campaignUnits, problem("tooManyUnits"))
      .optional(),
  })
  .superRefine(checkParts);

export type CampaignChange = z.infer<typeof campaignChange>;

function checkParts(
  input: z.infer<typeof campaignParts> & { reportingUnits?: z.infer<typeof reportingUnits> },
  context: z.RefinementCtx,
): void {
  const reject: Reject = (path, name) =>
    context.addIssue({ code: "custom", path: [...path], message: problem(name) });
  checkTerms(input, reject);
  checkRounds(input, reject);
  checkGiven(input, reject);
  checkGroups(input, reject);
  checkUnits(input, reject);
  checkUnitSets(input.unitSets ?? [], reject);
  checkUnitEnds(input.unitEnds ?? [], input, reject);
}

/**
 * What is wrong with a campaign that is not whole yet: where a part of it cannot be read, the others are
 * looked at all the same.
 */
export function problemsOfPart(body: unknown): FieldProblems {
  const issues: Pick<z.core.$ZodIssue, "path" | "message">[] = [
    ...(newCampaign.safeParse(body).error?.issues ?? []),
  ];
  const reject: Reject = (path, name) => issues.push({ path: [...path], message: problem(name) });
  const check = <Part>(part: z.ZodType<Part>, between: (input: Part, also: Reject) => void) => {
    const read = part.safeParse(body);
    if (read.success) between(read.data, reject);
  };
  const days = { startsOn: true, endsOn: true } as const;
  const given = { interventions: true, gates: true, targetGroups: true, rhythm: true } as const;
  check(newCampaign.pick({ ...days, rhythm: true, period: true }), checkTerms);
  check(newCampaign.pick({ ...days, rounds: true }), checkRounds);
  check(newCampaign.pick({ targetGroups: true, rhythm: true }), checkGroups);
  check(newCampaign.pick({ ...days, ...given }), checkGiven);
  check(newCampaign.pick({ reportingUnits: true }), checkUnits);
  check(newCampaign.pick({ unitSets: true }), ({ unitSets = [] }, also) => {
    checkUnitSets(unitSets, also);
  });
  return problemsByField({ issues });
}
