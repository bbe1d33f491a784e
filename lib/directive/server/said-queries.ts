import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import type { AnsweredFollowUp, SaidShort } from "@/lib/directive/answered";
import type { Addressee } from "@/lib/directive/directive";
import { isShort, type Measured, type MeasuredPlace } from "@/lib/directive/measure";

import { readMeasures } from "./measure-queries";
import { type WholeDirective } from "./directive-queries";
import { listFollowUps } from "./follow-up-queries";

/** More rows than any kabupaten asks of its villages at once: a whole list is read as one page. */
export const wholeList = 50_000;

/** Where a follow-up is measured: in its area, or in what the office of its addressee holds. */
export function measuredPlaceOf(followUp: AnsweredFollowUp, addressee: Addressee): MeasuredPlace {
  return { region: followUp.region?.code ?? null, office: addressee.office?.code ?? null };
}

/**
 * What is said to be done while its measure is short of what is asked, the least done first; villages, of
 * which there are hundreds, behind all others.
 */
export async function readSaidShort(
  grants: { readonly manage: Grant<"directive:manage">; readonly read: Grant<"coverage:read"> },
  campaign: Campaign,
  { directive, orders, addressees }: WholeDirective,
  today: CalendarDay,
): Promise<SaidShort[]> {
  const measurable = orders.filter(({ measure }) => measure !== null);
  if (!directive.isOfCampaign || measurable.length === 0) return [];
  const key = { district: campaign.districtCode, id: directive.id };
  const done = await Promise.all(
    measurable.map(({ position }) =>
      listFollowUps(
        grants.manage,
        key,
        { order: position, part: "done" },
        { today, page: 1, perPage: wholeList },
      ),
    ),
  );
  const asked = done.flat().flatMap((followUp) => {
    const order = measurable.find(({ position }) => position === followUp.order);
    const addressee = addressees.find(({ position }) => position === followUp.addressee);
    return order?.measure && addressee
      ? [
          {
            followUp,
            order,
            addressee,
            measure: order.measure,
            place: measuredPlaceOf(followUp, addressee),
          },
        ]
      : [];
  });
  if (asked.length === 0) return [];
  const measureOf = await readMeasures(grants.read, campaign, today, asked);
  return asked
    .flatMap(({ followUp, order, addressee, measure, place }) => {
      const measured = measureOf(measure, place);
      return measured && isShort(measured) ? [{ followUp, order, addressee, measured }] : [];
    })
    .toSorted(
      (a, b) =>
        Number(isVillage(a)) - Number(isVillage(b)) || share(a.measured) - share(b.measured),
    );
}

/** What the figures of the whole kabupaten say of each order that has a measure, by its position. */
export async function measureOrders(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  { directive, orders }: Pick<WholeDirective, "directive" | "orders">,
  today: CalendarDay,
): Promise<ReadonlyMap<number, Measured>> {
  const place: MeasuredPlace = { region: null, office: null };
  const asked = orders.flatMap(({ position, measure }) =>
    measure === null ? [] : [{ position, measure, place }],
  );
  if (!directive.isOfCampaign || asked.length === 0) return new Map();
  const measureOf = await readMeasures(grant, campaign, today, asked);
  return new Map(
    asked.flatMap(({ position, measure }) => {
      const measured = measureOf(measure, place);
      return measured ? [[position, measured] as const] : [];
    }),
  );
}

function isVillage({ addressee }: SaidShort): boolean {
  return addressee.kind === "villages";
}

function share({ done, of }: Measured): number {
  return of === 0 ? 0 : done / of;
}
