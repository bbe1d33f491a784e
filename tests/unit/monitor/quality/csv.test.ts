import { createTranslator } from "next-intl";
import { expect, test } from "vitest";

import { goalOf } from "@/tests/support/goals";
import { formats } from "@/lib/base/i18n/format";
import { catalogues } from "@/lib/base/i18n/messages";
import { aboveTarget } from "@/lib/monitor/quality/coverage-rules";
import { qualityCsv } from "@/lib/monitor/quality/csv";
import { unusualDay } from "@/lib/monitor/quality/day-rules";
import type { Finding } from "@/lib/monitor/quality/finding";
import { reviewedFacts, reviewed } from "@/lib/monitor/quality/server/review";
import { statedTotalFindings } from "@/lib/monitor/quality/total-rules";
import { findingWords } from "@/lib/monitor/quality/words";

import { selat, series } from "./series";
import { childrenCounted } from "@/tests/support/wording";

const campaign = {
  isSample: true,
  timeZone: "Asia/Jakarta",
  districtName: "Kabupaten Kapuas",
  interventions: [
    {
      code: "MR",
      name: "Campak-rubela (MR)",
      shortName: "MR",
      goals: goalOf("0.95"),
      ...childrenCounted.intervention,
      targetGroups: ["9-59-bulan"],
    },
  ],
  gates: [],
  targetGroups: [{ code: "9-59-bulan", name: "9–59 bulan", ...childrenCounted.group }],
  usualDeviations: 3,
  mostTargetShare: 0.35,
} as const;

const findings = [
  ...aboveTarget([series([1_895])], () => 1_588),
  ...statedTotalFindings([
    {
      id: "a",
      place: null,
      intervention: "MR",
      day: "2022-04-05",
      isCumulative: true,
      doses: 298_376,
      source: "baritoinfo.com",
      parts: [{ targetGroup: "9-59-bulan", doses: 299_373 }],
    },
  ]),
];

function rows(isSample: boolean, of: readonly Finding[] = findings) {
  const t = createTranslator({ locale: "id", messages: catalogues.id, namespace: "quality" });
  const [above] = findings;
  const note = {
    rule: "aboveTarget",
    subject: selat.code,
    facts: above ? reviewedFacts(above) : "",
    note: "Sasaran lama.",
    notedBy: "Dinas Kesehatan",
    notedAt: new Date("2026-06-04T17:30:00Z"),
  };
  return qualityCsv(
    { ...campaign, isSample },
    reviewed(of, [note]),
    findingWords(t, formats("id"), campaign),
    {
      sample: t("csv.sample"),
      column: (name) => t(`csv.columns.${name}`),
      state: (state) => t(`states.${state}`),
      resolver: (resolver) => t(`resolvers.${resolver}`),
    },
  );
}

test("a finding is a row, with its evidence in words and what was said of it", () => {
  expect(rows(false).slice(1)).toEqual([
    [
      "Cakupan di atas 100%",
      "Dijelaskan",
      "Selat",
      "62.03.01.1007",
      "Selat Hilir",
      null,
      "MR 9–59 bulan: 1.895 dari 1.588 sasaran (119,3%), lebih 307",
      "Dinas Kesehatan",
      "Sasaran lama.",
      "Dinas Kesehatan",
      "2026-06-05 00:30",
    ],
    [
      "Total tidak cocok",
      "Terbuka",
      null,
      null,
      "Seluruh Kabupaten Kapuas",
      "2022-04-05",
      "MR: diumumkan 298.376, jumlah kelompok 299.373, selisih +997 (baritoinfo.com); MR 9–59 bulan: 299.373",
      "Dinas Kesehatan",
      null,
      null,
      null,
    ],
  ]);
});

test("a finding for a camat, who does not see it, says who passes it on", () => {
  const low = unusualDay([series([60, 63, 57, 61, 6])], 3, {
    peopleOf: () => null,
    isFullDay: () => true,
  });
  expect(rows(false, low)[1]).toEqual([
    "Jauh dari biasanya",
    "Terbuka",
    "Selat",
    "62.03.01.1007",
    "Selat Hilir",
    "2026-05-22",
    "MR 9–59 bulan: jauh di bawah biasanya: 6, biasanya sekitar 61, batas bawah 21",
    "Camat, lewat Dinas Kesehatan",
    null,
    null,
    null,
  ]);
});

test("invented figures say so above everything", () => {
  expect(rows(true)[0]?.[0]).toMatch(/^DATA CONTOH/);
  expect(rows(false)[0]?.[0]).toBe("Aturan");
});
