import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import { readCoverage, write } from "./support/interface";
import { seen } from "./support/seen";
import { fillTemplate, targetsOf } from "./support/target-file";

test("a file with a bad row stores nothing; the corrected one stores all", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign({ children: null });
  await signIn(await officeOf(campaign));
  const good = [
    ["120", "40"],
    ["80", "20"],
    ["95", "31"],
    ["60", "20"],
    ["45", "15"],
  ];
  const bad = good.map((row, index) => (index === 1 ? ["80", "12,5"] : row));

  const file = page.getByLabel(/^Berkas XLSX atau CSV/);
  await file.setInputFiles(await fillTemplate(page, campaign, bad));
  await page.getByRole("button", { name: "Periksa berkas" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Periksa sebelum disimpan");
  await expect(seen(page, "5 baris dibaca: 4 siap, 1 ditolak")).toBeVisible();
  const rejected = page.getByRole("row").filter({ hasText: "Bukan bilangan bulat." });
  await expect(rejected).toContainText("12,5");
  await expect(rejected).toContainText(
    "Tulis 13, atau 125 bila koma atau titik itu tidak sengaja.",
  );
  await expect(page.getByRole("button", { name: "Simpan sasaran" })).toHaveCount(0);
  await expectAccessible(page);
  expect(await targetsOf(page, campaign, "mr")).toEqual([null, null, null, null, null]);

  const hopeless = good.map(() => ["abc", "abc"]);
  await file.setInputFiles(await fillTemplate(page, campaign, hopeless));
  await page.getByRole("button", { name: "Periksa berkas" }).click();
  await expect(seen(page, "5 baris dibaca: 0 siap, 5 ditolak")).toBeVisible();
  await expect(page.getByRole("region", { name: "Yang akan berlaku" })).toHaveCount(0);

  const corrected = await fillTemplate(page, campaign, good);
  await file.setInputFiles(corrected);
  await page.getByRole("button", { name: "Periksa berkas" }).click();
  await expect(seen(page, "5 baris dibaca: 5 siap, 0 ditolak")).toBeVisible();
  expect(await targetsOf(page, campaign, "mr")).toEqual([null, null, null, null, null]);
  await page.getByRole("button", { name: "Simpan sasaran" }).click();

  await expect(seen(page, "Sasaran disimpan.")).toBeVisible();
  expect((await targetsOf(page, campaign, "mr")).toSorted()).toEqual([120, 45, 60, 80, 95]);
});

test("a file that is no table gets a sentence", async ({ page, newCampaign, signIn }) => {
  const campaign = await newCampaign();
  await signIn("admin");
  await page.goto(campaign.at("/sasaran/muat"));
  for (const { name, content, sentence } of [
    {
      name: "foto.png",
      content: "\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
      sentence: /bukan berkas XLSX atau CSV/,
    },
    { name: "kosong.csv", content: "", sentence: /Berkas ini kosong\.|Berkas belum dipilih\./ },
    { name: "lain.csv", content: "a;b\n1;2\n", sentence: /Judul kolom tidak dikenali/ },
  ]) {
    await page.getByLabel(/^Berkas XLSX atau CSV/).setInputFiles({
      name,
      mimeType: "application/octet-stream",
      buffer: Buffer.from(content, "latin1"),
    });
    await page.getByRole("button", { name: "Periksa berkas" }).click();
    await expect(seen(page, sentence).first()).toBeVisible();
  }
});

test("the demo's targets show both sources, and who has none", async ({ page, signIn }) => {
  await signIn("dinkes.kapuas");
  await page.goto("/sasaran?kampanye=bian-kapuas");

  const table = page.getByRole("table", { name: /^Sasaran menurut kecamatan/ });
  await expect(table.getByRole("row", { name: /^Selat/ })).toContainText(/5\.591\s*6\.049/);
  await expect(
    seen(page, "Angka besar: Data riil (menentukan). Angka kecil: Pusdatin."),
  ).toBeVisible();
});

test("one wrong number is changed in place, with its day, decree and reason", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  await signIn(await officeOf(campaign));
  const [one] = campaign.villages;

  await page.goto(campaign.at(`/sasaran?wilayah=${one.code.slice(0, 8)}`));
  const cell = page.getByRole("link", { name: `Ubah MR 9–59 bulan, ${one.name}: 100` });
  await cell.click();
  const form = page.locator("form").filter({ has: page.getByLabel("Sasaran baru") });
  await expectAccessible(page);
  await form.getByRole("button", { name: "Simpan versi baru" }).click();
  await expect(form.getByText("Wajib diisi.")).toHaveCount(2);

  await form.getByLabel("Sasaran baru").fill("120");
  // The date stands in words under its field, in whatever order the browser writes it.
  await expect(form.getByText(/^[A-Z][a-z]+, \d{1,2} [A-Z][a-z]+ \d{4}$/)).toHaveCount(2);
  await form.getByLabel("Nomor SK (bila ada)").fill("SK 7/2026");
  await form.getByLabel("Alasan").fill("Salah ketik");
  await page.reload();
  await expect(form.getByText("Isian Anda yang belum disimpan dikembalikan.")).toBeVisible();
  await expect(form.getByLabel("Sasaran baru")).toHaveValue("120");
  await expect(form.getByLabel("Alasan")).toHaveValue("Salah ketik");
  await form.getByRole("button", { name: "Simpan versi baru" }).click();
  await expect(seen(page, "Sasaran disimpan.")).toBeVisible();
  expect((await targetsOf(page, campaign, "mr")).toSorted()).toEqual([100, 100, 100, 100, 120]);

  await page.getByRole("link", { name: `Ubah MR 9–59 bulan, ${one.name}: 120` }).click();
  await expect(form.getByLabel("Alasan")).toHaveValue("");
  const versions = page.getByRole("listitem");
  await expect(versions.filter({ hasText: /^120, per/ })).toContainText("SK 7/2026");
  await expect(versions.filter({ hasText: /^120, per/ })).toContainText("Salah ketik");
  await expect(versions.filter({ hasText: /^100, per/ })).toBeVisible();

  // Somebody else was quicker.
  await campaign.target(one, 130);
  await form.getByLabel("Sasaran baru").fill("140");
  await form.getByLabel("Alasan").fill("Data baru");
  await form.getByRole("button", { name: "Simpan versi baru" }).click();
  await expect(seen(page, /Orang lain sudah mengubah angka ini menjadi 130\./)).toBeVisible();
  await expect(form.getByLabel("Sasaran baru")).toHaveValue("140");
  await form.getByRole("button", { name: "Simpan versi baru" }).click();
  await expect(seen(page, "Sasaran disimpan.")).toBeVisible();
  expect((await targetsOf(page, campaign, "mr")).toSorted()).toEqual([100, 100, 100, 100, 140]);
});

