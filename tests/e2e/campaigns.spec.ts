import { randomBytes } from "node:crypto";

import { addDays } from "@/lib/base/time/calendar-day";
import { localDay } from "@/lib/base/time/time-zone";

import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/accessible";
import { seen } from "./support/seen";

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
  await expect(page.getByRole("main").getByText(kabupaten.name).first()).toBeVisible();

  await page.getByRole("button", { name: "BIAN" }).click();
  const slug = `cerita-${randomBytes(5).toString("hex")}`;
  await page.getByLabel("Nama kampanye").fill(`BIAN ${kabupaten.name}`);
  await page.getByLabel("Alamat pendek").fill(slug);
  const time = page.getByRole("region", { name: "Waktu" });
  const round = page.getByRole("group", { name: "Putaran 1" });
  await time.getByLabel("Mulai").fill(today);
  await time.getByLabel("Selesai").fill(addDays(today, -3));
  await round.getByLabel("Mulai").fill(today);
  await round.getByLabel("Selesai").fill(addDays(today, 20));
  await page.getByRole("button", { name: "Buat kampanye" }).click();

  const rejected = page.getByRole("alert").filter({ hasText: "Selesai" });
  await expect(rejected).toContainText("Tanggal selesai lebih awal daripada tanggal mulai.");
  await expect(rejected).toBeFocused();
  await expect(page.getByLabel("Nama kampanye")).toHaveValue(`BIAN ${kabupaten.name}`);
  await expectAccessible(page);

  await time.getByLabel("Selesai").fill(addDays(today, 20));
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

test("an address that is taken says so at its field", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  await signIn(await officeOf(campaign));
  await page.goto("/kampanye/baru");
  await page.getByRole("button", { name: "PIN Polio" }).click();
  await page.getByLabel("Alamat pendek").fill(campaign.slug);
  const time = page.getByRole("region", { name: "Waktu" });
  await time.getByLabel("Mulai").fill(today);
  await time.getByLabel("Selesai").fill(addDays(today, 40));
  const rounds = page.getByRole("group", { name: /^Putaran \d$/ });
  for (let index = 0; index < (await rounds.count()); index++) {
    await rounds
      .nth(index)
      .getByLabel("Mulai")
      .fill(addDays(today, index * 20));
    await rounds
      .nth(index)
      .getByLabel("Selesai")
      .fill(addDays(today, index * 20 + 6));
  }
  await page.getByRole("button", { name: "Buat kampanye" }).click();

  await expect(page.getByLabel("Alamat pendek")).toHaveAccessibleDescription(
    /Sudah dipakai\. Pilih yang lain\./,
  );
});

test("a goal that is typed as a share is asked about, and is not saved as less than 1%", async ({
  page,
  newKabupaten,
  newPerson,
  signIn,
}) => {
  await signIn(await newPerson("healthOffice", (await newKabupaten()).code));
  await page.goto("/kampanye/baru");
  await page.getByRole("button", { name: "Gebyar KLASIK" }).click();
  const slug = `cerita-${randomBytes(5).toString("hex")}`;
  await page.getByLabel("Alamat pendek").fill(slug);
  for (const group of [
    page.getByRole("region", { name: "Waktu" }),
    page.getByRole("group", { name: "Putaran 1" }),
  ]) {
    await group.getByLabel("Mulai").fill(today);
    await group.getByLabel("Selesai").fill(addDays(today, 10));
  }
  await page.getByLabel(/^Semua desa dan kelurahan/).check();
  // The preset has no goal.
  await page.getByRole("radio", { name: /^Jumlah/ }).check();
  const goal = page.getByLabel("Target (%)");
  await goal.fill("0,95");
  await expect(page.getByRole("button", { name: "Maksudnya 95%? Jadikan 95%" })).toBeVisible();

  // Whoever does not look is told at the field, and nothing is saved.
  await page.getByRole("button", { name: "Buat kampanye" }).click();
  await expect(goal).toHaveAccessibleDescription(/Tulis sebagai persen: 95 untuk 95%/);
  await expect(page).toHaveURL(/\/kampanye\/baru$/);

  await page.getByRole("button", { name: "Maksudnya 95%? Jadikan 95%" }).click();
  await expect(goal).toHaveValue("95");
  await expect(page.getByRole("button", { name: /^Maksudnya/ })).toHaveCount(0);
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
  await page.goto("/kampanye/baru");
  await page.getByRole("button", { name: "Gebyar KLASIK" }).click();
  const slug = `cerita-${randomBytes(5).toString("hex")}`;
  await page.getByLabel("Alamat pendek").fill(slug);
  const time = page.getByRole("region", { name: "Waktu" });
  await time.getByLabel("Mulai").fill(today);
  await time.getByLabel("Selesai").fill(addDays(today, 10));
  const round = page.getByRole("group", { name: "Putaran 1" });
  await round.getByLabel("Mulai").fill(today);
  await round.getByLabel("Selesai").fill(addDays(today, 10));
  // What is served has no goal, and the preset is saved as it is given.
  await expect(page.getByRole("radio", { name: /^Tanpa target/ })).toBeChecked();
  await page.getByLabel("Desa dan kelurahan terpilih").check();
  const [village] = kabupaten.villages;
  await page.getByRole("searchbox").fill(village.code);
  await page.getByLabel(village.name, { exact: true }).check();
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
  await page.getByLabel("Alasan").fill("Desa pemekaran");
  await page.getByRole("button", { name: "Simpan perubahan ini" }).click();
  await expect(page.getByText("Perubahan disimpan.")).toBeVisible();

  await page.goto(campaign.at(`/kelengkapan?hari=${day}`));
  await expect(page.getByRole("heading", { name: /^Semua laporan .* sudah masuk$/ })).toBeVisible();
  await page.goto(campaign.at("/kelengkapan"));
  await expect(page.getByRole("heading", { name: /^Ditunggu hari ini: 6 / })).toBeVisible();
});
