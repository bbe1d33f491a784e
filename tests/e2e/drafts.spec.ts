import { expect, test } from "./fixtures";

const back = "Isian Anda yang belum disimpan dikembalikan.";

test("a half-typed campaign is there again after leaving, going back and reloading, until it is thrown away @desktop", async ({
  page,
  signIn,
}) => {
  await signIn("dinkes.kapuas");
  await page.goto("/kampanye/baru");
  await page.getByRole("button", { name: "PIN Polio" }).click();
  await page.getByLabel("Nama kampanye").fill("PIN setengah jadi");
  await page.getByLabel("Mulai", { exact: true }).first().fill("2027-01-11");
  await expect(page.getByText(back)).toHaveCount(0);

  await page.getByRole("link", { name: "Pengguna" }).first().click();
  await expect(page).toHaveURL(/\/pengguna/);
  await page.goBack();
  await expect(page.getByText(back)).toBeVisible();
  await expect(page.getByLabel("Nama kampanye")).toHaveValue("PIN setengah jadi");
  await expect(page.getByRole("group", { name: "Putaran 2" })).toBeVisible();

  await page.reload();
  await expect(page.getByText(back)).toBeVisible();
  await expect(page.getByLabel("Mulai", { exact: true }).first()).toHaveValue("2027-01-11");

  await page.getByRole("button", { name: "Buang isian itu" }).click();
  await expect(page.getByLabel("Nama kampanye")).toHaveValue("");
  await page.reload();
  await expect(page.getByLabel("Nama kampanye")).toHaveValue("");
  await expect(page.getByText(back)).toHaveCount(0);
});

test("a preset asks before it replaces what was typed @desktop", async ({ page, signIn }) => {
  await signIn("dinkes.kapuas");
  await page.goto("/kampanye/baru");
  await page.getByLabel("Nama kampanye").fill("Kejar imunisasi Kapuas");
  await page.getByRole("button", { name: "BIAN", exact: true }).click();

  const question = page.getByRole("dialog", { name: "Ganti isian Anda dengan “BIAN”?" });
  await expect(question.getByRole("listitem")).toHaveText(["Nama kampanye"]);
  await question.getByRole("button", { name: "Tetap pakai isian saya" }).last().click();
  await expect(page.getByLabel("Nama kampanye")).toHaveValue("Kejar imunisasi Kapuas");

  await page.getByRole("button", { name: "BIAN", exact: true }).click();
  await question.getByRole("button", { name: "Ganti", exact: true }).click();
  await expect(page.getByLabel("Nama kampanye")).toHaveValue("BIAN Kabupaten Kapuas");
  // Nothing was typed since: another one needs no question.
  await page.getByRole("button", { name: "PIN Polio" }).click();
  await expect(page.getByLabel("Nama kampanye")).toHaveValue("PIN Polio Kabupaten Kapuas");
  await expect(question).toHaveCount(0);
});

test("units that cannot be read stop the sending @desktop", async ({ page, signIn }) => {
  await signIn("dinkes.kapuas");
  await page.goto("/kampanye/baru");
  await page.getByRole("radio", { name: /sendiri/ }).check();
  await page
    .getByRole("textbox", { name: "Satu unit per baris", exact: true })
    .fill("P1;Puskesmas Selat;puskesmas\nP2;Pos;pos");
  await page.getByRole("button", { name: "Buat kampanye" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Belum tersimpan" })).toContainText(
    "Baris 2 tidak terbaca. Perbaiki atau hapus baris itu dulu; belum ada yang dikirim.",
  );
  await expect(page).toHaveURL(/\/kampanye\/baru$/);
});

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
