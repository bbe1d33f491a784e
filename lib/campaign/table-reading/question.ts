import type { OtherMeasure } from "@/lib/campaign/measures";

/** What a reading may ask. Each has a sentence under `tableReading.questions`. */
export type QuestionKind =
  | "sheet"
  | "table"
  | "column"
  | "whichColumn"
  | "whichName"
  | "unit"
  | "sum"
  | "day"
  | "hidden"
  | "dots"
  | "commas"
  | "dayOrder"
  | "totals"
  | "days"
  | "far"
  | "name"
  | "namesakes"
  | "codeName"
  | "dash"
  | "emptyColumns"
  | "fractions";

/** Options that are the product's words and not the file's: `tableReading.options`. */
export type OptionWord =
  | "sheet"
  | "hiddenSheet"
  | "table"
  | "column"
  | "notRead"
  | "add"
  | "titleDay"
  | "day"
  | "withHidden"
  | "withoutHidden"
  | "thousands"
  | "decimals"
  | "dayFirst"
  | "monthFirst"
  | `${OtherMeasure}Box`
  | "roundBox"
  | "everyRoundBox"
  | "roleCode"
  | "roleName"
  | "roleSubdistrict"
  | "roleDay"
  | "roleZero"
  | "roleIntervention"
  | "roleTargetGroup"
  | "roleRound"
  | "rolePeople"
  | "daily"
  | "cumulative"
  | "right"
  | "leaveRows"
  | "leaveOut"
  | "asZero"
  | "asBlank"
  | "sameAsRound"
  | "leaveColumns"
  | "round"
  | "rejectFractions"
  | "rejectDates";

type Params = Readonly<Record<string, string | number>>;

export type QuestionOption = {
  /** What comes back as the answer. */
  readonly value: string;
} & ({ readonly text: string } | { readonly word: OptionWord; readonly params?: Params });

/**
 * Something about a file that fits two readings. Nothing of the file is stored while one is open.
 */
export type Question = {
  /**
   * Names its answer, and no other of the reading: `sheet`, `numbers`. What is asked about a part of
   * the file names the part too, so that no answer is ever given to another part.
   */
  readonly id: string;
  readonly kind: QuestionKind;
  /** What its sentence names. */
  readonly params: Params;
  /** What it is about, as `{about}` of its sentence. */
  readonly about?: QuestionOption;
  /** What stands in the file, as it stands there; may be empty. */
  readonly examples: readonly string[];
  readonly options: readonly QuestionOption[];
  /** The option that the product would take; null: the readings fit alike. */
  readonly suggested: string | null;
};

/** A question in the reader's language, as a page draws it. */
export type ToldQuestion = {
  readonly id: string;
  readonly title: string;
  readonly examples: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly suggested: string | null;
  /** null: it is open. */
  readonly answer: string | null;
};

/** Answers by the id of their question. */
export type Answers = ReadonlyMap<string, string>;

/** Whether one still has to be answered before anything may be stored. */
export function isOpen(questions: readonly Pick<ToldQuestion, "answer">[]): boolean {
  return questions.some(({ answer }) => answer === null);
}
