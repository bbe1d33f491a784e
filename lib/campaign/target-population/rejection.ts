import type { useTranslations } from "next-intl";

/** What a target population is counted for: one box of the table, for one round or for all (0). */
export type TargetCell = {
  /** Code of a unit, or of a kecamatan or the kabupaten with a figure of its own. */
  readonly unit: string;
  readonly intervention: string;
  readonly targetGroup: string;
  /** 0: the same people in every round. */
  readonly round: number;
  readonly people: number;
};

export type RejectedField =
  "row" | "unit" | "intervention" | "targetGroup" | "round" | "people" | "asOf";

/** Why a number, a unit or a day of any file cannot be read, or a row stands beside another. */
export type RowFault =
  | "notNumber"
  | "notWhole"
  | "negative"
  | "tooMany"
  | "formula"
  | "ambiguousDot"
  | "brackets"
  | "percent"
  | "dash"
  | "spaced"
  | "foreignDigits"
  | "cellError"
  | "moreCells"
  | "noUnit"
  | "unknownUnit"
  | "unknownName"
  | "ambiguousName"
  | "codeNameDiffer"
  | "isTotal"
  | "isDistrict"
  | "isSubdistrict"
  | "isRegion"
  | "isNonResidents"
  | "isInstitution"
  | "twice"
  | "noSuchDay"
  | "noSuchMonth"
  | "dayUnreadable";

/** Why a row is refused. Each has two sentences under `targets.rejections`: why, and what to do. */
export type RejectionCode =
  | RowFault
  | "empty"
  | "unknownIntervention"
  | "unknownTargetGroup"
  | "notGiven"
  | "notAsked"
  | "unknownRound"
  | "dayDiffers"
  | "notARow";

export type Rejection = {
  /** From 1; of a file, the row that the spreadsheet shows. */
  readonly row: number;
  readonly field: RejectedField;
  readonly code: RejectionCode;
  /** What the sentences name. */
  readonly params: Readonly<Record<string, string | number>>;
};

type RejectionText = ReturnType<typeof useTranslations<"targets.rejections">>;

/** Why, and what to do, in the language of `t` (namespace `targets.rejections`). */
export function rejectionSentences(
  t: RejectionText,
  { code, params }: Pick<Rejection, "code" | "params">,
): { why: string; advice: string } {
  return { why: t(`${code}.why`, params), advice: t(`${code}.advice`, params) };
}

/** Both sentences as one message, for answers to programs. */
export function rejectionSentence(
  t: RejectionText,
  rejection: Pick<Rejection, "code" | "params">,
): string {
  const { why, advice } = rejectionSentences(t, rejection);
  return `${why} ${advice}`;
}
