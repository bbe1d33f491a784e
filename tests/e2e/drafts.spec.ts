import type { Page } from "@playwright/test";

import { expect, test } from "./fixtures";
import { expectStep, fillDays, fillRound, onward, startFrom } from "./support/set-up";

const back = "Isian Anda yang belum disimpan dikembalikan.";

test("a campaign that is begun is saved by itself, and there again until it is thrown away @desktop", async ({
  page,
  newKabupaten,
  officeOf,
  signIn,
}) => {
  await signIn(await officeOf({ kabupaten: await newKabupaten() }));
  await startFrom(page, "PIN Polio");
  const saved = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.getByLabel("Nama kampanye").fill("PIN setengah jadi");
  await saved;
  await page.reload();
  await expect(page.getByLabel("Nama kampanye")).toHaveValue("PIN setengah jadi");

  // Another step may be opened at any time, whatever is wrong in this one.
  const rail = page.getByRole("navigation", { name: "Langkah menyiapkan kampanye" });
  await rail.getByRole("button", { name: /^Putaran dan kalender/ }).click();
  await expectStep(page, "Putaran dan kalender");
  await expect(rail.getByRole("button", { name: /^Umum/ })).toContainText("2 isian belum benar");
  await fillRound(page, 2, "2027-01-11", "2027-01-17");
  await page.getByRole("button", { name: "Kelompok", exact: true }).click();
  await expectStep(page, "Kelompok");

  await page.goto("/kampanye");
  const draft = page.getByRole("region", { name: "Konsep Anda" }).getByRole("listitem");
  await draft.getByRole("link", { name: "PIN setengah jadi" }).click();
  await rail.getByRole("button", { name: /^Putaran dan kalender/ }).click();
  const round = page.getByRole("group", { name: "Putaran 2" });
  await expect(round.getByLabel("Mulai")).toHaveValue("2027-01-11");

  await page.goto("/kampanye");
  await draft.getByText("Buang konsep", { exact: true }).click();
  await draft.getByRole("button", { name: "Ya, buang konsep ini" }).click();
  await expect(page.getByText("Konsep dibuang.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Konsep Anda" })).toHaveCount(0);
});

test("what is typed just before a link is followed is there on the way back @desktop", async ({
  page,
  newKabupaten,
  officeOf,
  signIn,
}) => {
  await signIn(await officeOf({ kabupaten: await newKabupaten() }));
  await startFrom(page, "PIN Polio");
  await page.getByLabel("Nama kampanye").fill("Diketik sebelum pergi");
  const saved = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.getByRole("link", { name: "Kampanye", exact: true }).first().click();
  await page.waitForURL("**/kampanye");
  await saved;
  await page.goBack();
  const name = page.getByLabel("Nama kampanye");
  await expect(name).toHaveValue("Diketik sebelum pergi");

  // Back and forward lead away as well.
  await name.fill("Diketik sebelum mundur");
  const savedAgain = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.goForward();
  await savedAgain;
  await page.goBack();
  await expect(name).toHaveValue("Diketik sebelum mundur");
});

test("without a signal what is typed stays on the page, and is saved once there is one @desktop", async ({
  page,
  context,
  newKabupaten,
  officeOf,
  signIn,
  expectIncident,
}) => {
  await signIn(await officeOf({ kabupaten: await newKabupaten() }));
  await startFrom(page, "PIN Polio");
  expectIncident("network");
  expectIncident("console.error");
  await context.setOffline(true);
  const name = page.getByLabel("Nama kampanye");
  await name.fill("Diketik tanpa sinyal");
  await expect(page.getByText(/^Belum tersimpan: server tidak terjangkau/)).toBeVisible();
  await expect(name).toHaveValue("Diketik tanpa sinyal");
  await page.getByRole("button", { name: "Simpan, lanjut ke Wilayah dan unit" }).click();
  await expect(page.getByText(/^Belum tersimpan: server tidak terjangkau/)).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/^Konsep tersimpan/)).toBeVisible();
  await page.reload();
  await expect(name).toHaveValue("Diketik tanpa sinyal");
});

