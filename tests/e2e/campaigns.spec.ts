import { randomBytes } from "node:crypto";

import { addDays } from "@/lib/base/time/calendar-day";
import { localDay } from "@/lib/base/time/time-zone";

import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/accessible";
import { seen } from "./support/seen";
import { expectStep, fillDays, fillRound, onward, startFrom } from "./support/set-up";

const today = localDay(new Date(), "Asia/Jakarta");

test("the dinkes sets up a campaign, is told what does not fit, and what comes next", async ({
  page,
  newKabupaten,
  officeOf,
  signIn,
}) => {
  const kabupaten = await newKabupaten();
  await signIn(await officeOf({ kabupaten }));
  await page.goto("/kampanye");
  await page.getByRole("link", { name: "Buat kampanye" }).first().click();
  await page.getByRole("button", { name: "BIAN", exact: true }).click();
  await expectStep(page, "Umum");
  await expect(page.getByRole("main").getByText(kabupaten.name).first()).toBeVisible();
  const slug = `cerita-${randomBytes(5).toString("hex")}`;
  await page.getByLabel("Nama kampanye").fill(`BIAN ${kabupaten.name}`);
  await page.getByLabel("Alamat pendek").fill(slug);
  await fillDays(page, today, addDays(today, -3));
  await page.getByRole("button", { name: "Simpan, lanjut ke Wilayah dan unit" }).click();

  // A step is held against its own part, and what was typed is saved all the same.
  const rejected = page.getByRole("alert").filter({ hasText: "Selesai" });
  await expect(rejected).toContainText("Tersimpan. 1 isian di langkah ini belum benar:");
  await expect(rejected).toContainText("Tanggal selesai lebih awal daripada tanggal mulai.");
  await expect(rejected).toBeFocused();
  await expect(page.getByLabel("Nama kampanye")).toHaveValue(`BIAN ${kabupaten.name}`);
  await expectAccessible(page);

  await fillDays(page, today, addDays(today, 20));
  await onward(page, "Wilayah dan unit", "Yang diberikan");

  // Leaving and coming back loses nothing.
  await page.goto("/pengguna");
  await page.goto("/kampanye");
  const drafts = page.getByRole("region", { name: "Konsep Anda" });
  await drafts.getByRole("link", { name: `BIAN ${kabupaten.name}` }).click();
  await expectStep(page, "Wilayah dan unit");
  await expectAccessible(page);
  await onward(page, "Yang diberikan", "Kelompok", "Putaran dan kalender");
  await fillRound(page, 1, today, addDays(today, 20));
  await onward(page, "Orang");
  const whole = page.getByRole("region", { name: "Seluruhnya" });
  await expect(whole).toContainText("Campak-rubela (MR): target 95% jumlah, 3 kelompok");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Buat kampanye" }).click();
  await expect(page).toHaveURL(new RegExp(`/kampanye/${slug}`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`BIAN ${kabupaten.name}`);
  const steps = page.getByRole("region", { name: "Menyiapkan kampanye" });
  await expect(steps).toContainText("4 intervensi");
  await steps.getByRole("link", { name: "Muat sasaran" }).click();
  await expect(page).toHaveURL(/\/sasaran\/muat/);

  await page.goto(`/ringkasan?kampanye=${slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cakupan belum dapat dihitung");
});

test("an address that is taken says so, with the way to its field", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  await signIn(await officeOf(campaign));
  await startFrom(page, "PIN Polio");
  await page.getByLabel("Alamat pendek").fill(campaign.slug);
  await fillDays(page, today, addDays(today, 40));
  await onward(page, "Wilayah dan unit", "Yang diberikan", "Kelompok", "Putaran dan kalender");
  await fillRound(page, 1, today, addDays(today, 6));
  await fillRound(page, 2, addDays(today, 20), addDays(today, 26));
  await onward(page, "Orang");
  await page.getByRole("button", { name: "Buat kampanye" }).click();

  const rejected = page.getByRole("alert").filter({ hasText: "Kampanye belum dibuat." });
  await expect(rejected).toContainText("Sudah dipakai. Pilih yang lain.");
  await rejected.getByRole("link", { name: "Alamat pendek" }).click();
  await expectStep(page, "Umum");
  await expect(page.getByLabel("Alamat pendek")).toHaveValue(campaign.slug);
});

test("a goal that is typed as a share is asked about, and is not saved as less than 1%", async ({
  page,
  newKabupaten,
  newPerson,
  signIn,
}) => {
  await signIn(await newPerson("healthOffice", (await newKabupaten()).code));
  await startFrom(page, "Gebyar KLASIK");
  const slug = `cerita-${randomBytes(5).toString("hex")}`;
  await page.getByLabel("Alamat pendek").fill(slug);
  await fillDays(page, today, addDays(today, 10));
  await onward(page, "Wilayah dan unit");
  await page.getByLabel(/^Semua desa dan kelurahan/).check();
  await onward(page, "Yang diberikan");
  // The preset has no goal.
  await page.getByRole("radio", { name: /^Jumlah/ }).check();
  const goal = page.getByLabel("Target (%)");
  await goal.fill("0,95");
  await expect(page.getByRole("button", { name: "Maksudnya 95%? Jadikan 95%" })).toBeVisible();

  // Whoever does not look is told at the field, and nothing is saved.
  await page.getByRole("button", { name: "Simpan, lanjut ke Kelompok" }).click();
  await expect(goal).toHaveAccessibleDescription(/Tulis sebagai persen: 95 untuk 95%/);
  await expectStep(page, "Yang diberikan");

  await page.getByRole("button", { name: "Maksudnya 95%? Jadikan 95%" }).click();
  await expect(goal).toHaveValue("95");
  await expect(page.getByRole("button", { name: /^Maksudnya/ })).toHaveCount(0);
  await onward(page, "Kelompok", "Putaran dan kalender");
  await fillRound(page, 1, today, addDays(today, 10));
  await onward(page, "Orang");
  await page.getByRole("button", { name: "Buat kampanye" }).click();
  await expect(page).toHaveURL(new RegExp(`/kampanye/${slug}`));
  await expect(goal).toHaveValue("95");
});

test("a chosen set of villages reports, and no other", async ({
  page,
  newKabupaten,
  officeOf,
  signIn,
}) => {
  const kabupaten = await newKabupaten();
  await signIn(await officeOf({ kabupaten }));
  await startFrom(page, "Gebyar KLASIK");
  const slug = `cerita-${randomBytes(5).toString("hex")}`;
  await page.getByLabel("Alamat pendek").fill(slug);
  await fillDays(page, today, addDays(today, 10));
  await onward(page, "Wilayah dan unit");
  await expect(page.getByLabel("Desa dan kelurahan terpilih")).toBeChecked();
  const [village] = kabupaten.villages;
  await page.getByRole("searchbox").fill(village.code);
  await page.getByLabel(village.name, { exact: true }).check();
  await onward(page, "Yang diberikan");
  // What is served has no goal, and the preset is saved as it is given.
  await expect(page.getByRole("radio", { name: /^Tanpa target/ })).toBeChecked();
  await onward(page, "Kelompok", "Putaran dan kalender");
  await fillRound(page, 1, today, addDays(today, 10));
  await onward(page, "Orang");
  await page.getByRole("button", { name: "Buat kampanye" }).click();

  await expect(page).toHaveURL(new RegExp(`/kampanye/${slug}`));
  await page.goto(`/input?kampanye=${slug}`);
  await expect(seen(page, village.name).first()).toBeVisible();
  await expect(seen(page, /0 dari 1 desa terkirim/)).toBeVisible();
});

test("a village that is added midway is awaited from today, and the days before stay whole", async ({
  page,
  newCampaign,
  signIn,
}) => {
  const campaign = await newCampaign();
  const later = campaign.kabupaten.villages.at(4);
  if (!later) throw new Error("a kabupaten of a story has five villages");
  const day = addDays(today, -2);
  for (const unit of campaign.units) await campaign.report(unit, day, []);
  await signIn("admin");

  await page.goto(`/kampanye/${campaign.slug}`);
  await page.getByLabel("Desa dan kelurahan terpilih").check();
  await page.getByRole("searchbox").fill(later.code);
  await page.getByLabel(later.name, { exact: true }).check();
  await page.getByRole("button", { name: "Simpan perubahan" }).click();
  // There are reports, so what changes is told first, and why is asked.
  await page.getByRole("textbox", { name: "Alasan" }).fill("Desa pemekaran");
  await page.getByRole("button", { name: "Simpan perubahan ini" }).click();
  await expect(page.getByText("Perubahan disimpan.")).toBeVisible();

  await page.goto(campaign.at(`/kelengkapan?hari=${day}`));
  await expect(page.getByRole("heading", { name: /^Semua laporan .* sudah masuk$/ })).toBeVisible();
  await page.goto(campaign.at("/kelengkapan"));
  await expect(page.getByRole("heading", { name: /^Ditunggu hari ini: 6 / })).toBeVisible();
});
