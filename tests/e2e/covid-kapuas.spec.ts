import { randomUUID } from "node:crypto";

import type { APIRequestContext } from "@playwright/test";

import { expect, test } from "./fixtures";
import { readSheet } from "./support/csv";
import { readCoverage, sendReports, write } from "./support/interface";
import { maxRetries } from "./support/session";
import { shareOut } from "./support/share";

/** COVID-19 in Kapuas, as bakabar.com of 8 November 2021 and baritoinfo.com of 5 April 2022 have it. */
const doses = ["DOSIS-1", "DOSIS-2", "BOOSTER"] as const;
const until = [
  { day: "2021-11-08", counts: [126_339, 59_191, 0] },
  { day: "2022-04-05", counts: [298_376, 245_480, 15_457] },
] as const;

const plan = {
  name: "Vaksinasi COVID-19",
  ...{ startsOn: "2021-10-05", endsOn: "2022-05-31", timeZone: "Asia/Jakarta" },
  ...{ reportCutOff: "23:59", isSample: true, decidingTargetSource: "local" },
  ...{ noun: "person", act: "vaccinated", gives: "dose", rhythm: "sessions" },
  rounds: [{ number: 1, startsOn: "2021-10-05", endsOn: "2022-05-31" }],
  interventions: [
    { code: "DOSIS-1", name: "Dosis 1", shortName: "Dosis 1", coverageGoal: "0.70" },
    {
      ...{ code: "DOSIS-2", name: "Dosis 2", shortName: "Dosis 2", coverageGoal: "0.70" },
      follows: "DOSIS-1",
    },
    {
      ...{ code: "BOOSTER", name: "Booster", shortName: "Booster", coverageGoal: null },
      follows: "DOSIS-2",
    },
  ],
  gates: [
    {
      code: "booster",
      name: "Booster",
      terms: [
        { intervention: "DOSIS-1", atLeast: "0.70" },
        { intervention: "DOSIS-2", atLeast: "0.60" },
      ],
    },
  ],
  targetGroups: [{ code: "umum", name: "Sasaran vaksinasi" }],
};

/** One figure of the kabupaten for each dose, from a day on. */
async function loadTarget(
  admin: APIRequestContext,
  slug: string,
  target: { readonly unit: string; readonly people: number; readonly from: string },
) {
  await write(admin, "PUT", `/campaigns/${slug}/target-populations`, {
    source: "local",
    asOf: target.from,
    inForceFrom: target.from,
    rows: doses.map((intervention) => ({
      ...{ unit: target.unit, people: target.people, intervention, targetGroup: "umum" },
    })),
  });
}

