import { z } from "zod";

import { officesInput } from "@/lib/account/office/schema";
import { campaignCopyInput } from "@/lib/campaign/copy-schema";
import { campaignInput } from "@/lib/campaign/schema";
import { entryKit } from "@/lib/device/offline/schema";
import { indicatorInput, indicatorValueInput } from "@/lib/indicator/schema";
import { cellHistory, historyQuery } from "@/lib/report/history-schema";
import { dailyReportBatch, receiptsAnswer, receiptsQuery } from "@/lib/report/schema";
import { targetPopulationInput } from "@/lib/campaign/target-population/schema";

import type { Endpoint } from "./endpoint";
import { directiveEndpoints } from "./directive-endpoints";
import { planEndpoints } from "./plan-endpoints";
import { stockEndpoints } from "./stock-endpoints";
import {
  changeQuery,
  coverageQuery,
  dayNoteQuery,
  dayNotesQuery,
  deleteQuery,
  importQuery,
  officesQuery,
  sourcesQuery,
  trendQuery,
} from "./query-schema";
import { campaignsAnswer, changeListAnswer, definitionAnswer } from "./schema/campaigns";
import { coverageAnswer } from "./schema/coverage";
import {
  createdAnswer,
  deletedAnswer,
  healthAnswer,
  importAnswer,
  indexAnswer,
  reportsAnswer,
} from "./schema";
import { dayNoteBody, dayNoteRemoved, dayNotesAnswer, dayNoteWritten } from "./schema/day-notes";
import {
  indicatorAnswer,
  indicatorsAnswer,
  indicatorsQuery,
  indicatorValueAnswer,
  indicatorValuesAnswer,
  indicatorValuesQuery,
} from "./schema/indicators";
import { inDistrict, recordStoredAnswer, sentRecordAnswer } from "./schema/records";
import { safetyEndpoints } from "./safety-endpoints";
import { officesAnswer } from "./schema/offices";
import { sourcesAnswer, trendAnswer } from "./schema/days";

const reading = [401, 403, 404, 409, 422, 500, 503];
const writing = [400, 401, 403, 404, 409, 413, 422, 429, 500, 503];

const archiving = [...writing.filter((status) => ![400, 413, 422].includes(status)), 412].sort(
  (a, b) => a - b,
);

const signInForm = z.object({
  csrfToken: z.string(),
  username: z.string(),
  password: z.string(),
  json: z.literal("true").optional().describe("Answer 200 or 401 with JSON, not a redirect."),
});