test("a preset fills what is empty and asks before it replaces what was typed @desktop", async ({
  page,
  newKabupaten,
  officeOf,
  signIn,
}) => {
  const kabupaten = await newKabupaten();
  await signIn(await officeOf({ kabupaten }));
  await startFrom(page, "Isi sendiri");
  await page.getByLabel("Nama kampanye").fill("Kejar imunisasi");
  await onwardByRail(page, "Kelompok");
  await fillFrom(page, "BIAN");
  const asked = page.getByRole("region", { name: "Isi dari “BIAN”" });
  await expect(asked.getByRole("checkbox")).toHaveCount(1);
  await asked.getByRole("button", { name: "Isi", exact: true }).click();
  await expect(page.getByText("Konsep diisi.")).toBeVisible();
  await expect(page.locator('[id="targetGroups.3.name"]')).toHaveValue("12–59 bulan");
  await onwardByRail(page, "Umum");
  await expect(page.getByLabel("Nama kampanye")).toHaveValue("Kejar imunisasi");

  await fillFrom(page, "BIAN");
  await asked.getByRole("checkbox", { name: "Nama kampanye" }).check();
  await asked.getByRole("button", { name: "Isi", exact: true }).click();
  await expect(page.getByText("Konsep diisi.")).toBeVisible();
  await expect(page.getByLabel("Nama kampanye")).toHaveValue(`BIAN ${kabupaten.name}`);
});

test("the same step in two tabs is asked about, and neither is lost before @desktop", async ({
  page,
  newKabupaten,
  officeOf,
  signIn,
}) => {
  await signIn(await officeOf({ kabupaten: await newKabupaten() }));
  await startFrom(page, "PIN Polio");
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByLabel("Nama kampanye").fill("Dari tab kedua");
  await onwardByRail(other, "Kelompok");

  await page.getByLabel("Nama kampanye").fill("Dari tab pertama");
  await page.getByRole("button", { name: "Simpan, lanjut ke Wilayah dan unit" }).click();
  const conflict = page.getByRole("alert").filter({ hasText: "disimpan di tempat lain" });
  await expect(conflict).toBeVisible();
  await expect(page.getByLabel("Nama kampanye")).toHaveValue("Dari tab pertama");
  await conflict.getByRole("button", { name: "Simpan isian ini" }).click();
  await expect(conflict).toHaveCount(0);
  await other.goto(page.url());
  await expect(other.getByLabel("Nama kampanye")).toHaveValue("Dari tab pertama");
});

test("units that cannot be read stop the way on @desktop", async ({
  page,
  newKabupaten,
  officeOf,
  signIn,
}) => {
  await signIn(await officeOf({ kabupaten: await newKabupaten() }));
  await startFrom(page, "PIN Polio");
  await onwardByRail(page, "Wilayah dan unit");
  await page.getByRole("radio", { name: /sendiri/ }).check();
  await page
    .getByRole("textbox", { name: "Satu unit per baris", exact: true })
    .fill("P1;Puskesmas Selat;puskesmas\nP2;Pos;pos");
  await expect(page.getByText("Baris 2 tidak terbaca.")).toBeVisible();
  await page.getByRole("button", { name: "Simpan, lanjut ke Yang diberikan" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "belum benar" })).toContainText(
    "Tulis tiap baris sebagai kode; nama; jenis; kode wilayah.",
  );
  await expectStep(page, "Wilayah dan unit");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("what is typed in a step is saved, onward and back @desktop", async ({
    page,
    newKabupaten,
    officeOf,
    signIn,
  }) => {
    await signIn(await officeOf({ kabupaten: await newKabupaten() }));
    await startFrom(page, "PIN Polio");
    await page.getByLabel("Nama kampanye").fill("PIN tanpa skrip");
    await fillDays(page, "2027-01-11", "2027-01-17");
    await onward(page, "Wilayah dan unit", "Yang diberikan");
    await page.getByLabel("Target (%)").fill("90,5");
    await page.getByRole("button", { name: "Wilayah dan unit", exact: true }).click();
    await expectStep(page, "Wilayah dan unit");
    await page.getByRole("button", { name: "Umum", exact: true }).click();
    await expectStep(page, "Umum");
    await expect(page.getByLabel("Nama kampanye")).toHaveValue("PIN tanpa skrip");
    await expect(page.getByRole("region", { name: "Waktu" }).getByLabel("Mulai")).toHaveValue(
      "2027-01-11",
    );
    await onwardByRail(page, "Yang diberikan");
    await expect(page.getByLabel("Target (%)")).toHaveValue("90,5");
  });

  test("a list gets a row more or less, with all that was typed @desktop", async ({
    page,
    newKabupaten,
    officeOf,
    signIn,
  }) => {
    const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
    const named = (path: string) => page.locator(`[id="${path}"]`);
    await signIn(await officeOf({ kabupaten: await newKabupaten() }));
    await startFrom(page, "PIN Polio");
    await onwardByRail(page, "Yang diberikan");
    await page.getByLabel("Target (%)").fill("90,5");
    await press("Tambah intervensi");
    await named("interventions.1.name").fill("Vitamin A");
    await press("Tambah gerbang");
    await named("gates.0.name").fill("Gerbang kedua");
    await named("gates.0.terms.0.atLeast").fill("70");
    await press("Tambah syarat");
    await named("gates.0.terms.1.atLeast").fill("80");
    await press("Hapus syarat 1");
    await expect(named("gates.0.terms.0.atLeast")).toHaveValue("80");
    await expect(named("gates.0.terms.1.atLeast")).toHaveCount(0);
    await expect(named("gates.0.name")).toHaveValue("Gerbang kedua");
    await expect(named("interventions.1.name")).toHaveValue("Vitamin A");
    await expect(named("interventions.0.coverageGoal")).toHaveValue("90,5");

    await onwardByRail(page, "Kelompok");
    await press("Tambah kelompok");
    await named("targetGroups.1.name").fill("Santri");
    await press("Tambah kelompok");
    await press("Hapus 3");
    await expect(named("targetGroups.1.name")).toHaveValue("Santri");
    await expect(named("targetGroups.2.name")).toHaveCount(0);

    await onwardByRail(page, "Putaran dan kalender");
    await fillRound(page, 1, "2027-01-11", "2027-01-17");
    await press("Tambah putaran");
    await press("Hapus putaran 2");
    const round = page.getByRole("group", { name: "Putaran 1" });
    await expect(round.getByLabel("Mulai")).toHaveValue("2027-01-11");
  });
});

