import { describe, expect, it } from "vitest";

import { addresseeChoicesOf } from "@/lib/directive/addressee-choices";
import type { Addressee, Order } from "@/lib/directive/directive";
import { isOfGroup, readKindGroup } from "@/lib/directive/kind-group";
import { daysLate, followUpsOfDraft, matrixOf, oldestLate } from "@/lib/directive/matrix";
import { lateReminder } from "@/lib/directive/reminder";
import { noProgress } from "@/lib/directive/progress";

const order = (position: number, label: string, dueOn: string): Order => ({
  position,
  label,
  title: `Judul ${label}`,
  text: "Bunyi.",
  dueOn,
  measure: null,
  askedOf: [1, 2, 3],
});
const addressee = (position: number, kind: Addressee["kind"], name = ""): Addressee => ({
  position,
  kind,
  name,
  office: kind === "office" ? { code: "dinkes", name: "Dinas Kesehatan" } : null,
});

const asked = {
  orders: [order(1, "KESATU", "2026-06-17"), order(2, "KEDUA", "2026-05-15")],
  addressees: [
    addressee(1, "office", "Kepala Dinas Kesehatan"),
    addressee(2, "subdistricts"),
    addressee(3, "class", "Tokoh Agama"),
  ],
  cells: [
    { order: 1, addressee: 1, part: "doing", count: 1 },
    { order: 1, addressee: 2, part: "done", count: 2 },
    { order: 1, addressee: 2, part: "open", count: 15 },
    { order: 2, addressee: 1, part: "late", count: 1 },
    { order: 2, addressee: 2, part: "done", count: 12 },
    { order: 2, addressee: 2, part: "late", count: 4 },
    { order: 2, addressee: 2, part: "cannot", count: 1 },
  ],
} as const;
const today = "2026-06-04";

describe("the matrix", () => {
  const matrix = matrixOf(asked);

  it("has a cell for each order and addressee, and none where nothing is asked", () => {
    expect(matrix.rows.map(({ members }) => members)).toEqual([1, 17, 0]);
    expect(matrix.rows[1]?.cells).toEqual([
      { ...noProgress, done: 2, open: 15 },
      { ...noProgress, done: 12, late: 4, cannot: 1 },
    ]);
    expect(matrix.rows[2]?.cells).toEqual([null, null]);
  });

  it("adds its orders up, and who is asked once", () => {
    expect(matrix.sums).toEqual([
      { ...noProgress, doing: 1, done: 2, open: 15 },
      { ...noProgress, late: 5, done: 12, cannot: 1 },
    ]);
    expect(matrix.all).toEqual({ doing: 1, done: 14, open: 15, late: 5, cannot: 1 });
    expect(matrix.members).toBe(18);
  });

  it("is empty of a draft", () => {
    const draft = matrixOf({ ...asked, cells: [] });
    expect(draft.all).toEqual(noProgress);
    expect(draft.members).toBe(0);
  });
});

it.each([
  { dueOn: "2026-05-15", days: 20 },
  { dueOn: "2026-06-04", days: 0 },
  { dueOn: "2026-06-17", days: 0 },
])("what is due on $dueOn is $days days late", ({ dueOn, days }) => {
  expect(daysLate(dueOn, today)).toBe(days);
});

it("lists who is late by how long, then in the order of the directive", () => {
  const cells = [
    { order: 1, addressee: 3, part: "late", count: 1 },
    { order: 2, addressee: 1, part: "late", count: 1 },
    { order: 2, addressee: 2, part: "late", count: 4 },
    { order: 2, addressee: 3, part: "done", count: 1 },
  ] as const;
  const late = oldestLate({ ...asked, cells }, "2026-06-20");
  expect(late.map((each) => [each.order.label, each.addressee.position, each.late])).toEqual([
    ["KEDUA", 1, 1],
    ["KEDUA", 2, 4],
    ["KESATU", 3, 1],
  ]);
});

it("a draft becomes a request for each area of a whole class, and one for everybody else", () => {
  const areas = { subdistricts: 17, villages: 231 };
  const whole = { ...asked, addressees: [...asked.addressees, addressee(4, "villages")] };
  const orders = [{ ...order(1, "KESATU", today), askedOf: [1, 2, 3, 4] }];
  expect(followUpsOfDraft({ ...whole, orders }, areas)).toBe(1 + 17 + 1 + 231);
  expect(followUpsOfDraft({ ...whole, orders: [] }, areas)).toBe(0);
});

it("a reminder has a line for each who is late, with their orders", () => {
  const region = { code: "62.03.01", name: "Selat", within: "Kapuas" } as const;
  const village = { code: "62.03.01.1007", name: "Selat Hilir", within: "Selat" } as const;
  const text = lateReminder(
    {
      isSample: true,
      name: "Instruksi 443.51",
      title: "Penyelenggaraan BIAN",
      address: "https://cakupan.example/permintaan",
      from: "Dinas Kesehatan Kabupaten Kapuas",
    },
    { ...asked, addressees: [...asked.addressees, addressee(4, "villages")] },
    [
      { order: 2, addressee: 1, region: null },
      { order: 2, addressee: 2, region: region as never },
      { order: 1, addressee: 2, region: region as never },
      { order: 2, addressee: 4, region: village as never },
    ],
    "2026-06-20",
  );
  expect(text.split("\n")).toEqual([
    "DATA CONTOH",
    "",
    "Yth. Bapak/Ibu,",
    "",
    "Instruksi 443.51 tentang Penyelenggaraan BIAN: 4 permintaan sudah lewat batas dan belum kami terima kabar selesainya.",
    "",
    "- Kepala Dinas Kesehatan: KEDUA (batas 15 Mei 2026, lewat 36 hari)",
    "- Camat Selat: KEDUA (batas 15 Mei 2026, lewat 36 hari) dan KESATU (batas 17 Juni 2026, lewat 3 hari)",
    "- Lurah/Kepala Desa Selat Hilir (Kecamatan Selat): KEDUA (batas 15 Mei 2026, lewat 36 hari)",
    "",
    "Mohon dikabarkan di sini: https://cakupan.example/permintaan",
    "Bila ada kendala, mohon ditulis di jawabannya supaya dapat kami bantu.",
    "",
    "Terima kasih.",
    "Dinas Kesehatan Kabupaten Kapuas",
  ]);
});

it("an address narrows the list to kinds that are read together, or to nothing that it does not know", () => {
  const group = readKindGroup("instruksi");
  expect([isOfGroup("instruction", group), isOfGroup("letter", group)]).toEqual([true, true]);
  expect(isOfGroup("meeting", group)).toBe(false);
  expect(readKindGroup("semua")).toBeNull();
  expect(isOfGroup("commitment", null)).toBe(true);
});

it("a form offers offices that are open, and a closed one where a draft has it", () => {
  const office = (code: string, isClosed: boolean) => ({
    code,
    name: code,
    headTitle: null,
    isClosed,
  });
  const offices = [office("dinkes", true), office("dinsos", false), office("lama", true)];
  const areas = { subdistricts: 17, villages: 231 };
  const choices = addresseeChoicesOf(asked.addressees, offices, areas);
  expect(choices.offices.map(({ code, isTicked }) => [code, isTicked])).toEqual([
    ["dinkes", true],
    ["dinsos", false],
  ]);
  expect(choices.subdistricts).toEqual({ count: 17, isTicked: true });
  expect(choices.villages).toEqual({ count: 231, isTicked: false });
  expect(choices.classes).toBe("Tokoh Agama");
  expect(addresseeChoicesOf([], offices, areas).offices.map(({ code }) => code)).toEqual([
    "dinsos",
  ]);
});
