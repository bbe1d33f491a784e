import { formats } from "@/lib/base/i18n/format";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { Addressee, FollowUp, Order } from "./directive";
import { daysLate } from "./matrix";

/** What a reminder says beside who is late. */
type About = {
  readonly isSample: boolean;
  /** "Instruksi 443.51/686/DINKES Tahun 2022" */
  readonly name: string;
  readonly title: string;
  /** Where it is answered. */
  readonly address: string;
  /** Who asks: "Dinas Kesehatan Kabupaten Kapuas". */
  readonly from: string;
};

/**
 * A reminder to copy, for all that are late: a line for each of whom something is asked, with their
 * orders. It speaks Indonesian whatever language the screen has, because its readers do.
 */
export function lateReminder(
  about: About,
  asked: { readonly orders: readonly Order[]; readonly addressees: readonly Addressee[] },
  late: readonly Pick<FollowUp, "order" | "addressee" | "region">[],
  today: CalendarDay,
): string {
  const format = formats("id");
  const ordersOf = new Map<string, string[]>();
  for (const followUp of late) {
    const order = asked.orders.find(({ position }) => position === followUp.order);
    const addressee = asked.addressees.find(({ position }) => position === followUp.addressee);
    if (!order || !addressee) continue;
    const name = nameOf(addressee, followUp.region);
    const days = format.count(daysLate(order.dueOn, today));
    const said = `${order.label} (batas ${format.day(order.dueOn)}, lewat ${days} hari)`;
    ordersOf.set(name, [...(ordersOf.get(name) ?? []), said]);
  }
  return [
    ...(about.isSample ? ["DATA CONTOH"] : []),
    "Yth. Bapak/Ibu,",
    `${about.name} tentang ${about.title}: ${format.count(late.length)} permintaan sudah lewat batas dan belum kami terima kabar selesainya.`,
    [...ordersOf].map(([name, orders]) => `- ${name}: ${format.list(orders)}`).join("\n"),
    `Mohon dikabarkan di sini: ${about.address}\nBila ada kendala, mohon ditulis di jawabannya supaya dapat kami bantu.`,
    `Terima kasih.\n${about.from}`,
  ].join("\n\n");
}

function nameOf({ kind, name }: Addressee, region: FollowUp["region"]): string {
  if (region === null) return name;
  return kind === "subdistricts"
    ? `Camat ${region.name}`
    : `Lurah/Kepala Desa ${region.name} (Kecamatan ${region.within})`;
}