test("the own figure of a kabupaten is withdrawn by a form, and the sum of its units divides @phone", async ({
  page,
  admin,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const total = async () => {
    const answer = await readCoverage(page.request, campaign.slug, { intervention: "mr" });
    return answer.total[0]?.targetPopulation;
  };
  await write(admin, "PUT", `/campaigns/${campaign.slug}/target-populations`, {
    source: "local",
    asOf: campaign.today,
    rows: [
      {
        unit: campaign.kabupaten.code,
        intervention: "mr",
        targetGroup: "9-59-bulan",
        people: 1_000,
      },
    ],
  });
  await signIn(await officeOf(campaign));
  expect(await total()).toBe(1_000);
  await page.goto(campaign.at("/sasaran"));
  await page.getByRole("link", { name: /^Ubah MR 9–59 bulan, .*: 1\.000$/ }).click();
  await page.getByRole("link", { name: "Cabut angka ini" }).click();
  const form = page.locator("form").filter({ has: page.getByLabel("Dicabut mulai") });
  await expect(form).toContainText(
    "Sekarang 1.000. Sesudah dicabut, pembaginya jumlah unit-unitnya: 500.",
  );
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await form.getByRole("button", { name: "Cabut angka ini" }).click();
  await expect(form.getByText("Wajib diisi.")).toBeVisible();
  await form.getByLabel("Nomor SK (bila ada)").fill("SK 9/2026");
  await form.getByLabel("Alasan").fill("SK dicabut");
  await form.getByRole("button", { name: "Cabut angka ini" }).click();
  await expect(seen(page, /^Angka sendiri dicabut\./)).toBeVisible();
  expect(await total()).toBe(500);
  await page.getByRole("link", { name: /^Ubah MR 9–59 bulan, .*sudah dicabut$/ }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "dicabut mulai" })).toContainText(
    "SK dicabut",
  );
});
