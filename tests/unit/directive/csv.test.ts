import { expect, it } from "vitest";

import { regionCode } from "@/lib/base/region/code";
import { toCsv } from "@/lib/base/spreadsheet/csv";
import { directiveCsv, directiveFileName } from "@/lib/directive/csv";
import type { FrozenFigures } from "@/lib/directive/frozen";
import { thenNow } from "@/lib/directive/then-now";

const asked = {
  orders: [
    {
      position: 1,
      label: "KEEMPAT",
      title: "Jangkau pelosok",
      text: "Memfasilitasi.",
      dueOn: "2026-05-30",
      measure: { kind: "completeness" },
      askedOf: [8],
    },
  ],
  addressees: [{ position: 8, kind: "subdistricts", name: "", office: null }],
} as const;
const followUp = {
  id: "7b1f1f3e-6f0d-4d5e-9a53-5b2f0d1c9a10",
  order: 1,
  addressee: 8,
  region: { code: regionCode.parse("62.03.11"), name: "Mantangai", within: "Kapuas" },
  dueOn: "2026-05-30",
  state: "done",
  part: "done",
  review: "returned",
  version: 3,
  answer: '=HYPERLINK("http://jahat.example")',
  answeredAt: "2026-05-29T09:05:00Z",
  answeredBy: "Camat Mantangai",
} as const;
const texts = {
  column: (name: string) => name,
  addressee: () => "Seluruh camat",
  part: (part: string) => part,
  review: (review: string) => review,
  measure: () => "Kelengkapan laporan",
};

it("a file has a row for each follow-up, with its answer and what is measured of it", () => {
  const measured = { done: 11, of: 18, goal: null };
  const rows = directiveCsv(asked, [followUp], () => measured, "Asia/Jakarta", {
    ...texts,
    sample: null,
  });
  expect(rows[0]?.[0]).toBe("order");
  expect(rows.slice(1)).toEqual([
    [
      "KEEMPAT",
      "Jangkau pelosok",
      "Seluruh camat",
      null,
      "Mantangai",
      "Kapuas",
      "62.03.11",
      "2026-05-30",
      "done",
      "returned",
      followUp.answer,
      "Camat Mantangai",
      "2026-05-29 16:05 WIB",
      "Kelengkapan laporan",
      11,
      18,
    ],
  ]);
  expect(toCsv(rows)).toContain("'=HYPERLINK");
});

it("says of invented figures that they are, and leaves empty what is not known", () => {
  const rows = directiveCsv(
    asked,
    [{ ...followUp, region: null, answer: null, answeredAt: null, answeredBy: null, review: null }],
    () => null,
    "Asia/Jakarta",
    { ...texts, sample: "DATA CONTOH" },
  );
  expect(rows[0]).toEqual(["DATA CONTOH"]);
  expect(rows[2]?.slice(4)).toEqual([
    ...[null, null, null, "2026-05-30", "done", null, null, null, null],
    ...["Kelengkapan laporan", null, null],
  ]);
  expect(directiveFileName("bian-kapuas", "2026-06-04")).toBe(
    "tindak-lanjut-bian-kapuas-2026-06-04.csv",
  );
});

it("sets figures of then beside the same ones of now, and leaves out what is no more", () => {
  const figure = (intervention: string, doses: number) => ({
    intervention,
    targetGroup: null,
    doses,
    targetPopulation: 100,
    needed: null,
    neededPerDay: null,
    daysLeft: null,
    pace: null,
  });
  const at = (...figures: FrozenFigures["figures"]): FrozenFigures => ({
    day: "2026-06-01",
    at: "2026-06-01T00:00:00Z",
    reports: { received: 1, due: 2 },
    figures,
    stages: [],
    indicators: [],
  });
  const pairs = thenNow(at(figure("MR", 5), figure("LAMA", 1)), at(figure("MR", 9)));
  expect(
    pairs.map(({ before, after }) => [before.intervention, before.doses, after.doses]),
  ).toEqual([["MR", 5, 9]]);
});
