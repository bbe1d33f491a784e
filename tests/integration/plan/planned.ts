import { randomUUID } from "node:crypto";

import { sessionInput, strategyInput, teamInput } from "@/lib/plan/schema";

import { november, selat } from "../monitor/selat-basarang";

/* What is sent of a plan: a session of Selat's first village, a team, a strategy; each with what is changed. */

const [unit = ""] = selat;

export function session(change: object = {}) {
  return sessionInput.parse({
    ...{ sent: randomUUID(), version: 0, unit, day: november(12), mode: "post" },
    ...{ targetGroups: [], team: null, planned: 150, calledOff: null },
    ...change,
  });
}

export function team(change: object = {}) {
  return teamInput.parse({
    ...{ sent: randomUUID(), version: 0, name: "Tim 1", base: "62.03.01", peoplePerDay: 150 },
    ...{ isClosed: false, ...change },
  });
}

export function strategy(change: object = {}) {
  return strategyInput.parse({
    ...{ sent: randomUUID(), version: 0, place: "62.03", targetGroups: [], mode: "outreach" },
    ...{ isWithdrawn: false, ...change },
  });
}
