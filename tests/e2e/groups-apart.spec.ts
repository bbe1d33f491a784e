import { randomUUID } from "node:crypto";

import { getDistricts } from "idn-area-data";

import { localDay } from "@/lib/base/time/time-zone";

import { expect, test } from "./fixtures";
import { readSheet } from "./support/csv";
import { sendReports, write } from "./support/interface";
import { readLebak } from "./support/lebak";
import { maxRetries } from "./support/session";

/** Kabupaten Lebak, Gebyar KLASIK II, 25 July 2024: who was counted (null: no count was given); served is ours. */
const groups = [
  ["baduta-stunting", "Baduta stunting", "child", 197, 171],
  ["balita-stunting", "Balita stunting", "child", 803, 588],
  ["bumil-kek", "Ibu hamil KEK dari KRS", "pregnantWoman", 84, 79],
  ["baduta-krs", "Baduta dari KRS", "child", 3_247, 1_893],
  ["balita-krs", "Balita dari KRS", "child", 12_605, 5_236],
  ["krs-air-minum", "KRS tanpa air minum layak", "family", 2_022, 412],
  ["krs-jamban", "KRS tanpa jamban layak", "family", 6_919, 858],
  ["krs-kb-modern", "KRS tanpa KB modern", "family", 12_637, 3_411],
  ["remaja-catin", "Remaja dan calon pengantin", "person", null, 321],
  ["miskin-ekstrem", "Keluarga miskin ekstrem", "family", 798, 640],
] as const;

const kecamatan = ["Warunggunung", "Kalanganyar", "Cileles", "Curugbitung", "Cikulur", "Sajira"];

/** What the ten groups would come to: everybody, everybody served, families, families served. */
const totals = /39\.312|13\.609|22\.376|5\.321/;

