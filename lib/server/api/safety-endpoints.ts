import { adverseEventInput, rapidAssessmentInput } from "@/lib/safety/schema";

import type { Endpoint } from "./endpoint";
import { recordStoredAnswer } from "./schema/records";
import {
  adverseEventAnswer,
  adverseEventsAnswer,
  adverseEventsQuery,
  rapidAssessmentAnswer,
  rapidAssessmentsAnswer,
  rapidAssessmentsQuery,
} from "./schema/safety";

const reading = [401, 403, 404, 409, 422, 500, 503];
const writing = [400, 401, 403, 404, 409, 413, 422, 429, 500, 503];

/** Routes of what is watched: adverse events and rapid assessments. */
export const safetyEndpoints = {
  adverseEvents: {
    operation: "adverseEvents",
    method: "GET",
    path: "/api/v1/campaigns/{slug}/adverse-events",
    rule: "safety:report",
    summary:
      "Adverse events after immunization, without anybody's name: those that province or nation are still to be told of first, then the newest. The finest place is the kecamatan, but for who reviews them.",
    query: adverseEventsQuery,
    answer: { status: 200, schema: adverseEventsAnswer },
    problems: reading,
  },
  adverseEvent: {
    operation: "adverseEvent",
    method: "GET",
    path: "/api/v1/campaigns/{slug}/adverse-events/{id}",
    rule: "safety:report",
    summary: "One adverse event of the caller's own units.",
    answer: { status: 200, schema: adverseEventAnswer },
    problems: reading,
  },
  storeAdverseEvent: {
    operation: "storeAdverseEvent",
    method: "PUT",
    path: "/api/v1/campaigns/{slug}/adverse-events/{id}",
    rule: "safety:report",
    summary:
      "Records an adverse event under an id that the sender makes, or corrects it. Criteria, state and when province and nation were told are decided by safety:review.",
    isPersonal: true,
    body: adverseEventInput,
    answer: { status: 200, schema: recordStoredAnswer },
    problems: writing,
  },
  rapidAssessments: {
    operation: "rapidAssessments",
    method: "GET",
    path: "/api/v1/campaigns/{slug}/assessments",
    rule: "safety:report",
    summary:
      "Rapid convenience assessments, the newest first, each judged by the campaign's pass mark. They are no part of coverage.",
    query: rapidAssessmentsQuery,
    answer: { status: 200, schema: rapidAssessmentsAnswer },
    problems: reading,
  },
  rapidAssessment: {
    operation: "rapidAssessment",
    method: "GET",
    path: "/api/v1/campaigns/{slug}/assessments/{id}",
    rule: "safety:report",
    summary: "One rapid assessment with the houses that were visited.",
    answer: { status: 200, schema: rapidAssessmentAnswer },
    problems: reading,
  },
  storeRapidAssessment: {
    operation: "storeRapidAssessment",
    method: "PUT",
    path: "/api/v1/campaigns/{slug}/assessments/{id}",
    rule: "safety:report",
    summary:
      "Stores a rapid assessment under an id that the sender makes, or corrects it: houses that are left out are no more.",
    isPersonal: true,
    body: rapidAssessmentInput,
    answer: { status: 200, schema: recordStoredAnswer },
    problems: writing,
  },
} as const satisfies Readonly<Record<string, Endpoint>>;
