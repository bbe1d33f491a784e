import { answerInput, wholeDirectiveInput } from "@/lib/directive/schema";

import type { Endpoint } from "./endpoint";
import { directiveAnswer, directivesAnswer } from "./schema/directives";
import { inDistrict, recordStoredAnswer } from "./schema/records";

const reading = [401, 403, 404, 409, 422, 500, 503];
const writing = [400, 401, 403, 404, 409, 413, 422, 429, 500, 503];

/** What was asked, and what whoever is asked says of it. */
export const directiveEndpoints = {
  directives: {
    operation: "directives",
    method: "GET",
    path: "/api/v1/campaigns/{slug}/directives",
    rule: "directive:manage",
    summary: "What was asked, of whom, by when, and how many have done it.",
    answer: { status: 200, schema: directivesAnswer },
    problems: reading,
  },
  directive: {
    operation: "directive",
    method: "GET",
    path: "/api/v1/campaigns/{slug}/directives/{id}",
    rule: "directive:manage",
    summary: "One of them, a draft too.",
    answer: { status: 200, schema: directiveAnswer },
    problems: reading.filter((status) => status !== 422),
  },
  storeDirective: {
    operation: "storeDirective",
    method: "PUT",
    path: "/api/v1/campaigns/{slug}/directives/{id}",
    rule: "directive:manage",
    summary:
      "Stores a directive with its addressees and orders, as a draft or issued at once; the same sent again is stored once. Seluruh Camat (subdistricts) becomes one follow-up for each kecamatan.",
    body: wholeDirectiveInput,
    answer: { status: 200, schema: recordStoredAnswer },
    problems: writing,
  },
  answerFollowUp: {
    operation: "answerFollowUp",
    method: "PUT",
    path: "/api/v1/follow-ups/{id}",
    rule: "action:answer",
    summary:
      "Stores what whoever is asked says of a follow-up: where it stands, in words, and where that can be read.",
    isPersonal: true,
    query: inDistrict,
    body: answerInput,
    answer: { status: 200, schema: recordStoredAnswer },
    problems: writing,
  },
} as const satisfies Readonly<Record<string, Endpoint>>;
