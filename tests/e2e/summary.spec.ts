import { formats } from "@/lib/base/i18n/format";

import { expect, test } from "./fixtures";
import { readCoverage } from "./support/interface";
import { pageWords, printed } from "./support/pdf";
import { seen } from "./support/seen";

const { count } = formats("id");

test.describe("the bupati's office, on day 18 of 31", () => {
  test.beforeEach(async ({ signIn }) => {
    await signIn("bupati.kapuas");
  });

  test("reads the answer first, then each intervention against its own goal", async ({ page }) => {
    await page.goto("/ringkasan");

    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Satu target tercapai (sembilan kecamatan belum), satu sesuai jalur, dua tertinggal.",
    );
    await expect(seen(page, "Hari ke-18 dari 31")).toBeVisible();
    await expect(seen(page, "Kekurangan terbesar: Campak-rubela (MR), 39.109 anak.")).toBeVisible();
    for (const { name, coverage, counts, running, goal } of [
      {
        name: "Campak-rubela (MR)",
        coverage: "49,0%",
        counts: "41.672 dari 85.032 anak",
        running: "52,1%",
        goal: "95%",
      },
      {
        name: "Polio tetes (OPV)",
        coverage: "48,0%",
        counts: "4.634 dari 9.654 anak",
        running: "43,9%",
        goal: "80%",
      },
      {
        name: "Polio suntik (IPV)",
        coverage: "38,4%",
        counts: "4.957 dari 12.911 anak",
        running: "43,9%",
        goal: "80%",
      },
      {
        name: "DPT-HB-Hib",
        coverage: "81,2%",
        counts: "4.207 dari 5.184 anak",
        running: "43,9%",
        goal: "80%",
      },
    ]) {
      const row = page.getByRole("article", { name });
      await expect(row.getByText(coverage, { exact: true })).toBeVisible();
      // The bar says in words what it draws.
      await expect(
        row.getByRole("img", {
          name: new RegExp(`^${coverage}, ${counts}, target ${goal}, seharusnya ${running}`),
        }),
      ).toBeVisible();
    }
  });

  test("is told how much a day is needed, and where this pace ends @phone", async ({ page }) => {
    await page.goto("/ringkasan");

    await expect(page.getByRole("article", { name: "Campak-rubela (MR)" })).toContainText(
      /Tertinggal\. Kurang 39\.109 anak\. Perlu 2\.9\d\d per hari, laju sekarang [\d.]+: dengan laju ini berakhir di \d+–\d+%\./,
    );
    // How much is needed starts at yesterday's sum: the demo's today grows with the hour at which it is made.
    await expect(page.getByRole("article", { name: "Polio tetes (OPV)" })).toContainText(
      /Sesuai jalur\. Kurang 3\.090 anak\. Perlu 23\d per hari, laju sekarang \d+: target dapat tercapai\./,
    );
    await expect(page.getByRole("article", { name: "DPT-HB-Hib" })).toContainText(
      "Tercapai. Target 80% terlampaui. 9 kecamatan masih di bawah target: teruskan sampai merata.",
    );
  });

  test("sees today beside a verdict that goes by yesterday, and who is not reached @phone", async ({
    page,
  }) => {
    await page.goto("/ringkasan");

    await expect(page.getByRole("article", { name: "Campak-rubela (MR)" })).toContainText(
      /43\.360 anak belum terjangkau · hari ini \+[\d.]+, belum lengkap/,
    );
  });

  test("asks for a day in the past, and comes back @desktop", async ({ page }) => {
    await page.goto("/ringkasan");
    const today = await page.getByLabel("Pada tanggal").inputValue();
    const past = new Date(Date.parse(`${today}T00:00:00Z`) - 3 * 86_400_000)
      .toISOString()
      .slice(0, 10);
    await page.getByLabel("Pada tanggal").fill(past);
    await page.getByRole("button", { name: "Lihat" }).click();

    await expect(page).toHaveURL(new RegExp(`tanggal=${past}`));
    await expect(page.getByText(/^Ringkasan pada \d+ /)).toBeVisible();
    await expect(seen(page, /Hari ke-15 dari 31/).first()).toBeVisible();
    await page.getByRole("link", { name: "Kembali ke hari ini" }).click();
    await expect(page).not.toHaveURL(/tanggal=/);
  });

  test("sees who holds the kabupaten back, in order of children needed @desktop", async ({
    page,
  }) => {
    await page.goto("/ringkasan");
    const parts = page.getByRole("region", { name: "Kecamatan dengan kekurangan terbesar" });
    const all = await parts.getByRole("row").allInnerTexts();
    const shown = all.slice(1).map((text) =>
      text
        .split(/\s*[\t\n]\s*/)
        .filter(Boolean)
        .slice(1, 3),
    );

    const { rows } = await readCoverage(page.request, "bian-kapuas", {
      by: "subdistrict",
      intervention: "MR",
    });
    const expected = rows
      .toSorted((a, b) => (b.needed ?? 0) - (a.needed ?? 0))
      .map((row) => [row.name, count(row.needed)]);
    expect(expected).toHaveLength(17);
    expect(shown).toEqual(expected);
  });

  test("sees how many reports the figures stand on", async ({ page }) => {
    await page.goto("/ringkasan");
    await expect(seen(page, /11 dari 17 kecamatan lengkap/)).toBeVisible();
    await expect(seen(page, /data s\.d\. \d{2}\.\d{2} WIB/)).toBeVisible();
    await expect(
      page.getByText("Mandau Talawang belum pernah lapor sejak hari ke-1."),
    ).toBeVisible();
    await expect(seen(page, /Sasaran: data riil Dinas Kesehatan per/)).toBeVisible();
  });

  test("goes from a kecamatan to its villages and back @desktop", async ({ page }) => {
    await page.goto("/ringkasan");
    await page.getByRole("rowheader").getByRole("link", { name: "Mantangai" }).click();
    await expect(page).toHaveURL(/\/cakupan\/62\.03\.09\?kampanye=bian-kapuas&intervensi=MR$/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Mantangai");

    await page.goBack();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Satu target tercapai");
  });

  test("chooses the intervention of the list in the address", async ({ page }) => {
    await page.goto("/ringkasan");
    await page
      .getByRole("navigation", { name: "Intervensi" })
      .getByRole("link", { name: "IPV" })
      .click();

    await expect(page).toHaveURL(/intervensi=IPV/);
    await expect(
      page.getByText("Polio suntik (IPV): anak yang masih kurang sampai target 80%"),
    ).toBeVisible();
  });

  test("prints one page of A4 that says DATA CONTOH at its top and at its foot @desktop", async ({
    page,
  }) => {
    await page.goto("/ringkasan");
    expect(await printed(page)).toEqual({ pages: 1, width: 595, height: 842 });

    await page.emulateMedia({ media: "print" });
    await expect(seen(page, "DATA CONTOH")).toBeVisible();
    expect(await pageWords(page, "foot")).toContain("DATA CONTOH");
    expect(await pageWords(page, "day")).toContain("hari ke-18 dari 31");
    await expect(seen(page, "41.672 dari 85.032").first()).toBeVisible();
    await expect(seen(page, "Arahan")).toBeVisible();
    await expect(page.getByRole("button").filter({ visible: true })).toHaveCount(0);
    await expect(page.getByRole("navigation").filter({ visible: true })).toHaveCount(0);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the same figures stand there", async ({ page, signIn }) => {
    await signIn("bupati.kapuas");
    await page.goto("/ringkasan");

    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Satu target tercapai (sembilan kecamatan belum), satu sesuai jalur, dua tertinggal.",
    );
    const { total } = await readCoverage(page.request, "bian-kapuas", { by: "subdistrict" });
    expect(total).toHaveLength(4);
    for (const { dosesAdministered, targetPopulation } of total) {
      const counts = `${count(dosesAdministered)} dari ${count(targetPopulation)} anak`;
      await expect(page.getByRole("img", { name: counts })).toBeVisible();
    }
    await page
      .getByRole("navigation", { name: "Intervensi" })
      .getByRole("link", { name: "OPV" })
      .click();
    await expect(page).toHaveURL(/intervensi=OPV/);
  });
});

