import { randomBytes, randomUUID } from "node:crypto";

import type { APIRequestContext, Locator, Page } from "@playwright/test";

import { addDays } from "@/lib/base/time/calendar-day";
import { localDay } from "@/lib/base/time/time-zone";
import {
  endOf,
  periodBefore,
  periodKey,
  periodOn,
  startOf,
  type IndicatorPeriod,
} from "@/lib/indicator/period";
import { kampungKbTemplate } from "@/lib/indicator/template";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import { write } from "./support/interface";
import { fillDays, fillRound, onward, startFrom } from "./support/set-up";

const today = localDay(new Date(), "Asia/Jakarta");
/** The half-year that is over, and the one before it. */
const now = periodBefore(periodOn("half", today));
const before = periodBefore(now);
const nameOf = ({ number, year }: IndicatorPeriod) => `Semester ${String(number)} ${String(year)}`;

/** What the two villages had: of shares the numerator out of 100. */
type Told = Readonly<Record<string, readonly [string, string]>>;

const baseline: Told = Object.fromEntries(
  kampungKbTemplate.map(({ name, measure }) => [
    name,
    measure === "percent" ? (["40", "60"] as const) : (["2", "1"] as const),
  ]),
);
/** Deaths of infants fall, child marriage rises, mothers die as before: nobody. */
const later: Told = {
  ...Object.fromEntries(
    kampungKbTemplate.map(({ name, measure, direction }) => {
      const better = direction === "up" ? (["45", "60"] as const) : (["35", "60"] as const);
      return [name, measure === "percent" ? better : (["1", "1"] as const)];
    }),
  ),
  "Kematian ibu": ["2", "1"],
  "Perkawinan anak": ["4", "1"],
};

