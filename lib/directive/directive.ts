import type { RegionCode } from "@/lib/base/region/code";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { OrderMeasure } from "./measure";

/** An instruction, the decisions of a meeting, a letter, or what somebody promised. */
export const directiveKinds = ["instruction", "meeting", "letter", "commitment"] as const;

export type DirectiveKind = (typeof directiveKinds)[number];

/** Whom an order can be addressed to: one office, each kecamatan, each village, or a class without a register. */
export const addresseeKinds = ["office", "subdistricts", "villages", "class"] as const;

export type AddresseeKind = (typeof addresseeKinds)[number];

/** What whoever is asked can say. */
export const answerStates = ["doing", "done", "cannot"] as const;

export type AnswerState = (typeof answerStates)[number];

/** Of a follow-up; "open": nobody has answered. */
export const followUpStates = ["open", ...answerStates] as const;

export type FollowUpState = (typeof followUpStates)[number];

/** What whoever asked can say of an answer. */
export const reviews = ["accepted", "returned"] as const;

export type Review = (typeof reviews)[number];

export type Directive = {
  readonly id: string;
  readonly kind: DirectiveKind;
  readonly number: string | null;
  readonly title: string;
  readonly day: CalendarDay;
  readonly issuer: string;
  readonly source: string | null;
  /** When it is looked at again. */
  readonly reviewOn: CalendarDay | null;
  /** false: a draft, which only those who manage it see. */
  readonly isIssued: boolean;
  /** Whether it is about the campaign of the screen; else about none. */
  readonly isOfCampaign: boolean;
  /** It is invented, or its answers are. */
  readonly isSample: boolean;
  readonly version: number;
};

export type Order = {
  readonly position: number;
  readonly label: string;
  readonly title: string;
  readonly text: string;
  readonly dueOn: CalendarDay;
  readonly measure: OrderMeasure | null;
  /** Positions of the addressees that it is asked of. */
  readonly askedOf: readonly number[];
};

export type Addressee = {
  readonly position: number;
  readonly kind: AddresseeKind;
  readonly name: string;
  /** The office itself, or the one through which a class is reached; null: none. */
  readonly office: { readonly code: string; readonly name: string } | null;
};

/** One order to one addressee. */
export type FollowUp = {
  readonly id: string;
  readonly order: number;
  readonly addressee: number;
  /** The kecamatan or village that is asked, with what it lies in; null where an office or a class is. */
  readonly region: {
    readonly code: RegionCode;
    readonly name: string;
    readonly within: string;
  } | null;
  readonly dueOn: CalendarDay;
  readonly state: FollowUpState;
  readonly review: Review | null;
  readonly version: number;
};

/**
 * "KESATU" … of an instruction, as laws number their orders; "1" … of everything else, and of an
 * instruction beyond the tenth.
 */
export function orderLabel(kind: DirectiveKind, position: number): string {
  const ordinals = [
    "KESATU",
    "KEDUA",
    "KETIGA",
    "KEEMPAT",
    "KELIMA",
    "KEENAM",
    "KETUJUH",
    "KEDELAPAN",
    "KESEMBILAN",
    "KESEPULUH",
  ];
  return (kind === "instruction" ? ordinals[position - 1] : undefined) ?? String(position);
}
