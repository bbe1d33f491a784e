import { readFile } from "node:fs/promises";

import type { Page } from "@playwright/test";

import { addDays } from "@/lib/base/time/calendar-day";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import type { OwnCampaign } from "./support/campaign";
import { readCoverage } from "./support/interface";
import { seen } from "./support/seen";

function file(...lines: readonly string[]) {
  return { name: "laporan.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) };
}

/** Chooses a file and has it checked. */
async function check(page: Page, campaign: OwnCampaign, sheet: ReturnType<typeof file>) {
  await page.goto(campaign.at("/input/muat"));
  await page.getByLabel(/^Berkas XLSX atau CSV/).setInputFiles(sheet);
  await page.getByRole("button", { name: "Periksa", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Periksa sebelum disimpan");
}

async function doses(page: Page, campaign: OwnCampaign) {
  const { rows } = await readCoverage(page.request, campaign.slug, {
    by: "unit",
    intervention: "mr",
  });
  return rows.reduce((sum, { dosesAdministered }) => sum + dosesAdministered, 0);
}

test("what is ready is stored, what is wrong is told, and the same file stores nothing again", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  await signIn(await officeOf(campaign));
  const [one, two, three] = campaign.villages;
  const yesterday = addDays(campaign.today, -1);
  const sheet = file(
    "kode;tanggal;MR;nihil",
    `${one?.code};${yesterday};12;`,
    `${two?.code};${yesterday};;ya`,
    `${three?.code};31 Juni 2026;7;`,
  );

  await check(page, campaign, sheet);
  await expect(seen(page, "3 baris dibaca: 2 siap, 1 ditolak")).toBeVisible();
  await expect(seen(page, "31 Juni 2026 tidak ada; Juni hanya 30 hari.")).toBeVisible();
  const rejected = page.getByRole("region", { name: "Mengapa ditolak" });
  expect(await rejected.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  expect(await doses(page, campaign)).toBe(0);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Simpan 2 laporan" }).click();
  await expect(seen(page, "2 laporan tersimpan; 1 baris tidak.")).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  expect(await doses(page, campaign)).toBe(12);

  await check(page, campaign, sheet);
  await page.getByRole("button", { name: "Catat yang ditolak" }).click();
  await expect(seen(page, "2 baris sudah sama dengan yang tersimpan.")).toBeVisible();
  expect(await doses(page, campaign)).toBe(12);
});

test("a date that does not exist stays a finding until its own row is loaded with one that does", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  await signIn(await officeOf(campaign));
  const [village] = campaign.villages;
  const yesterday = addDays(campaign.today, -1);
  const row = (day: string, doses: number) =>
    file("kode;tanggal;MR", `${village.code};${day};${doses}`);
  const findings = async () => {
    await page.goto(campaign.at("/mutu?aturan=tanggal-tidak-ada"));
    return seen(page, /“2026-13-02” tidak ada di kalender/);
  };

  await check(page, campaign, row("2026-13-02", 7));
  await expect(
    seen(page, "2026-13-02 tidak ada; bulan hanya 1 sampai 12, bukan 13."),
  ).toBeVisible();
  await page.getByRole("button", { name: "Catat yang ditolak" }).click();
  await expect(seen(page, "Tidak ada laporan yang tersimpan.")).toBeVisible();
  await expect(await findings()).toBeVisible();

  await check(page, campaign, row(campaign.today, 4));
  await page.getByRole("button", { name: "Simpan 1 laporan" }).click();
  await expect(seen(page, "Selesai: 1 laporan tersimpan.")).toBeVisible();
  await expect(await findings()).toBeVisible();

  await check(page, campaign, row(yesterday, 7));
  await page.getByRole("button", { name: "Simpan 1 laporan" }).click();
  await expect(seen(page, "Selesai: 1 laporan tersimpan.")).toBeVisible();
  await expect(await findings()).toHaveCount(0);
});

test("cumulative figures become the doses of the days, and a fall is rejected with both numbers", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  await signIn(await officeOf(campaign));
  const [one] = campaign.villages;
  await campaign.report(one, addDays(campaign.today, -3), [30]);

  await page.goto(campaign.at("/input/muat"));
  await page.getByLabel(/^Angka kumulatif/).check();
  await page.getByText("Atau tempel dari Excel", { exact: true }).click();
  await page
    .getByLabel("Baris dengan judul kolomnya")
    .fill(
      [
        "desa\ttanggal\tMR",
        `${one.code}\t${addDays(campaign.today, -2)}\t42`,
        `${one.code}\t${addDays(campaign.today, -1)}\t40`,
      ].join("\n"),
    );
  await page.getByRole("button", { name: "Periksa", exact: true }).click();
  await expect(seen(page, "2 baris dibaca: 1 siap, 1 ditolak")).toBeVisible();
  await expect(seen(page, "Kumulatif turun dari 42 ke 40.")).toBeVisible();
  await page.getByRole("button", { name: "Kumulatif: 12 tersimpan" }).click();
  await page.getByRole("button", { name: "Simpan 1 laporan" }).click();
  await expect(seen(page, "1 laporan tersimpan; 1 baris tidak.")).toBeVisible();
  expect(await doses(page, campaign)).toBe(42);
});

test("another's report is written over only when that was chosen", async ({
  page,
  newCampaign,
  newPerson,
  signIn,
}) => {
  const campaign = await newCampaign();
  await signIn(await newPerson("subdistrictHead", campaign.villages[0].code.slice(0, 8)));
  const [one] = campaign.villages;
  await campaign.report(one, campaign.today, [5]);
  const sheet = file("desa;tanggal;MR", `${one.code};${campaign.today};9`);

  await check(page, campaign, sheet);
  await expect(seen(page, /1 berbeda dari yang tersimpan/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Simpan/ })).toHaveCount(0);

  await page.getByLabel(/^Timpa yang sudah ada/).check();
  await expect(page.getByLabel("Alasan perubahan")).toHaveValue("lateData");
  await page.getByRole("button", { name: "Simpan 1 laporan" }).click();
  await expect(seen(page, "Selesai: 1 laporan tersimpan.")).toBeVisible();
  expect(await doses(page, campaign)).toBe(9);
});