test.describe("Gunung Mas 2022, as published", () => {
  const published = [
    ["Puskesmas Kurun", "70,1%"],
    // The paper misprinted 65,0.
    ["Puskesmas Tampang Tumbang Anjir", "63,6%"],
    ["Puskesmas Tewang Pajangan", "99,1%"],
    ["Puskesmas Kampuri", "99,6%"],
    ["Puskesmas Sepang", "96,7%"],
    // Printed 85,4; 3.751 of 4.395 are 85,3.
    ["Puskesmas Tewah", "85,3%"],
    ["Puskesmas Tumbang Miri", "119,3%"],
  ] as const;

  test("shows what the counts give, its source, and no mark of a sample", async ({
    page,
    signIn,
  }) => {
    await signIn("dinkes.gunungmas");
    await page.goto("/ringkasan?kampanye=bian-gunung-mas-2022");

    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Target tidak tercapai.");
    await expect(seen(page, "22.730 dari 27.730 anak").first()).toBeVisible();
    await expect(page.getByRole("link", { name: "KaltengOke, 1 September 2022" })).toHaveAttribute(
      "href",
      /^https:\/\/kaltengoke\.com\/2022\/09\/01\//,
    );
    await expect(page.getByText("CONTOH")).toHaveCount(0);
  });

  test("says each percentage beside its name @desktop", async ({ page, signIn }) => {
    await signIn("dinkes.gunungmas");
    for (const address of ["/ringkasan", "/cakupan"]) {
      await page.goto(address);
      for (const [name, coverage] of published) {
        await expect(page.getByRole("row", { name }).first()).toContainText(coverage);
      }
    }
    await expect(page.getByText("DATA CONTOH")).toHaveCount(0);
  });

  test("prints one page", async ({ page, signIn }) => {
    await signIn("dinkes.gunungmas");
    await page.goto("/ringkasan?kampanye=bian-gunung-mas-2022");
    expect(await printed(page)).toEqual({ pages: 1, width: 595, height: 842 });
  });
});

test("a day to look at is written in words, whatever order the browser writes it in", async ({
  page,
  signIn,
}) => {
  await signIn("dinkes.kapuas");
  await page.goto("/ringkasan?kampanye=bian-kapuas");
  await page.getByLabel("Pada tanggal").filter({ visible: true }).fill("2026-11-12");
  await expect(
    page.getByText("Kamis, 12 November 2026", { exact: true }).filter({ visible: true }),
  ).toBeVisible();
});