/** Opens another step of a draft, whatever is wrong in this one. */
async function onwardByRail(page: Page, step: string): Promise<void> {
  const rail = page.getByRole("navigation", { name: "Langkah menyiapkan kampanye" });
  await rail.getByRole("button", { name: new RegExp(`^${step}`) }).click();
  await expectStep(page, step);
}

async function fillFrom(page: Page, preset: string): Promise<void> {
  await page.getByText("Isi dari contoh atau kampanye lain").click();
  await page.getByLabel("Isi dari", { exact: true }).selectOption({ label: preset });
  await page.getByRole("button", { name: "Lihat yang diisi" }).click();
}

test("a saved change of a campaign leaves no draft behind, a half-typed one does @desktop", async ({
  page,
  newCampaign,
  signIn,
}) => {
  const campaign = await newCampaign();
  await signIn("admin");
  const address = `/kampanye/${campaign.slug}`;
  await page.goto(address);
  await page.getByLabel("Dasar hukum").fill("SK Bupati 1");
  await page.getByRole("button", { name: "Simpan perubahan" }).click();
  await expect(page.getByText("Perubahan disimpan.")).toBeVisible();
  await expect(
    page.getByText(/Ada isian Anda yang belum disimpan|belum disimpan dikembalikan/),
  ).toHaveCount(0);
  await page.reload();
  await expect(
    page.getByText(/Ada isian Anda yang belum disimpan|belum disimpan dikembalikan/),
  ).toHaveCount(0);

  // A draft of what was changed meanwhile does not come back by itself.
  await page.getByLabel("Dasar hukum").fill("SK Bupati 2");
  const other = await page.context().newPage();
  await other.goto(address);
  await other.getByLabel("Dasar hukum").fill("SK Bupati 3");
  await other.getByRole("button", { name: "Simpan perubahan" }).click();
  await expect(other.getByText("Perubahan disimpan.")).toBeVisible();
  await other.close();
  await page.goto(address);
  await expect(page.getByText(/sudah diubah sejak itu/)).toBeVisible();
  await expect(page.getByLabel("Dasar hukum")).toHaveValue("SK Bupati 3");
  await page.getByRole("button", { name: "Pulihkan isian" }).click();
  await expect(page.getByLabel("Dasar hukum")).toHaveValue("SK Bupati 2");
});

test("a half-typed person and explanation are kept, each for who typed it @desktop", async ({
  page,
  signIn,
}) => {
  await signIn("dinkes.kapuas");
  await page.goto("/pengguna/baru");
  await page.getByLabel("Nama pengguna").fill("kades.baru");
  await page.getByLabel("Peran").selectOption({ label: "Kepala desa/lurah" });
  await page.goto("/mutu?kampanye=bian-kapuas");
  const finding = page.getByRole("listitem").filter({ hasText: "Jelaskan" }).first();
  await finding.getByText("Jelaskan", { exact: true }).click();
  await finding.getByRole("textbox").fill("Pos digabung dengan desa sebelah");

  await page.goto("/pengguna/baru");
  await expect(page.getByText(back)).toBeVisible();
  await expect(page.getByLabel("Nama pengguna")).toHaveValue("kades.baru");
  await expect(page.getByLabel("Peran")).toHaveValue("villageHead");
  await page.goto("/mutu?kampanye=bian-kapuas");
  await expect(page.getByText(back)).toBeVisible();
  await expect(finding.getByRole("textbox")).toHaveValue("Pos digabung dengan desa sebelah");

  await signIn("admin");
  await page.goto("/pengguna/baru");
  await expect(page.getByLabel("Nama pengguna")).toHaveValue("");
  await expect(page.getByText(back)).toHaveCount(0);
});
