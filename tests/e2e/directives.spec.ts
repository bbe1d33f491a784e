import type { Page } from "@playwright/test";

import { addDays, type CalendarDay } from "@/lib/base/time/calendar-day";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import type { OwnCampaign } from "./support/campaign";
import { write } from "./support/interface";
import { maxRetries } from "./support/session";

/** Whom Instruksi Bupati Kapuas 443.51/686/DINKES Tahun 2022 names first. */
const heads = [
  "Kepala Dinas Kesehatan",
  "Kepala Dinas Pendidikan",
  "Kepala Dinas Sosial",
  "Kepala Dinas PPPAPPKB",
  "Kepala Dinas Pemberdayaan Masyarakat dan Desa",
  "Kepala Dinas Komunikasi dan Informatika",
  "Ketua TP PKK",
];
const classes = ["Ketua Organisasi Masyarakat", "Tokoh Masyarakat", "Tokoh Agama"];
const orders = [
  {
    label: "KESATU",
    title: "Kawal sampai desa",
    text: "Mendukung dan mengawal penyelenggaraan BIAN hingga tingkat kelurahan/desa.",
    due: 10,
  },
  {
    label: "KEDUA",
    title: "Gerakkan masyarakat",
    text: "Menggerakkan seluruh masyarakat agar berperan aktif mendukung dan menyukseskan.",
    due: 3,
  },
  {
    label: "KETIGA",
    title: "Koordinasi pendataan",
    text: "Berkoordinasi dengan pelaksana teknis kegiatan penyelenggaraan BIAN.",
    due: 0,
  },
  {
    label: "KEEMPAT",
    title: "Jangkau pelosok",
    text: "Memfasilitasi segala dukungan yang diperlukan hingga ke pelosok / daerah terpencil.",
    due: -2,
  },
];

/** The register of a kabupaten, as the instruction names its offices. */
async function fillRegister(
  admin: Parameters<typeof write>[0],
  { kabupaten }: OwnCampaign,
): Promise<void> {
  const { code: districtCode } = kabupaten;
  const register = await admin.get("/api/v1/offices", { params: { districtCode }, maxRetries });
  await write(
    admin,
    "PUT",
    "/offices",
    {
      districtCode,
      offices: heads.map((headTitle, index) => ({
        code: `kantor-${String(index + 1)}`,
        name: headTitle.replace(/^Kepala |^Ketua /, ""),
        kind: "opd",
        headTitle,
      })),
    },
    { "If-Match": register.headers()["etag"] ?? "" },
  );
}

async function fillDirective(page: Page, day: CalendarDay): Promise<void> {
  await page.getByLabel("Nomor (bila ada)").fill("443.51/686/DINKES Tahun 2022");
  await page.getByLabel("Tentang", { exact: true }).fill("Penyelenggaraan BIAN");
  await page.getByLabel("Tanggal", { exact: true }).fill(day);
  await page.getByLabel("Dari siapa").fill("Bupati Kapuas");
}

async function addOrder(page: Page, today: CalendarDay, order: (typeof orders)[number]) {
  const form = page.getByRole("region", { name: "Tambah perintah" });
  await expect(form.getByLabel("Sebutan")).toHaveValue(order.label);
  await form.getByLabel("Judul singkat").fill(order.title);
  await form.getByLabel("Bunyi").fill(order.text);
  await form.getByLabel("Batas").fill(addDays(today, order.due));
  await form.getByRole("button", { name: "Tambah", exact: true }).click();
}