test("Gebyar KLASIK II: families are families, and no total of the ten groups anywhere @desktop", async ({
  page,
  admin,
  signIn,
}) => {
  const lebak = await readLebak();
  const districts = (await getDistricts()).filter(
    ({ regency_code, name }) => regency_code === lebak.code && kecamatan.includes(name),
  );
  const lokus = districts.flatMap(({ code }) =>
    lebak.villages.filter((village) => village.code.startsWith(`${code}.`)).slice(0, 4),
  );
  expect(lokus).toHaveLength(24);
  const today = localDay(new Date(), "Asia/Jakarta");
  const slug = `klasik-${randomUUID().slice(0, 8)}`;
  await write(admin, "POST", "/campaigns", {
    slug,
    name: "Gebyar KLASIK II",
    districtCode: lebak.code,
    startsOn: today,
    endsOn: today,
    timeZone: "Asia/Jakarta",
    reportCutOff: "23:59",
    isSample: true,
    decidingTargetSource: "local",
    noun: "family",
    act: "served",
    gives: "service",
    rounds: [{ number: 1, startsOn: today, endsOn: today }],
    interventions: [{ code: "LAYANAN", name: "Dilayani", coverageGoal: null, groupsAdd: false }],
    targetGroups: groups.map(([code, name, noun]) => ({ code, name, noun })),
    reportingUnits: lokus.map(({ code, name }) => ({
      code,
      name,
      kind: "village",
      regionCode: code,
    })),
    unitSets: districts.map((district) => ({
      ...{ kind: "lokus", code: district.code.replaceAll(".", "-"), name: district.name },
      units: lokus.map(({ code }) => code).filter((code) => code.startsWith(`${district.code}.`)),
    })),
  });
  // As the document has them: of the six kecamatan together.
  const ofLebak = { unit: lebak.code, intervention: "LAYANAN" };
  await write(admin, "PUT", `/campaigns/${slug}/target-populations`, {
    source: "local",
    asOf: today,
    rows: groups.flatMap(([targetGroup, , , people]) =>
      people === null ? [] : [{ ...ofLebak, targetGroup, people }],
    ),
  });
  await sendReports(admin, slug, [
    {
      ...{ unit: lokus[0]?.code ?? "", day: today },
      counts: groups.map(([targetGroup, , , , residents]) => ({
        ...{ intervention: "LAYANAN", targetGroup, residents },
      })),
    },
  ]);

  await signIn("admin");
  const main = page.getByRole("main");

  await test.step("the summary names each group, with its own people", async () => {
    await page.goto(`/ringkasan?kampanye=${slug}`);
    const jamban = main.getByRole("article", { name: "KRS tanpa jamban layak" });
    await expect(jamban).toContainText("858 dari 6.919 keluarga dilayani · 6.061 belum");
    const remaja = main.getByRole("article", { name: "Remaja dan calon pengantin" });
    await expect(remaja).toContainText("321 orang dilayani; jumlah sasaran belum ada");
    await expect(remaja).toContainText("–");
    await expect(main.getByText("Tidak ada jumlah.").first()).toBeVisible();
    await expect(main).not.toContainText(totals);
  });

  await test.step("so does the print", async () => {
    await page.emulateMedia({ media: "print" });
    await expect(
      page.getByText("858 dari 6.919 keluarga dilayani").filter({ visible: true }),
    ).toBeVisible();
    await expect(page.locator("body")).not.toContainText(totals);
    await page.emulateMedia({ media: "screen" });
  });

  await test.step("coverage is that of one group, the others stand beside it", async () => {
    await page.goto(`/cakupan?kampanye=${slug}`);
    const tabs = page.getByRole("navigation", { name: "Intervensi" });
    await expect(tabs.getByRole("link")).toHaveCount(10);
    await tabs.getByRole("link", { name: /^KRS tanpa jamban layak/ }).click();
    await page.waitForURL(/kelompok=krs-jamban/);
    await expect(page.locator("#tabel tfoot")).toContainText("6.919");
    await expect(main).not.toContainText(totals);
  });

  await test.step("and so does the file", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Unduh CSV kelompok ini", exact: true }).click(),
    ]);
    const { rows, text } = await readSheet(download, "kode");
    expect(new Set(rows.map((row) => row["kelompok"]))).toEqual(
      new Set(["KRS tanpa jamban layak"]),
    );
    expect(rows.at(-1)).toMatchObject({ sasaran: "6919", "belum terjangkau": "6061" });
    expect(text).not.toMatch(/39312|13609|22376|5321/);
  });

  await test.step("one file has all ten, each with a sum of its own, and no sum of them", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Unduh CSV semua kelompok", exact: true }).click(),
    ]);
    const { rows, text } = await readSheet(download, "kode");
    expect(
      rows
        .filter((row) => row["nama"] === "Jumlah")
        .map((row) => [row["kelompok"], row["sasaran"], row["dilayani"]]),
    ).toEqual(
      groups.map(([, name, , people, served]) => [
        name,
        people === null ? "" : String(people),
        String(served),
      ]),
    );
    expect(text).not.toMatch(/39312|13609|22376|5321/);
  });

  await test.step("nor has the API a total of groups", async () => {
    const answer = await page.request.get(`/api/v1/campaigns/${slug}/coverage`, { maxRetries });
    const text = await answer.text();
    const { total, notAdded } = JSON.parse(text) as {
      readonly total: readonly { readonly targetGroup: string | null }[];
      readonly notAdded: readonly unknown[];
    };
    expect(total.map(({ targetGroup }) => targetGroup)).toEqual(groups.map(([code]) => code));
    expect(total).toMatchObject(
      groups.map(([, , , targetPopulation, dosesAdministered]) => ({
        ...{ targetPopulation, dosesAdministered, coverageGoal: null },
      })),
    );
    expect(notAdded).toMatchObject([{ total: null }]);
    expect(text).not.toMatch(/39312|13609|22376|5321/);
  });

  await test.step("the 24 lokus are read by themselves", async () => {
    await page.goto(`/cakupan?kampanye=${slug}&kelompok=krs-jamban&per=lokus`);
    await expect(page.locator("#tabel tbody").getByRole("row")).toHaveCount(districts.length);
    await expect(page.locator("#tabel tfoot")).toContainText("6.919");
    await expect(main).not.toContainText(totals);
  });

  await test.step("entry has no sum across the columns", async () => {
    await page.goto(`/input?kampanye=${slug}`);
    await expect(page.getByRole("columnheader", { name: "Keadaan" })).toBeVisible();
    await expect(page.getByRole("columnheader", { name: "Semua kolom" })).toHaveCount(0);
    await expect(page.locator("input[value='5236']")).toBeVisible();
    const cut = await page
      .getByRole("textbox")
      .evaluateAll((fields) =>
        fields
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
          .map((field) => field.getAttribute("value")),
      );
    expect(cut).toEqual([]);
    await expect(main).not.toContainText(totals);
  });
});
