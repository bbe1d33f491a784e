import { randomUUID } from "node:crypto";

import type { Campaign } from "@/lib/campaign/campaign";
import { findCampaign } from "@/lib/campaign/server/queries";
import { adverseEventInput, rapidAssessmentInput } from "@/lib/safety/schema";
import { storeAdverseEvent } from "@/lib/safety/server/adverse-event-commands";
import { storeRapidAssessment } from "@/lib/safety/server/rapid-assessment-commands";
import { systemGrant, today } from "@/tests/support/scene";

type Call = (
  slug: string,
  district: string,
  unit: string,
) => readonly [string, unknown?] | Promise<readonly [string, unknown?]>;

/** One call of each route of what is watched; a record is of the unit that the others report for. */
export const safetyCalls: Readonly<Record<string, Call>> = {
  adverseEvents: (slug) => [`/api/v1/campaigns/${slug}/adverse-events`],
  adverseEvent: async (slug, _, unit) => [
    `/api/v1/campaigns/${slug}/adverse-events/${await eventIn(slug, unit)}`,
  ],
  storeAdverseEvent: (slug, _, unit) => [
    `/api/v1/campaigns/${slug}/adverse-events/${randomUUID()}`,
    adverseEvent(unit),
  ],
  rapidAssessments: (slug) => [`/api/v1/campaigns/${slug}/assessments`],
  rapidAssessment: async (slug, _, unit) => [
    `/api/v1/campaigns/${slug}/assessments/${await assessmentIn(slug, unit)}`,
  ],
  storeRapidAssessment: (slug, _, unit) => [
    `/api/v1/campaigns/${slug}/assessments/${randomUUID()}`,
    assessment(unit),
  ],
};

function adverseEvent(unit: string) {
  return {
    sent: randomUUID(),
    version: 0,
    unit,
    day: today,
    foundAt: `${today}T00:00`,
    interventions: ["MR"],
    isSerious: false,
    signs: "demam",
  };
}

function assessment(unit: string) {
  return {
    sent: randomUUID(),
    version: 0,
    unit,
    day: today,
    intervention: "MR",
    location: "RW 02",
    assessor: "Tim supervisi",
    houses: [{ number: 1, people: 1, reached: 1 }],
  };
}

async function eventIn(slug: string, unit: string): Promise<string> {
  const { campaign, grant } = await opened(slug);
  const input = adverseEventInput.parse(adverseEvent(unit));
  return (await storeAdverseEvent(grant, campaign, randomUUID(), input)).id;
}

async function assessmentIn(slug: string, unit: string): Promise<string> {
  const { campaign, grant } = await opened(slug);
  const input = rapidAssessmentInput.parse(assessment(unit));
  return (await storeRapidAssessment(grant, campaign, randomUUID(), input)).id;
}

async function opened(slug: string) {
  const grant = systemGrant("safety:report");
  return { campaign: (await findCampaign(grant.actor, slug)) as Campaign, grant };
}