test("a file that is no table keeps what was chosen, and the template is understood", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  await signIn(await officeOf(campaign));
  await page.goto(campaign.at("/input/muat"));
  await page.getByLabel(/^Angka kumulatif/).check();
  await page.getByLabel(/^Berkas XLSX atau CSV/).setInputFiles(file("a;b", "1;2"));
  await page.getByRole("button", { name: "Periksa", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Judul kolom" })).toBeVisible();
  await expect(page.getByLabel(/^Angka kumulatif/)).toBeChecked();

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Templat CSV" }).click();
  const text = await readFile(await (await downloading).path(), "utf8");
  const [one] = campaign.villages;
  const line = text.split(/\r?\n/).find((each) => each.startsWith(one.code)) ?? "";
  const filled = text.replace(line, `${line};7`);
  await check(page, campaign, file(...filled.split(/\r?\n/)));
  await expect(seen(page, "1 baris dibaca: 1 siap, 0 ditolak")).toBeVisible();
});

test("totals left at daily figures are asked about, and stored as what they are", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign({ children: 400 });
  await signIn(await officeOf(campaign));
  const [one] = campaign.villages;
  const rows = [100, 210, 330, 400].map(
    (total, at) => `${one.code};${addDays(campaign.today, at - 4)};${String(total)}`,
  );

  await check(page, campaign, file("kode;tanggal;MR", ...rows));
  await expect(
    seen(page, /Angka di berkas ini naik terus di tiap desa.*Harian atau kumulatif\?/),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Simpan 4 laporan" })).toBeDisabled();
  await expect(page.getByRole("button", { name: "Harian: 1.040 tersimpan" })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Kumulatif: 400 tersimpan/ }).click();

  await page.getByRole("button", { name: "Simpan 4 laporan" }).click();
  await expect(seen(page, "Selesai: 4 laporan tersimpan.")).toBeVisible();
  expect(await doses(page, campaign)).toBe(400);
});

test("a mistyped name is taken in one press, and a count far above its target is asked about", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  await signIn(await officeOf(campaign));
  const [one, two] = campaign.villages;
  const yesterday = addDays(campaign.today, -1);
  // One letter more than the village has.
  const written = `${one.name.slice(0, 3)}x${one.name.slice(3)}`;

  await check(
    page,
    campaign,
    file("desa;tanggal;MR", `${written};${yesterday};12`, `${two.name};${yesterday};58790`),
  );
  await page.getByRole("button", { name: new RegExp(`^${one.name} \\(`) }).click();
  await expect(seen(page, "1 unit jauh di atas sisa sasarannya. Memang benar?")).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Jangan simpan 1 baris ini" }).click();

  await page.getByRole("button", { name: "Simpan 1 laporan" }).click();
  await expect(seen(page, "1 laporan tersimpan; 1 baris tidak.")).toBeVisible();
  expect(await doses(page, campaign)).toBe(12);
});
