import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { localDay, localTime, timeZoneNames, type TimeZone } from "@/lib/base/time/time-zone";

import type { AnsweredFollowUp } from "./answered";
import type { Addressee, Order, Review } from "./directive";
import type { OrderMeasure, Measured } from "./measure";
import type { ProgressPart } from "./progress";

/** Columns of the file, in order. */
const directiveColumns = [
  "order",
  "title",
  "addressee",
  "office",
  "area",
  "within",
  "code",
  "due",
  "state",
  "review",
  "answer",
  "answeredBy",
  "answeredAt",
  "measure",
  "measured",
  "of",
] as const;

/** The words of the reader's language. */
type DirectiveCsvTexts = {
  readonly column: (name: (typeof directiveColumns)[number]) => string;
  readonly addressee: (addressee: Addressee) => string;
  readonly part: (part: ProgressPart) => string;
  readonly review: (review: Review) => string;
  readonly measure: (measure: OrderMeasure) => string;
  /** The line above everything where figures are invented; null: they are not. */
  readonly sample: string | null;
};

/**
 * Every follow-up of a directive as a row of a file.
 *
 * @param measuredOf what the figures say of one; null: nothing.
 */
export function directiveCsv(
  {
    orders,
    addressees,
  }: {
    readonly orders: readonly Order[];
    readonly addressees: readonly Addressee[];
  },
  followUps: readonly AnsweredFollowUp[],
  measuredOf: (
    measure: OrderMeasure,
    followUp: AnsweredFollowUp,
    addressee: Addressee,
  ) => Measured | null,
  zone: TimeZone,
  texts: DirectiveCsvTexts,
): (string | number | null)[][] {
  const rows = followUps.flatMap((followUp) => {
    const order = orders.find(({ position }) => position === followUp.order);
    const addressee = addressees.find(({ position }) => position === followUp.addressee);
    if (!order || !addressee) return [];
    const { region, review } = followUp;
    const measured = order.measure && measuredOf(order.measure, followUp, addressee);
    return [
      [
        order.label,
        order.title,
        texts.addressee(addressee),
        addressee.office?.name ?? null,
        region?.name ?? null,
        region?.within ?? null,
        region?.code ?? null,
        followUp.dueOn,
        texts.part(followUp.part),
        review && texts.review(review),
        followUp.answer,
        followUp.answeredBy,
        followUp.answeredAt === null ? null : hourOf(followUp.answeredAt, zone),
        order.measure && texts.measure(order.measure),
        measured?.done ?? null,
        measured?.of ?? null,
      ],
    ];
  });
  return [
    ...(texts.sample === null ? [] : [[texts.sample]]),
    directiveColumns.map(texts.column),
    ...rows,
  ];
}

export function directiveFileName(slug: string, day: CalendarDay): string {
  return `tindak-lanjut-${slug}-${day}.csv`;
}

function hourOf(at: string, zone: TimeZone): string {
  const moment = new Date(at);
  return `${localDay(moment, zone)} ${localTime(moment, zone)} ${timeZoneNames[zone]}`;
}
