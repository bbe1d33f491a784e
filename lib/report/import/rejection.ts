import type { useTranslations } from "next-intl";

import type { RowFault } from "@/lib/campaign/target-population/rejection";
import type { NamedUnit } from "@/lib/campaign/target-population/unit-lookup";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

/** Why a row is rejected. Each has two sentences under `tallyImport.rejections`: why, what to do. */
export type TallyRejectionCode =
  | RowFault
  | "noDay"
  | "dayOrder"
  | "dayOutsideRound"
  | "unitOutsideRound"
  | "notAsked"
  | "futureDay"
  | "residentsMissing"
  | "partsAlone"
  | "partNotAsked"
  | "recoveredAboveFound"
  | "zeroUnclear"
  | "zeroWithCounts"
  | "cumulativeFell"
  | "cumulativeChanged"
  | "laterDayStands"
  | "farAboveTarget"
  | "dayClosed"
  | "verifiedReport"
  | "unitNotReporting"
  | "campaignArchived";

export type Rejected = {
  readonly code: TallyRejectionCode;
  /** What the sentences name. */
  readonly params: Readonly<Record<string, string | number>>;
};

/** What the campaign remembers of a rejected row, for the findings of data quality. */
export type RejectionMemory = {
  readonly kind: "noSuchDay" | "cumulativeFell";
  /** null: the file named none that is known. */
  readonly unit: string | null;
  /** As the file wrote it. */
  readonly dayText: string;
  readonly detail: {
    readonly day?: CalendarDay;
    readonly intervention?: string;
    readonly targetGroup?: string;
    readonly before?: number;
    readonly value?: number;
  };
  /** `figuresText` of the row, where nothing else proves later that it was mended. */
  readonly figures?: string;
};

/** A fault of a row, with what a person needs to find it in the file. */
export type RowRejection = Rejected & {
  /** Row that the spreadsheet shows, from 1. */
  readonly line: number;
  /** The head of the column; a field's own name where the file has no such column. */
  readonly column: string;
  /** What stands in the cell; "" when it is empty. */
  readonly content: string;
  readonly place: string;
  /** Subdistrict of the place; "" when the place is not known. */
  readonly placeNote: string;
  readonly memory: RejectionMemory | null;
};

type RejectionText = ReturnType<typeof useTranslations<"tallyImport.rejections">>;

/** Why, and what to do, in the language of `t` (namespace `tallyImport.rejections`). */
export function tallyRejectionSentences(
  t: RejectionText,
  { code, params }: Rejected,
): { readonly why: string; readonly advice: string } {
  return { why: t(`${code}.why`, params), advice: t(`${code}.advice`, params) };
}

/** How a rejection tells its place: the unit when it is known, else the words of the file. */
export function rowPlaceWords(
  unit: NamedUnit | null,
  written: { readonly code: string; readonly name: string; readonly subdistrict: string },
): Pick<RowRejection, "place" | "placeNote"> {
  return unit
    ? { place: unit.name, placeNote: unit.subdistrictName }
    : { place: written.name || written.code, placeNote: written.subdistrict };
}
