import { z } from "zod";

import { sessionInput, strategyInput, teamInput } from "@/lib/plan/schema";

import type { Endpoint } from "./endpoint";
import {
  sessionAnswer,
  sessionsAnswer,
  strategiesAnswer,
  strategyAnswer,
  teamAnswer,
  teamsAnswer,
} from "./schema/plan";
import { recordsQuery, recordStoredAnswer } from "./schema/records";

const listing = [401, 403, 404, 409, 422, 500, 503];
const reading = listing.filter((status) => status !== 422);
const writing = [400, 401, 403, 404, 409, 413, 422, 429, 500, 503];

/** What is planned of a campaign: read by whoever reads its coverage, in their own area. */
export const planEndpoints = {
  strategies: {
    operation: "strategies",
    method: "GET",
    path: "/api/v1/campaigns/{slug}/strategies",
    rule: "coverage:read",
    summary: "How the people of places are reached.",
    query: z.object(recordsQuery),
    answer: { status: 200, schema: strategiesAnswer },
    problems: listing,
  },
  strategy: {
    operation: "strategy",
    method: "GET",
    path: "/api/v1/campaigns/{slug}/strategies/{id}",
    rule: "coverage:read",
    summary: "One of them.",
    answer: { status: 200, schema: strategyAnswer },
    problems: reading,
  },
  storeStrategy: {
    operation: "storeStrategy",
    method: "PUT",
    path: "/api/v1/campaigns/{slug}/strategies/{id}",
    rule: "plan:manage",
    summary: "Stores how the people of a place are reached. Nothing is scheduled by it.",
    body: strategyInput,
    answer: { status: 200, schema: recordStoredAnswer },
    problems: writing,
  },
  teams: {
    operation: "teams",
    method: "GET",
    path: "/api/v1/campaigns/{slug}/teams",
    rule: "coverage:read",
    summary: "Who holds sessions, where they work and how many people they serve in a day.",
    query: z.object(recordsQuery),
    answer: { status: 200, schema: teamsAnswer },
    problems: listing,
  },
  team: {
    operation: "team",
    method: "GET",
    path: "/api/v1/campaigns/{slug}/teams/{id}",
    rule: "coverage:read",
    summary: "One team.",
    answer: { status: 200, schema: teamAnswer },
    problems: reading,
  },
  storeTeam: {
    operation: "storeTeam",
    method: "PUT",
    path: "/api/v1/campaigns/{slug}/teams/{id}",
    rule: "plan:manage",
    summary: "Stores a team.",
    body: teamInput,
    answer: { status: 200, schema: recordStoredAnswer },
    problems: writing,
  },
  sessions: {
    operation: "sessions",
    method: "GET",
    path: "/api/v1/campaigns/{slug}/sessions",
    rule: "coverage:read",
    summary:
      "The sessions of the caller's area by day, with where each stands and whom its report counts.",
    query: z.object(recordsQuery),
    answer: { status: 200, schema: sessionsAnswer },
    problems: listing,
  },
  session: {
    operation: "session",
    method: "GET",
    path: "/api/v1/campaigns/{slug}/sessions/{id}",
    rule: "coverage:read",
    summary: "One session.",
    answer: { status: 200, schema: sessionAnswer },
    problems: reading,
  },
  storeSession: {
    operation: "storeSession",
    method: "PUT",
    path: "/api/v1/campaigns/{slug}/sessions/{id}",
    rule: "plan:manage",
    summary:
      "Plans, moves or calls off a session. Where reports are owed by session, its unit owes one for the day.",
    body: sessionInput,
    answer: { status: 200, schema: recordStoredAnswer },
    problems: writing,
  },
} as const satisfies Readonly<Record<string, Endpoint>>;