test("dinkes records an instruction, issues it and sees who is asked what @desktop", async ({
  page,
  admin,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  await fillRegister(admin, campaign);
  await signIn(await officeOf(campaign));
  const { today } = campaign;

  // Nothing is recorded yet, so the way leads over the campaign.
  await page.goto(campaign.at(`/kampanye/${campaign.slug}`));
  await page.getByRole("link", { name: "Tambah bagian: Tindak lanjut" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Belum ada yang diminta.");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Catat yang diminta" }).click();

  // What cannot be stored is said, and nothing typed is lost.
  await fillDirective(page, addDays(today, -20));
  await page.getByRole("button", { name: "Simpan sebagai draf" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Belum tersimpan" })).toBeVisible();
  await expect(page.getByLabel("Tentang", { exact: true })).toHaveValue("Penyelenggaraan BIAN");
  const whom = page.getByRole("group", { name: "Penerima" });
  await expect(whom).toHaveAccessibleDescription(/Paling sedikit satu/);
  for (const head of heads) await whom.getByLabel(head).check();
  await whom.getByLabel("Seluruh camat").check();
  await whom.getByLabel("Seluruh lurah/kepala desa").check();
  await page
    .getByLabel("Kelompok lain")
    .fill([`${classes[0] ?? ""}; Kantor Kayangan`, ...classes.slice(1)].join("\n"));
  await page.getByRole("button", { name: "Simpan sebagai draf" }).click();
  await expect(page.getByLabel("Kelompok lain")).toHaveAccessibleDescription(
    /Ada baris yang tidak terbaca/,
  );
  await expect(whom.getByLabel("Seluruh camat")).toBeChecked();
  await page
    .getByLabel("Kelompok lain")
    .fill([`${classes[0] ?? ""}; kantor-5`, ...classes.slice(1)].join("\n"));
  await page.getByRole("button", { name: "Simpan sebagai draf" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Penyelenggaraan BIAN");
  await expect(page.getByRole("region", { name: "12 penerima" })).toBeVisible();
  await expect(page.getByText("Belum dapat diterbitkan.")).toBeVisible();

  for (const order of orders) {
    await addOrder(page, today, order);
    await expect(page.getByText(`batas`).first()).toBeVisible();
    await expect(
      page.getByRole("status").filter({ hasText: "Ditambahkan." }),
      order.label,
    ).toBeVisible();
  }
  await expect(page.getByRole("region", { name: "4 perintah" })).toBeVisible();
  await expectAccessible(page);
  await expect(
    page.getByText(/4 perintah kepada 12 penerima menjadi [\d.]+ permintaan/),
  ).toBeVisible();
  await page.getByRole("button", { name: "Terbitkan" }).click();

  // The matrix: everything is open, and what was due two days ago is late.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /^[\d.]+ dari [\d.]+ permintaan terlambat, 0 selesai\.$/,
  );
  const table = page.getByRole("table");
  const row = table.getByRole("row", { name: /Dinas Sosial/ });
  await expect(
    row.getByRole("link", { name: "Dinas Sosial, KEEMPAT: Lewat 2 hari" }),
  ).toBeVisible();
  await expect(row.getByRole("link", { name: /KESATU: Belum dijawab/ })).toBeVisible();
  await expect(table.getByRole("row", { name: /Seluruh camat/ })).toContainText(/0 dari \d+/);
  await expect(page.getByRole("region", { name: "Terlambat, terlama lebih dulu" })).toContainText(
    "Dinas Kesehatan",
  );
  // From its top: nothing lies under the bar that stays.
  await page.goto(page.url());
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  // A cell leads to who that is.
  await table.getByRole("link", { name: /^Seluruh camat, KEEMPAT: 0 dari/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Seluruh camat, KEEMPAT");
  await expect(
    page.getByRole("link", { name: `Camat ${campaign.kabupaten.kecamatan.name}`, exact: true }),
  ).toHaveAttribute("href", /\/permintaan\//);
  await expectAccessible(page);

  // The list says the same, and the file has a row for each.
  await page.getByRole("link", { name: "Tindak lanjut" }).first().click();
  const issued = page.getByRole("region", { name: "Yang diminta" });
  await expect(issued.getByRole("listitem").first()).toContainText("4 perintah kepada 12 penerima");
  await page.getByRole("link", { name: "Rapat", exact: true }).click();
  await expect(page.getByText("Tidak ada yang dicatat dari jenis ini.")).toBeVisible();
  await page.goBack();
  await issued.getByRole("link", { name: "Penyelenggaraan BIAN" }).click();
  const file = page.getByRole("link", { name: "Unduh CSV" });
  const answer = await page.request.get((await file.getAttribute("href")) ?? "", { maxRetries });
  const lines = (await answer.text()).trim().split("\r\n");
  const [, all] = /dari ([\d.]+) permintaan/.exec(
    (await page.getByRole("heading", { level: 1 }).textContent()) ?? "",
  ) ?? [""];
  expect(lines).toHaveLength(1 + Number((all ?? "").replaceAll(".", "")));
  expect(lines[1]).toContain("KESATU;Kawal sampai desa;Dinas Kesehatan");
});

test("an instruction is recorded and issued without scripts, and nothing typed is lost", async ({
  browser,
  newCampaign,
  officeOf,
  sessionOf,
}) => {
  const campaign = await newCampaign();
  const context = await browser.newContext({ javaScriptEnabled: false });
  await context.addCookies(await sessionOf(await officeOf(campaign)));
  const page = await context.newPage();
  const { today } = campaign;
  await page.goto(campaign.at("/tindak-lanjut/baru"));
  await expect(page.getByRole("link", { name: "Isi daftar kantor" })).toBeVisible();
  await fillDirective(page, today);
  await page.getByLabel("Kelompok lain").fill(classes.join("\n"));
  await page.getByLabel("Ditinjau lagi (bila ada)").fill(addDays(today, -1));
  await page.getByRole("button", { name: "Simpan sebagai draf" }).click();
  await expect(page.getByLabel("Ditinjau lagi (bila ada)")).toHaveAccessibleDescription(
    /lebih awal daripada tanggal yang ditinjau/,
  );
  await expect(page.getByLabel("Dari siapa")).toHaveValue("Bupati Kapuas");
  await expect(page.getByLabel("Kelompok lain")).toHaveValue(classes.join("\n"));
  await page.getByLabel("Ditinjau lagi (bila ada)").fill(addDays(today, 7));
  await page.getByRole("button", { name: "Simpan sebagai draf" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Penyelenggaraan BIAN");

  const [first] = orders;
  if (!first) throw new Error("no order");
  const form = page.getByRole("region", { name: "Tambah perintah" });
  await form.getByLabel("Bunyi").fill(first.text);
  await form.getByLabel("Tokoh Agama").uncheck();
  await form.getByRole("button", { name: "Tambah", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Belum tersimpan" })).toBeVisible();
  await expect(form.getByLabel("Bunyi")).toHaveValue(first.text);
  await expect(form.getByLabel("Tokoh Agama")).not.toBeChecked();
  await form.getByLabel("Judul singkat").fill(first.title);
  await form.getByLabel("Batas").fill(addDays(today, first.due));
  await form.getByRole("button", { name: "Tambah", exact: true }).click();
  await expect(
    page.getByText("1 perintah kepada 3 penerima menjadi 2 permintaan.", { exact: false }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Terbitkan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "0 dari 2 permintaan selesai, tidak ada yang terlambat.",
  );
  await page.getByLabel("Tanggal", { exact: true }).fill(addDays(today, 9));
  await page.getByRole("button", { name: "Tetapkan" }).click();
  await expect(
    page.getByRole("status").filter({ hasText: "Tanggal tinjauan disimpan." }),
  ).toBeVisible();
  await expectNoSidewaysScroll(page);
  await context.close();
});
