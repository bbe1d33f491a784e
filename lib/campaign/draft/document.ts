import { z } from "zod";

import { isStorable } from "@/lib/base/forms/storable";
import { limits } from "@/lib/base/limits";
import { goalScopes } from "@/lib/coverage/dated-goal";

import { leftReasons, type CampaignDraft } from "../draft";
import { askedParts } from "../report-parts";
import { unitKinds } from "../unit-kind";

/** Anything that somebody types in a field; whether it fits is said when it is asked. */
const text = z.string().max(2_000).refine(isStorable);

/** Pasted lists: as many lines as a campaign may have units. */
const lines = z
  .string()
  .max(limits.campaignUnits * 200)
  .refine(isStorable);

const key = z.int();

const part = { key, code: text, name: text, isKept: z.literal(false) };

const round = z.object({
  key,
  number: z.int().min(1).max(limits.campaignRounds),
  startsOn: text,
  endsOn: text,
  sweepingEndsOn: text,
  minGapDays: text.default(""),
  gapReason: text.default(""),
  units: lines.default(""),
});

const group = z.object({
  ...part,
  noun: text,
  minMonths: text,
  maxMonthsExclusive: text,
  unitKinds: z.array(z.enum(unitKinds)).max(unitKinds.length).default([]),
});

const intervention = z.object({
  ...part,
  act: text,
  gives: text,
  groupsAdd: z.boolean(),
  shortName: text,
  goal: text,
  goalScope: z.enum([...goalScopes, "none"]),
  goalFrom: text,
  goalDecree: text,
  goalReason: text,
  goals: z.tuple([]),
  groups: z.array(key).max(limits.campaignTargetGroups),
  follows: key.nullable().default(null),
  minGapDays: text.default(""),
});

const gate = z.object({
  ...part,
  terms: z
    .array(
      z.object({
        ...{ key, intervention: key.nullable(), group: key.nullable() },
        ...{ unitSet: text.default(""), atLeast: text },
      }),
    )
    .max(limits.campaignGateTerms),
});

/** A draft of a new campaign as it is kept: as it stands in its form, right or wrong. */
export const draftDocument: z.ZodType<CampaignDraft> = z.object({
  name: text,
  slug: text,
  legalBasis: text,
  sourceName: text.default(""),
  sourceUrl: text.default(""),
  districtCode: text,
  startsOn: text,
  endsOn: text,
  timeZone: text,
  reportCutOff: text,
  isSample: z.boolean(),
  decidingTargetSource: text,
  usualDeviations: text,
  mostTargetShare: text,
  noun: text,
  act: text,
  gives: text,
  rhythm: text,
  reportParts: z.array(z.enum(askedParts)).max(askedParts.length).default([]),
  rounds: z.array(round).max(limits.campaignRounds),
  interventions: z.array(intervention).max(limits.campaignInterventions),
  groups: z.array(group).max(limits.campaignTargetGroups),
  gates: z.array(gate).max(limits.campaignGates),
  units: z.enum(["all", "chosen", "own", "none"]),
  villages: z.array(z.string().max(20).refine(isStorable)).max(limits.campaignUnits),
  lines,
  changedLines: z.literal(""),
  inhabitantLines: z.literal(""),
  endLines: lines.default(""),
  removedUnits: z.tuple([]),
  setLines: z.object({ puskesmas: lines, stage: lines, lokus: lines, remote: lines, own: lines }),
  copyOf: z.object({ slug: text, targets: z.boolean() }).optional(),
  heldEverywhere: z.array(z.int()).max(limits.campaignRounds).optional(),
  fromFile: z
    .object({
      name: text,
      left: z
        .array(z.object({ field: text, value: text, why: z.enum(leftReasons) }))
        .max(limits.problemsPerReport),
      untold: z.int(),
    })
    .optional(),
});