test("Kampung KB: set up from its preset, two half-years entered, and a fall in deaths is good", async ({
  page,
  admin,
  newKabupaten,
  officeOf,
  headOf,
  signIn,
}) => {
  // Twice fourteen values of two villages are typed, as somebody would.
  test.slow();
  const kabupaten = await newKabupaten();
  await fillRegister(admin, kabupaten.code);
  const head = await headOf(kabupaten.code, "dp3a");
  await signIn(await officeOf({ kabupaten }));
  const slug = `kampung-kb-${randomBytes(4).toString("hex")}`;
  const [first, second] = kabupaten.villages.slice(0, 2).map(({ name }) => name);
  if (!first || !second) throw new Error("a kabupaten of a story has two villages");
  const main = page.getByRole("main");

  await test.step("the preset is saved as it is given: nothing is given, two villages are lokus", async () => {
    await startFrom(page, "Kampung KB");
    await page.getByLabel("Alamat pendek").fill(slug);
    const ends = addDays(endOf(now), 30);
    await fillDays(page, startOf(now), ends);
    await onward(page, "Wilayah dan unit");
    for (const { code, name } of kabupaten.villages.slice(0, 2)) {
      await page.getByRole("searchbox").fill(code);
      await page.getByLabel(name, { exact: true }).check();
    }
    await onward(page, "Yang diberikan", "Kelompok", "Putaran dan kalender");
    await fillRound(page, 1, startOf(now), ends);
    await onward(page, "Orang");
    await page.getByRole("button", { name: "Buat kampanye" }).click();
    await expect(page).toHaveURL(new RegExp(`/kampanye/${slug}`));
  });

  await test.step("its fourteen indicators come from the template", async () => {
    await page.getByRole("link", { name: "Buka indikator" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Belum ada indikator.");
    await expectAccessible(page);
    await page.getByLabel("Periode awal").selectOption(nameOf(before));
    await page.getByRole("button", { name: "Pasang empat belas indikator" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "14 indikator, belum ada yang dapat dibandingkan.",
    );
    await expectNoSidewaysScroll(page);
  });

  await test.step("what cannot be is refused, what is odd is asked about, and the rest is stored", async () => {
    await openEntry(page, slug, before);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await fillIn(page, [first, second], baseline);
    await field(page, "Kematian bayi", first).fill("12,5");
    await field(page, "Stunting balita", first).fill("140");
    await page.getByRole("button", { name: "Simpan nilai" }).click();
    await expect(
      page.getByRole("alert").filter({ hasText: /2 nilai perlu dilihat/ }),
    ).toContainText("26 nilai lain sudah disimpan");
    await expect(field(page, "Kematian bayi", first)).toHaveAccessibleDescription(
      /bilangan bulat: 12 atau 13, bukan 12,5/,
    );
    await expect(field(page, "Kematian bayi", first)).toHaveValue("12,5");
    await expect(field(page, "Stunting balita", first)).toHaveAccessibleDescription(
      /Pembilang lebih/,
    );
    await page.getByLabel(`Stunting balita, ${first}: angka ini benar`).check();
    await field(page, "Kematian bayi", first).fill("2");
    await page.getByRole("button", { name: "Simpan nilai" }).click();
    await expect(page.getByRole("status").filter({ hasText: "2 nilai disimpan." })).toBeVisible();
    // It was not right after all: a correction is the next version.
    await field(page, "Stunting balita", first).fill("40");
    await page.getByRole("button", { name: "Simpan nilai" }).click();
    await expect(page.getByRole("status").filter({ hasText: "1 nilai disimpan." })).toBeVisible();
  });

  await test.step("the second half-year: fewer deaths are better, more marriages of children are worse", async () => {
    await openEntry(page, slug, now);
    await fillIn(page, [first, second], later);
    await page.getByRole("button", { name: "Simpan nilai" }).click();
    await expect(page.getByRole("status").filter({ hasText: "28 nilai disimpan." })).toBeVisible();
    await page.goto(`/indikator?kampanye=${slug}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "12 dari 14 indikator membaik, 1 memburuk, 1 tetap.",
    );
    await expect(main).toContainText("Memburuk: perkawinan anak.");
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    // One village at a time, which a phone has no other way to show.
    await page.getByLabel(/^Pilih /).selectOption(first);
    await page.getByRole("button", { name: "Tampilkan" }).click();
    await page.waitForURL(/desa=/);
    const cell = page
      .getByRole("link", { name: `Kematian bayi, ${first}: buka nilai dan riwayatnya` })
      .filter({ visible: true });
    await expect(cell).toContainText("1");
    await expect(cell).toContainText("↓ membaik");
    const marriage = page
      .getByRole("link", { name: `Perkawinan anak, ${first}: buka nilai dan riwayatnya` })
      .filter({ visible: true });
    await expect(marriage).toContainText("↑ memburuk");
    await cell.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Kematian bayi, ${first}`);
    await expect(page.getByRole("region", { name: `Riwayat ${nameOf(now)}` })).toContainText(
      "Diisi: 1",
    );
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

  await test.step("the meeting of the working group keeps the indicators that it knew", async () => {
    const id = randomUUID();
    await write(admin, "PUT", `/campaigns/${slug}/directives/${id}`, {
      ...{ version: 0, isIssued: true, kind: "meeting", title: "Rapat Tim DWG Kampung KB" },
      ...{ day: addDays(startOf(now), 50), issuer: "Sekretaris Daerah" },
      addressees: [{ kind: "office", office: "dp3a" }],
      orders: [
        {
          title: "Pusatkan pembinaan pada desa lokus",
          text: "Pembinaan dipusatkan pada desa yang menjadi lokus Kampung KB.",
          ...{ dueOn: addDays(today, 20), askedOf: [1] },
        },
      ],
    });
    await page.goto(`/tindak-lanjut/${id}?kampanye=${slug}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Indikator yang membaik: dari 0 menjadi 12 dari 14.",
    );
    await expect(main.getByRole("row", { name: /^Kematian bayi 3 2 membaik$/ })).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

  await test.step("the offices promise something, which is followed up", async () => {
    await page.goto(`/tindak-lanjut/baru?kampanye=${slug}`);
    await page.getByLabel("Jenis").selectOption("Janji");
    await page.getByLabel("Tentang", { exact: true }).fill("Komitmen OPD, rapat Tim DWG");
    await page.getByLabel("Tanggal", { exact: true }).fill(addDays(today, -20));
    await page.getByLabel("Dari siapa").fill("Sekretaris Daerah");
    const whom = page.getByRole("group", { name: "Penerima" });
    await whom.getByLabel("Kepala DP3A").check();
    await page.getByRole("button", { name: "Simpan sebagai draf" }).click();
    const form = page.getByRole("region", { name: "Tambah janji" });
    await form.getByLabel("Judul singkat").fill("Cegah perkawinan anak");
    await form.getByLabel("Bunyi").fill("Penyuluhan di dua desa lokus.");
    await form.getByLabel("Batas").fill(addDays(today, -2));
    await form.getByRole("button", { name: "Tambah", exact: true }).click();
    await expect(page.getByRole("status").filter({ hasText: "Ditambahkan." })).toBeVisible();
    await page.getByRole("button", { name: "Terbitkan" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      /1 dari 1 permintaan terlambat/,
    );
  });

  await test.step("Ringkasan has no coverage, and no other page breaks", async () => {
    await page.goto(`/ringkasan?kampanye=${slug}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "12 indikator membaik, 1 memburuk.",
    );
    await expect(main).toContainText("tidak ada cakupan di kampanye ini");
    await expect(main).toContainText("28 dari 28 terisi");
    await expect(
      main.getByRole("img", { name: "Kematian bayi: awal 3, kini 2, membaik" }),
    ).toBeVisible();
    await expect(main).toContainText("Cegah perkawinan anak");
    const screens = page.getByRole("navigation");
    await expect(screens.getByRole("link", { name: "Cakupan", exact: true })).toHaveCount(0);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    for (const address of ["/cakupan", "/input", "/mutu", "/verifikasi", "/sasaran"]) {
      await page.goto(`${address}?kampanye=${slug}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        "Kampanye ini hanya punya indikator.",
      );
    }
    await page.goto(`/kelengkapan?kampanye=${slug}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      `28 dari 28 nilai ${nameOf(now)} terisi.`,
    );
  });

  await test.step("the office that promised answers", async () => {
    await page.context().clearCookies();
    await signIn(head);
    await page.goto("/permintaan");
    await page.getByRole("link", { name: /Cegah perkawinan anak/ }).click();
    await expect(main).toContainText("Penyuluhan di dua desa lokus.");
    await page.getByRole("radio", { name: "Selesai" }).check();
    await page.getByRole("textbox", { name: "Jawaban" }).fill("Dua desa sudah didatangi.");
    await page.getByRole("button", { name: "Kirim jawaban" }).click();
    await expect(page.getByRole("region", { name: "Riwayat" })).toContainText(
      "Dua desa sudah didatangi.",
    );
  });
});

/** The one office that promises something. */
async function fillRegister(admin: APIRequestContext, districtCode: string): Promise<void> {
  const register = await admin.get(`/api/v1/offices?districtCode=${districtCode}`);
  const offices = [{ code: "dp3a", name: "DP3A", kind: "opd", headTitle: "Kepala DP3A" }];
  const tag = { "If-Match": register.headers()["etag"] ?? "" };
  await write(admin, "PUT", "/offices", { districtCode, offices }, tag);
}

async function openEntry(page: Page, slug: string, period: IndicatorPeriod): Promise<void> {
  await page.goto(`/indikator/isi?kampanye=${slug}&periode=${periodKey(period)}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Isi ${nameOf(period)}`);
}

/** The field of a value: of a share its numerator. */
function field(page: Page, indicator: string, village: string): Locator {
  const isShare = kampungKbTemplate.some(
    ({ name, measure }) => name === indicator && measure === "percent",
  );
  const label = `${indicator}, ${village}`;
  return page.getByLabel(isShare ? `${label}: pembilang atau persen` : label, { exact: true });
}

async function fillIn(page: Page, villages: readonly string[], told: Told): Promise<void> {
  for (const { name, measure } of kampungKbTemplate) {
    for (const [at, village] of villages.entries()) {
      await field(page, name, village).fill(told[name]?.[at] ?? "");
      if (measure === "percent") {
        await page.getByLabel(`${name}, ${village}: penyebut`, { exact: true }).fill("100");
      }
    }
  }
}
