import { expect, test } from "./fixtures";
import { readSheet } from "./support/csv";

test("areas of puskesmas are pasted, and every table is read by them @desktop", async ({
  page,
  signIn,
  newCampaign,
  officeOf,
}) => {
  const campaign = await newCampaign();
  const [first, second, third, fourth] = campaign.villages;
  const [, , , , neighbour = first] = campaign.units;
  await campaign.reportAll(
    [first, second, third, fourth, neighbour].map((unit, index) => ({
      unit,
      day: campaign.today,
      counts: [10 * (index + 1), 0],
    })),
  );
  await signIn(await officeOf(campaign));
  await page.goto(`/kampanye/${campaign.slug}?kampanye=${campaign.slug}`);

  // A village that there is not stops everything, and is told by its line.
  const lines = page.locator("#unitSets");
  const areas = [`Melati;${first.code}`, `Melati;${neighbour.code}`, `Sei Tatas;${second.code}`];
  await lines.fill([...areas, "Sei Tatas;Desa Tidak Ada"].join("\n"));
  await page.getByRole("button", { name: "Simpan perubahan" }).click();
  await expect(
    page.getByRole("alert").filter({ hasText: "Wilayah puskesmas, baris 4" }),
  ).toBeVisible();
  await lines.fill(areas.join("\n"));
  await expect(page.getByText("2 kelompok, 3 unit terbaca.")).toBeVisible();
  await page.getByRole("button", { name: "Simpan perubahan" }).click();
  await page.getByRole("textbox", { name: "Alasan" }).fill("Wilayah kerja menurut SK");
  await page.getByRole("button", { name: "Simpan perubahan ini" }).click();
  await expect(page.getByText("Perubahan disimpan.")).toBeVisible();
  await expect(lines).toHaveValue(new RegExp(`Melati; ${first.name}|Melati; ${first.code}`));

  // 10 + 50 of Melati, which lies in two kecamatan; 20 of Sei Tatas; 30 + 40 outside.
  await page.goto(campaign.at("/cakupan"));
  const grouping = page.getByRole("navigation", { name: "Dikelompokkan per" });
  await grouping.getByRole("link", { name: "Puskesmas", exact: true }).click();
  await expect(grouping.getByRole("link", { name: "Puskesmas", exact: true })).toHaveAttribute(
    "aria-current",
    "true",
  );
  const table = page.locator("#tabel");
  for (const [name, percent] of [
    ["Melati", "30,0%"],
    ["Sei Tatas", "20,0%"],
    ["Di luar puskesmas", "35,0%"],
  ] as const) {
    await expect(table.getByRole("row", { name: new RegExp(`^${name}`) })).toContainText(percent);
  }
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Unduh CSV" }).click(),
  ]);
  const sheet = await readSheet(download, "kode");
  expect(sheet.rows.map((row) => [row["nama"], row["diimunisasi"]])).toEqual([
    ["Melati", "60"],
    ["Sei Tatas", "20"],
    ["Di luar puskesmas", "70"],
    ["Jumlah", "150"],
  ]);

  await table.getByRole("link", { name: "Melati", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Melati");
  await expect(page.getByRole("navigation", { name: "Letak halaman ini" })).toContainText(
    "Puskesmas",
  );
  await expect(table.getByRole("link", { name: neighbour.name, exact: true })).toBeVisible();
  await expect(table.getByRole("link", { name: third.name, exact: true })).toHaveCount(0);

  await page.goto(campaign.at("/kelengkapan"));
  await grouping.getByRole("link", { name: "Puskesmas", exact: true }).click();
  await expect(page.getByRole("link", { name: "Sei Tatas", exact: true }).first()).toBeVisible();

  await page.goto(campaign.at("/ringkasan?per=puskesmas"));
  await expect(page.getByRole("link", { name: "Di luar puskesmas", exact: true })).toBeVisible();
});