test("COVID Kapuas: 93.0 % of 5 April stay when another target population is loaded from 1 May on @desktop", async ({
  page,
  admin,
  newKabupaten,
  officeOf,
  signIn,
}) => {
  const kabupaten = await newKabupaten();
  const villages = kabupaten.villages.slice(0, 6);
  const slug = `covid-${randomUUID().slice(0, 8)}`;
  await write(admin, "POST", "/campaigns", {
    ...{ ...plan, slug, districtCode: kabupaten.code },
    reportingUnits: villages.map(({ code, name }) => ({
      ...{ code, name, kind: "village", regionCode: code },
    })),
  });
  const unit = kabupaten.code;
  await loadTarget(admin, slug, { unit, people: 320_576, from: "2021-10-05" });
  await loadTarget(admin, slug, { unit, people: 320_760, from: "2022-04-05" });
  for (const [part, { day, counts }] of until.entries()) {
    const before = until[part - 1]?.counts ?? [0, 0, 0];
    const shares = counts.map((sum, dose) => shareOut(sum - (before[dose] ?? 0), villages.length));
    const report = ({ code }: (typeof villages)[number], index: number) => ({
      unit: code,
      day,
      counts: doses.map((intervention, dose) => ({
        ...{ intervention, targetGroup: "umum", residents: shares[dose]?.[index] ?? 0 },
      })),
    });
    await sendReports(admin, slug, villages.map(report));
  }
  await signIn(await officeOf({ kabupaten }));
  const main = page.getByRole("main");
  const figure = (name: string) => main.getByRole("article", { name });
  const on = async (day: string) => {
    await page.goto(`/ringkasan?kampanye=${slug}&tanggal=${day}`);
  };
  const gate = main.getByRole("region", { name: "Gerbang" });
  const fifthOfApril = async () => {
    await on("2022-04-05");
    await expect(figure("Dosis 1")).toContainText("93,0%");
    await expect(figure("Dosis 1")).toContainText("298.376 dari 320.760 orang");
    // Of its kecamatan nobody knows: they have no figure of their own.
    await expect(figure("Dosis 1")).not.toContainText("di bawah target");
    await expect(figure("Dosis 2")).toContainText("76,5%");
    await expect(figure("Booster")).toContainText("4,8%");
    await expect(gate).toContainText("Booster: terbuka");
    await expect(gate).toContainText("Dosis 1 paling sedikit 70%: 93,0% (298.376 dari 320.760)");
    await expect(gate).toContainText("Dosis 2 paling sedikit 60%: 76,5% (245.480 dari 320.760)");
    await expect(gate.getByRole("img", { name: "terpenuhi", exact: true })).toHaveCount(2);
  };

  await test.step("8 November is divided by its own figure, and the booster waits", async () => {
    await on("2021-11-08");
    await expect(figure("Dosis 1")).toContainText("126.339 dari 320.576 orang");
    await expect(figure("Dosis 1")).toContainText("39,4%");
    await expect(gate).toContainText("Booster: belum terbuka");
    await expect(gate.getByRole("img", { name: "belum terpenuhi" })).toHaveCount(2);
  });

  await test.step("5 April has 93.0, 76.5 and 4.8 %, and the booster is open", fifthOfApril);

  await test.step("a place with more of dose 2 than of dose 1 is found", async () => {
    // Ours: more of dose 2 in one village than it had of dose 1.
    const village = villages[0];
    await sendReports(admin, slug, [
      {
        ...{ unit: village?.code ?? "", day: "2022-04-20" },
        counts: [
          { intervention: "DOSIS-1", targetGroup: "umum", residents: 0 },
          { intervention: "DOSIS-2", targetGroup: "umum", residents: 10_000 },
        ],
      },
    ]);
    await page.goto(`/mutu?kampanye=${slug}`);
    const finding = page
      .getByRole("listitem")
      .filter({ has: page.getByRole("heading", { level: 4 }) })
      .filter({ hasText: /padahal Dosis 1/ });
    await expect(finding).toHaveCount(1);
    await expect(finding).toContainText(String(village?.name));
  });

  await test.step("323,802 from 1 May on change that day, and not 5 April", async () => {
    await loadTarget(admin, slug, { unit, people: 323_802, from: "2022-05-01" });
    await fifthOfApril();
    await on("2022-05-01");
    await expect(figure("Dosis 1")).toContainText("298.376 dari 323.802 orang");
    await expect(figure("Dosis 1")).toContainText("92,1%");
  });

  await test.step("nor does the coverage screen of that day, its file, nor the API", async () => {
    await page.goto(`/cakupan?kampanye=${slug}&sampai=2022-04-05`);
    await expect(page.locator("#tabel tfoot")).toContainText("93,0%");
    await expect(page.locator("#tabel tfoot")).toContainText("320.760");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Unduh CSV" }).click(),
    ]);
    const { rows } = await readSheet(download, "kode");
    expect(rows.at(-1)).toMatchObject({ sasaran: "320760", "cakupan (%)": "93,02" });
    const answer = await page.request.get(`/api/v1/campaigns/${slug}/coverage`, {
      params: { asOf: "2022-04-05" },
      maxRetries,
    });
    expect(await answer.json()).toMatchObject({
      total: [320_760, 320_760, 320_760].map((targetPopulation) => ({ targetPopulation })),
      gates: [{ code: "booster", isOpen: true }],
    });
  });

  await test.step("each day of the trend is divided by the figure of that day", async () => {
    const of = async (asOf: string) => (await readCoverage(page.request, slug, { asOf })).total[0];
    expect(await of("2021-11-08")).toMatchObject({ targetPopulation: 320_576 });
    expect(await of("2022-04-04")).toMatchObject({ targetPopulation: 320_576 });
    expect(await of("2022-04-30")).toMatchObject({ targetPopulation: 320_760 });
    expect(await of("2022-05-01")).toMatchObject({ targetPopulation: 323_802 });
    await page.goto(`/cakupan?kampanye=${slug}&intervensi=DOSIS-1&sampai=2022-05-01`);
    await main.getByText("Lihat sebagai tabel").first().click();
    await expect(main.getByRole("row", { name: /^8 Nov/ })).toContainText("39,4%");
    await expect(main.getByRole("row", { name: /^5 Apr/ })).toContainText("93,0%");
    await expect(main.getByRole("row", { name: /^1 Mei/ })).toContainText("92,1%");
  });
});
