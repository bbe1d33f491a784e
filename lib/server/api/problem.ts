import { TooManyTries } from "@/lib/account/auth/server/throttle-commands";
import { TooManyWrites } from "@/lib/account/auth/server/write-limit";
import { AmbiguousCampaign } from "@/lib/campaign/address";
import { AppError, type ErrorCode } from "@/lib/base/errors";
import type { Locale } from "@/lib/base/i18n/locale";
import { catalogues } from "@/lib/base/i18n/messages";
import { failureFacts, logProblem, logSecurity } from "@/lib/base/server/log";
import { externalCause } from "@/lib/base/external-cause";

import { ApiProblem, type ApiCode, type FieldProblem } from "./api-problem";
import { callerOf } from "./caller";
import { newRequestId } from "./request-id";

const statusOf: Readonly<Record<ErrorCode, number>> = {
  notSignedIn: 401,
  passwordTemporary: 403,
  forbidden: 403,
  notFound: 404,
  ambiguousCampaign: 409,
  conflict: 409,
  campaignChanged: 412,
  draftChanged: 409,
  tooManyDrafts: 422,
  directiveChanged: 409,
  directiveIssued: 409,
  nothingAsked: 422,
  reviewBeforeDay: 422,
  followUpChanged: 409,
  recordChanged: 409,
  periodAhead: 422,
  periodOfIndicator: 422,
  countNotWhole: 422,
  yesOrNo: 422,
  valueOrCounts: 422,
  bothCounts: 422,
  percentAboveHundred: 422,
  numeratorAbove: 422,
  tooManyIndicators: 422,
  unknownIndicator: 422,
  indicatorHasValues: 409,
  stockShort: 409,
  stockVials: 422,
  stockAmount: 422,
  stockDayAhead: 422,
  unknownIntervention: 422,
  stockCorrected: 409,
  stockUnknownBatch: 422,
  stockUnknownStore: 422,
  stockTooManyBatches: 422,
  reasonRequired: 422,
  unchangeable: 422,
  undoChanged: 409,
  notYet: 422,
  beforeFound: 422,
  criteriaOfSerious: 422,
  roundClosed: 409,
  duplicate: 409,
  nameTaken: 409,
  inUse: 409,
  hasReports: 409,
  campaignHasReports: 409,
  campaignArchived: 409,
  ownAccount: 409,
  tooLarge: 413,
  invalid: 422,
  unknownRegion: 422,
  unknownOffice: 422,
  levelsOverlap: 422,
  unknownUnit: 422,
  unknownUnitSet: 422,
  unknownGroup: 422,
  unknownTeam: 422,
  strategyTaken: 409,
  nothingProposed: 422,
  dayNotInCampaign: 422,
  unitEndDay: 422,
  successorEnded: 422,
  successorGap: 422,
  decidedInTargets: 409,
  ownFigureLater: 422,
  copyElsewhere: 422,
  reasonNeeded: 422,
  officeMismatch: 422,
  regionMismatch: 422,
  tooManyUnits: 422,
  campaignTooLarge: 422,
  tooManyTries: 429,
  tooManyWrites: 429,
  busy: 429,
  databaseAway: 503,
  storageFull: 503,
};

/** When to ask again: a queue moves on, a server comes back by itself, room has to be made. */
const retrySecondsOf = { busy: 5, databaseAway: 5, storageFull: 60 } as const;

type Told = {
  readonly status: number;
  readonly code: ApiCode;
  readonly fields?: readonly FieldProblem[];
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly retrySeconds?: number;
};

/**
 * The answer to a request that failed: problem+json with a stable code, a sentence in the caller's
 * language, and an id that the log line has too. Nothing of the error itself is told: its message
 * may hold SQL, a path or another person's data.
 */
export function problemAnswer(error: unknown, request: Request, locale: Locale): Response {
  const id = newRequestId();
  const told = tell(error);
  log(id, told, request, error);

  const { api, problems } = catalogues[locale];
  const titles: Readonly<Record<string, string>> = api.titles;
  const body = {
    type: `urn:cakupan:problem:${told.code}`,
    title: titles[told.status],
    status: told.status,
    detail: { ...problems, ...api.problems }[told.code],
    code: told.code,
    id,
    ...(told.fields?.length ? { problems: withSentences(told.fields, locale) } : {}),
    ...told.extra,
  };
  return new Response(JSON.stringify(body), {
    status: told.status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      ...(told.retrySeconds === undefined ? {} : { "Retry-After": String(told.retrySeconds) }),
    },
  });
}

/** Each problem with its sentence in the caller's language. */
function withSentences<Problem extends { readonly code: string }>(
  problems: readonly Problem[],
  locale: Locale,
): (Problem & { readonly message: string })[] {
  const sentences: Readonly<Record<string, string>> = {
    ...catalogues[locale].problems,
    ...catalogues[locale].api.fields,
  };
  return problems.map((problem) => ({
    ...problem,
    message: sentences[problem.code] ?? catalogues[locale].problems.wrongFormat,
  }));
}

function tell(error: unknown): Told {
  if (error instanceof ApiProblem) return error;
  if (error instanceof TooManyTries || error instanceof TooManyWrites) {
    const retrySeconds = Math.max(1, Math.ceil(error.waitMilliseconds / 1000));
    return { status: 429, code: error.code, retrySeconds };
  }
  if (error instanceof AppError && error.code === "busy") {
    return { status: 429, code: error.code, retrySeconds: retrySecondsOf.busy };
  }
  if (error instanceof AmbiguousCampaign) {
    return { status: 409, code: error.code, extra: { campaigns: error.campaigns } };
  }
  if (error instanceof AppError) {
    const fields = error.field === undefined ? [] : [{ field: error.field, code: error.code }];
    return { status: statusOf[error.code], code: error.code, fields };
  }
  const cause = externalCause(error);
  return cause === null
    ? { status: 500, code: "defect" }
    : { status: 503, code: cause, retrySeconds: retrySecondsOf[cause] };
}

/** Who asked for what and what came of it. What an error says may be what somebody typed. */
function log(id: string, { code, status }: Told, request: Request, error: unknown): void {
  const { pathname } = new URL(request.url);
  const facts = { id, status, code, method: request.method, path: pathname, ...callerOf(request) };
  if (status >= 500) logProblem("error", { ...facts, ...failureFacts(error) });
  else logProblem("info", facts);
  if (status === 401 || status === 403) logSecurity("refused", facts);
}