/** Every route of the interface. A route that is not here has no rule, and a test fails. */
export const endpoints = {
  health: {
    operation: "health",
    method: "GET",
    path: "/api/health",
    rule: "public",
    summary: "Whether the server and its database answer.",
    answer: { status: 200, schema: healthAnswer },
    problems: [503],
  },
  index: {
    operation: "index",
    method: "GET",
    path: "/api/v1",
    rule: "public",
    summary: "Where the description of this interface is.",
    answer: { status: 200, schema: indexAnswer },
    problems: [],
  },
  openapi: {
    operation: "openapi",
    method: "GET",
    path: "/api/v1/openapi.json",
    rule: "public",
    summary: "This description.",
    answer: { status: 200, schema: z.looseObject({ openapi: z.literal("3.1.0") }) },
    problems: [],
  },
  csrf: {
    operation: "csrf",
    method: "GET",
    path: "/api/auth/csrf",
    routePath: "/api/auth/{nextauth}",
    rule: "public",
    summary: "A token, and its cookie, that a sign-in sends along.",
    answer: { status: 200, schema: z.object({ csrfToken: z.string() }) },
    problems: [500],
  },
  signIn: {
    operation: "signIn",
    method: "POST",
    path: "/api/auth/callback/credentials",
    routePath: "/api/auth/{nextauth}",
    rule: "public",
    summary: "Signs in, the same as the page: the session's cookie comes with the answer.",
    body: signInForm,
    bodyType: "application/x-www-form-urlencoded",
    answer: { status: 302, schema: z.null() },
    problems: [400, 403, 413, 429, 500, 503],
  },
  listCampaigns: {
    operation: "listCampaigns",
    method: "GET",
    path: "/api/v1/campaigns",
    rule: "coverage:read",
    summary: "The campaigns that the caller may read, latest start first.",
    answer: { status: 200, schema: campaignsAnswer },
    problems: [401, 403, 500, 503],
  },
  createCampaign: {
    operation: "createCampaign",
    method: "POST",
    path: "/api/v1/campaigns",
    rule: "campaign:manage",
    summary:
      "Sets up a campaign. Without reportingUnits every village of the kabupaten reports, under its area code. With copyOf it begins with parts of another campaign, moved to its own first day; target populations come along as a draft, which divides nothing before it is confirmed. A round of it that was held in units that have ended is held in those who go on with their people, and in every unit where nobody does.",
    body: campaignInput,
    otherBody: { field: "copyOf", schema: campaignCopyInput },
    answer: { status: 201, schema: createdAnswer },
    problems: writing,
  },
  listOffices: {
    operation: "listOffices",
    method: "GET",
    path: "/api/v1/offices",
    rule: "people:manage",
    isTagged: true,
    summary:
      "The register of offices of a kabupaten: what holds reporting units, and whose heads may sign in. Its ETag is what a change names in If-Match.",
    query: officesQuery,
    answer: { status: 200, schema: officesAnswer },
    problems: reading.filter((status) => status !== 409),
  },
  storeOffices: {
    operation: "storeOffices",
    method: "PUT",
    path: "/api/v1/offices",
    rule: "people:manage",
    isTagged: true,
    summary:
      "Makes the register what is sent: offices of a new code are added, others of a code are renamed, moved, closed or opened again, and those that are left out are closed. None is deleted. If-Match names the ETag that it was read with.",
    body: officesInput,
    answer: { status: 200, schema: officesAnswer },
    problems: [...writing, 412, 428].sort((a, b) => a - b),
  },
  campaignDefinition: {
    operation: "campaignDefinition",
    method: "GET",
    path: "/api/v1/campaigns/{slug}",
    rule: "campaign:manage",
    isTagged: true,
    summary:
      "The campaign as it can be stored again: what POST and PUT take, with every unit. Its ETag is what a change names in If-Match.",
    answer: { status: 200, schema: definitionAnswer },
    problems: reading.filter((status) => status !== 422),
  },
  changeCampaign: {
    operation: "changeCampaign",
    method: "PUT",
    path: "/api/v1/campaigns/{slug}",
    rule: "campaign:manage",
    isTagged: true,
    summary:
      "Makes the campaign what is sent: units that are left out are taken out, others of a code are renamed and moved. If-Match names the ETag that it was read with. With dryRun nothing is stored, and what would change is answered.",
    query: changeQuery,
    body: campaignInput,
    answer: { status: 200, schema: z.union([definitionAnswer, changeListAnswer]) },
    problems: [...writing, 412, 428].sort((a, b) => a - b),
  },
  deleteCampaign: {
    operation: "deleteCampaign",
    method: "DELETE",
    path: "/api/v1/campaigns/{slug}",
    rule: "campaign:manage",
    summary:
      "Deletes a campaign that nobody has ever reported to, with its units and target populations. If-Match names the ETag that it was read with. With dryRun nothing is deleted, and what would go is answered.",
    isConditional: true,
    query: deleteQuery,
    answer: { status: 200, schema: deletedAnswer },
    problems: [...writing.filter((status) => ![400, 413].includes(status)), 412, 428].sort(
      (a, b) => a - b,
    ),
  },
  archiveCampaign: {
    operation: "archiveCampaign",
    method: "PUT",
    path: "/api/v1/campaigns/{slug}/archive",
    rule: "campaign:manage",
    summary:
      "Puts a campaign away: it is read as before, stands apart in lists, and takes no report.",
    isConditional: "ifSent",
    answer: { status: 200, schema: createdAnswer },
    problems: archiving,
  },
  restoreCampaign: {
    operation: "restoreCampaign",
    method: "DELETE",
    path: "/api/v1/campaigns/{slug}/archive",
    rule: "campaign:manage",
    summary: "Puts a campaign back that was put away: it takes reports again.",
    isConditional: "ifSent",
    answer: { status: 200, schema: createdAnswer },
    problems: archiving,
  },
  importTargetPopulations: {
    operation: "importTargetPopulations",
    method: "PUT",
    path: "/api/v1/campaigns/{slug}/target-populations",
    rule: "target:import",
    summary: "Loads target populations of one source: every row, or none when one is rejected.",
    query: importQuery,
    body: targetPopulationInput,
    answer: { status: 200, schema: importAnswer },
    problems: writing,
  },
  ...directiveEndpoints,
  sentRecord: {
    operation: "sentRecord",
    method: "GET",
    path: "/api/v1/sent-records/{id}",
    rule: "coverage:read",
    summary:
      "What the caller sent under an id, as it is stored: a device forgets a record when this equals what it sent.",
    isPersonal: true,
    query: inDistrict,
    answer: { status: 200, schema: sentRecordAnswer },
    problems: reading.filter((status) => status !== 409),
  },
  indicators: {
    operation: "indicators",
    method: "GET",
    path: "/api/v1/campaigns/{slug}/indicators",
    rule: "coverage:read",
    summary: "What a campaign wants to improve, in its order.",
    query: indicatorsQuery,
    answer: { status: 200, schema: indicatorsAnswer },
    problems: reading,
  },
  indicator: {
    operation: "indicator",
    method: "GET",
    path: "/api/v1/campaigns/{slug}/indicators/{id}",
    rule: "coverage:read",
    summary: "One indicator with its versions.",
    answer: { status: 200, schema: indicatorAnswer },
    problems: reading.filter((status) => status !== 422),
  },
  storeIndicator: {
    operation: "storeIndicator",
    method: "PUT",
    path: "/api/v1/campaigns/{slug}/indicators/{id}",
    rule: "indicator:manage",
    summary: "Stores an indicator with its goals. What values were sent as cannot change any more.",
    body: indicatorInput,
    answer: { status: 200, schema: recordStoredAnswer },
    problems: writing,
  },
  indicatorValues: {
    operation: "indicatorValues",
    method: "GET",
    path: "/api/v1/campaigns/{slug}/indicator-values",
    rule: "coverage:read",
    summary: "What units had in their periods, by period.",
    query: indicatorValuesQuery,
    answer: { status: 200, schema: indicatorValuesAnswer },
    problems: reading,
  },
  indicatorValue: {
    operation: "indicatorValue",
    method: "GET",
    path: "/api/v1/campaigns/{slug}/indicator-values/{id}",
    rule: "coverage:read",
    summary: "One value with its versions.",
    answer: { status: 200, schema: indicatorValueAnswer },
    problems: reading.filter((status) => status !== 422),
  },
  storeIndicatorValue: {
    operation: "storeIndicatorValue",
    method: "PUT",
    path: "/api/v1/campaigns/{slug}/indicator-values/{id}",
    rule: "indicator:submit",
    summary:
      "Stores what a unit had in a period: one number, or numerator and denominator. What is questioned (more than 100 %) is rejected until isConfirmed says that it is right.",
    body: indicatorValueInput,
    answer: { status: 200, schema: recordStoredAnswer },
    problems: writing,
  },
  ...planEndpoints,
  ...safetyEndpoints,
  ...stockEndpoints,
  dayNotes: {
    operation: "dayNotes",
    method: "GET",
    path: "/api/v1/campaigns/{slug}/day-notes",
    rule: "coverage:read",
    summary:
      "Why days were unlike the others, closed days among them, and how often reports are owed.",
    query: dayNotesQuery,
    answer: { status: 200, schema: dayNotesAnswer },
    problems: reading,
  },
  addDayNote: {
    operation: "addDayNote",
    method: "POST",
    path: "/api/v1/campaigns/{slug}/day-notes",
    rule: "tally:submit",
    summary:
      "Writes a note on a day of a round. Only the health office closes a day (kind closed). The same id twice is written once and answered as replayed.",
    body: dayNoteBody,
    answer: { status: 200, schema: dayNoteWritten },
    problems: writing,
  },
  removeDayNote: {
    operation: "removeDayNote",
    method: "DELETE",
    path: "/api/v1/campaigns/{slug}/day-notes",
    rule: "tally:submit",
    summary: "Takes a note away; a day that it closed is one as any other again.",
    query: dayNoteQuery,
    answer: { status: 200, schema: dayNoteRemoved },
    problems: writing.filter((status) => ![400, 413].includes(status)),
  },
  submitDailyReports: {
    operation: "submitDailyReports",
    method: "POST",
    path: "/api/v1/campaigns/{slug}/daily-reports",
    rule: "tally:submit",
    summary:
      "Stores daily reports, each whole or not at all. The same id twice is stored once and answered as replayed.",
    body: dailyReportBatch,
    isPersonal: true,
    answer: { status: 200, schema: reportsAnswer },
    problems: writing,
  },
  reportReceipts: {
    operation: "reportReceipts",
    method: "GET",
    path: "/api/v1/campaigns/{slug}/daily-reports",
    rule: "tally:submit",
    summary:
      "What the server has of submissions: the version each made and the report that stands now. Unknown ids are left out.",
    isPersonal: true,
    query: receiptsQuery,
    answer: { status: 200, schema: receiptsAnswer },
    problems: reading,
  },
  cellHistory: {
    operation: "cellHistory",
    method: "GET",
    path: "/api/v1/campaigns/{slug}/history",
    rule: "coverage:read",
    summary:
      "Every value that a cell ever had, newest first: who, when, from where, why; and what was decided about its report.",
    query: historyQuery,
    answer: { status: 200, schema: cellHistory },
    problems: reading,
  },
  entryKit: {
    operation: "entryKit",
    method: "GET",
    path: "/api/v1/campaigns/{slug}/entry",
    rule: "tally:submit",
    summary:
      "What a device keeps to enter reports without a connection: the caller's units, target populations, and the reports of the last days.",
    answer: { status: 200, schema: entryKit },
    problems: reading.filter((status) => status !== 422),
  },
  coverage: {
    operation: "coverage",
    method: "GET",
    path: "/api/v1/campaigns/{slug}/coverage",
    rule: "coverage:read",
    isKept: true,
    summary:
      "Counts, coverage and need of each place and intervention, and of the caller's region.",
    query: coverageQuery,
    answer: { status: 200, schema: coverageAnswer },
    problems: reading,
  },
  sources: {
    operation: "sources",
    method: "GET",
    path: "/api/v1/campaigns/{slug}/sources",
    rule: "coverage:read",
    summary: "The reports whose sum a number of coverage is, for the same query.",
    query: sourcesQuery,
    answer: { status: 200, schema: sourcesAnswer },
    problems: reading,
  },
  trend: {
    operation: "trend",
    method: "GET",
    path: "/api/v1/campaigns/{slug}/trend",
    rule: "coverage:read",
    isKept: true,
    summary: "Doses, running target and reports of the caller's region, day by day.",
    query: trendQuery,
    answer: { status: 200, schema: trendAnswer },
    problems: reading,
  },
} as const satisfies Readonly<Record<string, Endpoint>>;
