/** Every failure the application expects. Each has a sentence in lib/base/i18n. */
export type ErrorCode =
  | "notSignedIn"
  | "passwordTemporary"
  | "forbidden"
  | "notFound"
  | "ambiguousCampaign"
  | "conflict"
  | "campaignChanged"
  | "draftChanged"
  | "tooManyDrafts"
  | "directiveChanged"
  | "directiveIssued"
  | "nothingAsked"
  | "reviewBeforeDay"
  | "followUpChanged"
  | "recordChanged"
  | "periodAhead"
  | "periodOfIndicator"
  | "countNotWhole"
  | "yesOrNo"
  | "valueOrCounts"
  | "bothCounts"
  | "percentAboveHundred"
  | "numeratorAbove"
  | "tooManyIndicators"
  | "unknownIndicator"
  | "indicatorHasValues"
  | "stockShort"
  | "stockVials"
  | "stockAmount"
  | "stockDayAhead"
  | "unknownIntervention"
  | "stockCorrected"
  | "stockUnknownBatch"
  | "stockUnknownStore"
  | "stockTooManyBatches"
  | "reasonRequired"
  | "unchangeable"
  | "undoChanged"
  | "notYet"
  | "beforeFound"
  | "criteriaOfSerious"
  | "roundClosed"
  | "duplicate"
  | "nameTaken"
  | "inUse"
  | "hasReports"
  | "campaignHasReports"
  | "campaignArchived"
  | "unknownRegion"
  | "unknownOffice"
  | "unknownUnit"
  | "unknownUnitSet"
  | "unknownGroup"
  | "unknownTeam"
  | "strategyTaken"
  | "nothingProposed"
  | "dayNotInCampaign"
  | "unitEndDay"
  | "successorEnded"
  | "successorGap"
  | "levelsOverlap"
  | "decidedInTargets"
  | "ownFigureLater"
  | "copyElsewhere"
  | "reasonNeeded"
  | "regionMismatch"
  | "officeMismatch"
  | "ownAccount"
  | "invalid"
  | "tooLarge"
  | "tooManyUnits"
  | "campaignTooLarge"
  | "tooManyTries"
  | "tooManyWrites"
  | "busy"
  | "databaseAway"
  | "storageFull";

/** An expected failure. Anything else that is thrown is a defect and is not caught. */
export class AppError extends Error {
  override readonly name = "AppError";

  /**
   * @param detail for the log, in English. Never shown to a person.
   * @param field which part of the input it concerns, when there is one.
   */
  constructor(
    readonly code: ErrorCode,
    detail: string,
    readonly field?: string,
  ) {
    super(`${code}: ${detail}`);
  }
}
