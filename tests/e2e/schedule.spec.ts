import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";

import type { APIRequestContext } from "@playwright/test";

import { addDays } from "@/lib/base/time/calendar-day";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import type { OwnCampaign } from "./support/campaign";
import { maxRetries } from "./support/session";

/** Stores a record of the campaign's plan; answers its id. */
async function store(
  admin: APIRequestContext,
  { slug }: OwnCampaign,
  resource: "strategies" | "teams" | "sessions",
  body: object,
): Promise<string> {
  const id = randomUUID();
  const answer = await admin.put(`/api/v1/campaigns/${slug}/${resource}/${id}`, {
    data: { sent: randomUUID(), version: 0, ...body },
    maxRetries,
  });
  expect(answer.status(), await answer.text()).toBe(200);
  return id;
}

function session(unit: string, day: string, change: object = {}) {
  return {
    ...{ unit, day, mode: "outreach", targetGroups: [], team: null, planned: 80 },
    ...{ calledOff: null, ...change },
  };
}

test("strategies and a team propose a week, which nobody has before it is applied", async ({
  page,
  signIn,
  newCampaign,
  officeOf,
}) => {
  const campaign = await newCampaign({ rhythm: "sessions" });
  await signIn(await officeOf(campaign));
  await page.goto(campaign.at("/jadwal"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Belum ada jadwal.");
  await page.getByRole("link", { name: "Tetapkan strategi" }).click();

  await page.getByLabel("Di mana").selectOption({ label: campaign.kabupaten.kecamatan.name });
  await page.getByLabel("Caranya").selectOption({ label: "Pos pelayanan" });
  await page.getByRole("button", { name: "Tambah strategi" }).click();
  await expect(page.getByText("Strategi tersimpan.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Strategi" })).toContainText("Pos pelayanan");

  // What is wrong is said, and what was typed stands.
  await page.getByLabel("Nama tim").fill("Tim 1");
  await page.getByRole("button", { name: "Tambah tim" }).click();
  await expect(page.getByText("Tulis bilangan bulat, misalnya 12.")).toBeVisible();
  await expect(page.getByLabel("Nama tim")).toHaveValue("Tim 1");
  await page.getByLabel("Orang per hari", { exact: true }).fill("80");
  await page.getByRole("button", { name: "Tambah tim" }).click();
  const teams = page.getByRole("region", { name: "Tim", exact: true });
  await expect(teams.getByText("80 orang per hari")).toBeVisible();
  const history = page.getByRole("region", { name: "Riwayat" });
  await expect(history).toContainText("Strategi ditambah");
  await expect(history).toContainText("Tim ditambah");
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);

  // Next week has all of its days.
  const day = addDays(campaign.today, 7);
  await page.goto(campaign.at(`/jadwal?hari=${day}`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Belum ada sesi minggu ini.");
  await page.getByRole("link", { name: "Usulkan minggu ini" }).click();
  const proposal = page.getByRole("heading", { level: 1, name: /^Usulan minggu/ });
  await expect(proposal).toBeVisible();
  const picks = page.getByRole("checkbox");
  await expect(picks.first()).toBeVisible();
  const proposed = await picks.count();
  expect(proposed).toBeGreaterThan(0);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Belum ada sesi minggu ini.");
  await page.getByRole("link", { name: "Usulkan minggu ini" }).click();
  await expect(proposal).toBeVisible();
  await picks.first().uncheck();
  await page.getByRole("button", { name: "Terapkan" }).click();
  await expect(page.getByText(`${String(proposed - 1)} sesi tersimpan.`)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    `${String(proposed - 1)} sesi direncanakan minggu ini`,
  );
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test("a report makes a session held; it is moved, called off, and its history stays", async ({
  page,
  admin,
  signIn,
  newCampaign,
  officeOf,
}) => {
  const campaign = await newCampaign({ rhythm: "sessions" });
  const [first, second, third] = campaign.villages;
  const yesterday = addDays(campaign.today, -1);
  await store(admin, campaign, "sessions", session(first.code, yesterday));
  const moved = await store(admin, campaign, "sessions", session(second.code, yesterday));
  await campaign.report(first, yesterday, [12, 30]);
  await signIn(await officeOf(campaign));

  await page.goto(campaign.at(`/jadwal?hari=${yesterday}`));
  const cell = (name: string) =>
    page.getByRole("link", { name: new RegExp(name) }).filter({ visible: true });
  await expect(cell(first.name)).toContainText("terlaksana 30/80");
  await expect(cell(second.name)).toContainText("menunggu laporan");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "1 dari 2 sesi terlaksana, 30 dari 160 orang terlayani.",
  );

  await page.goto(campaign.at(`/jadwal/${moved}`));
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  const tomorrow = addDays(campaign.today, 1);
  await page.getByLabel("Tempat").selectOption(third.code);
  await page.getByLabel("Hari", { exact: true }).fill(tomorrow);
  await page.getByRole("button", { name: "Simpan" }).click();
  await expect(page.getByText("Jadwal tersimpan.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(third.name);

  // A reason is asked for, and nothing that was ticked is lost.
  await page.getByLabel("Sesi ini tidak jadi").check();
  await page.getByRole("button", { name: "Simpan" }).click();
  await expect(page.getByText("Wajib diisi.")).toBeVisible();
  await page.getByLabel("Alasan").fill("Jalan terendam banjir");
  await page.getByRole("button", { name: "Simpan" }).click();
  await expect(page.getByText("Tidak jadi: Jalan terendam banjir").first()).toBeVisible();
  const history = page.getByRole("region", { name: "Riwayat" });
  await expect(history.getByRole("listitem")).toHaveCount(3);
  await expect(history).toContainText(second.name);
});

test("two sessions of one team on a day are warned of on both; the week goes to a calendar", async ({
  page,
  admin,
  signIn,
  newCampaign,
  officeOf,
}) => {
  const campaign = await newCampaign({ rhythm: "sessions", isSample: true });
  const [first, second] = campaign.villages;
  const { kecamatan } = campaign.kabupaten;
  const team = await store(admin, campaign, "teams", {
    ...{ name: "Tim 1", base: kecamatan.code, peoplePerDay: 80, isClosed: false },
  });
  for (const { code } of [first, second]) {
    await store(admin, campaign, "sessions", session(code, campaign.today, { team }));
  }
  await signIn(await officeOf(campaign));
  await page.goto(campaign.at("/jadwal"));
  await expect(page.getByText("2 sesi bentrok.")).toBeVisible();
  await expect(
    page.getByLabel("Tim ini punya dua sesi pada hari itu").filter({ visible: true }),
  ).toHaveCount(2);

  const [calendar] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Kalender (.ics)" }).click(),
  ]);
  const text = await readFile(await calendar.path(), "utf8");
  expect(text).toContain("BEGIN:VCALENDAR\r\n");
  expect(text).toContain(`DTSTART;VALUE=DATE:${campaign.today.replaceAll("-", "")}\r\n`);
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(text).toContain("DATA CONTOH");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSV" }).click(),
  ]);
  expect(await readFile(await file.path(), "utf8")).toContain("Jemput bola");
});

test("moving a team says the loss first, and changes nothing until it is applied", async ({
  page,
  admin,
  signIn,
  newCampaign,
  officeOf,
}) => {
  const campaign = await newCampaign({ rhythm: "sessions" });
  const { kabupaten } = campaign;
  await store(admin, campaign, "strategies", {
    ...{ place: kabupaten.code, targetGroups: [], mode: "outreach", isWithdrawn: false },
  });
  for (const name of ["Tim 1", "Tim 2"]) {
    const base = kabupaten.kecamatan.code;
    await store(admin, campaign, "teams", { name, base, peoplePerDay: 80, isClosed: false });
  }
  await signIn(await officeOf(campaign));
  await page.goto(campaign.at("/jadwal"));
  const whatIf = page.getByRole("region", { name: "Bagaimana bila satu tim dipindah?" });
  await whatIf.getByLabel("Tim", { exact: true }).selectOption({ label: "Tim 1" });
  await whatIf.getByLabel("Ke").selectOption({ label: kabupaten.neighbour.name });
  await whatIf.getByLabel("Dari").selectOption(campaign.today);
  await whatIf.getByLabel("Sampai").selectOption(campaign.today);
  await whatIf.getByLabel("Orang per hari di sana").fill("60");
  const bars = whatIf.getByRole("img");
  await expect(bars).toHaveCount(2);
  await expect(bars.first()).toHaveAccessibleName(
    new RegExp(`${kabupaten.kecamatan.name}: kini 160 per hari, lalu 80 per hari, perlu`),
  );
  await expect(bars.last()).toHaveAccessibleName(
    new RegExp(`${kabupaten.neighbour.name}: kini 0 per hari, lalu 60 per hari`),
  );
  await expect(whatIf).toContainText("perkiraan akhir");
  await expectAccessible(page);
  // Nothing is stored by looking.
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Belum ada sesi minggu ini.");

  await whatIf.getByLabel("Ke").selectOption({ label: kabupaten.neighbour.name });
  await whatIf.getByLabel("Dari").selectOption(campaign.today);
  await whatIf.getByLabel("Sampai").selectOption(campaign.today);
  await whatIf.getByLabel("Orang per hari di sana").fill("60");
  await whatIf.getByRole("button", { name: "Terapkan" }).click();
  await expect(page.getByText("1 sesi tersimpan.")).toBeVisible();
  await expect(
    page
      .getByRole("link", { name: new RegExp(kabupaten.neighbourVillage.name) })
      .filter({ visible: true }),
  ).toContainText("60");
});

test("a camat sees and plans their own area; the schedule works without scripts", async ({
  page,
  browser,
  context,
  admin,
  signIn,
  newCampaign,
  newPerson,
  camatOf,
  expectIncident,
}) => {
  const campaign = await newCampaign({ rhythm: "sessions" });
  const [first] = campaign.villages;
  const { kecamatan, neighbour, neighbourVillage } = campaign.kabupaten;
  await store(admin, campaign, "sessions", session(first.code, campaign.today));
  const far = await store(
    admin,
    campaign,
    "sessions",
    session(neighbourVillage.code, campaign.today),
  );
  await signIn(await camatOf(campaign));
  await page.goto(campaign.at("/jadwal"));
  const shown = page.getByRole("main");
  await expect(shown).toContainText(first.name);
  await expect(shown).not.toContainText(neighbourVillage.name);
  await page.getByRole("link", { name: "Tambah sesi" }).click();
  await expect(page.getByLabel("Tempat")).not.toContainText(neighbourVillage.name);
  expectIncident("404");
  expect((await page.goto(campaign.at(`/jadwal/${far}`)))?.status()).toBe(404);

  // Who reads alone has no form.
  await context.clearCookies();
  await signIn(await newPerson("villageHead", first.code));
  await page.goto(campaign.at("/jadwal"));
  await expect(shown).toContainText(first.name);
  await expect(page.getByRole("link", { name: "Usulkan minggu ini" })).toHaveCount(0);
  expect((await page.goto(campaign.at("/jadwal/atur")))?.status()).toBe(404);

  // A stranger finds nothing.
  await context.clearCookies();
  await signIn(await newPerson("healthOffice", "62.03"));
  expect((await page.goto(campaign.at("/jadwal")))?.status()).toBe(404);

  const camat = await newPerson("subdistrictHead", kecamatan.code);
  const plain = await browser.newContext({ javaScriptEnabled: false });
  await context.clearCookies();
  await signIn(camat);
  await plain.addCookies(await context.cookies());
  const withoutScripts = await plain.newPage();
  await withoutScripts.goto(campaign.at("/jadwal"));
  await expect(withoutScripts.getByRole("main")).toContainText(first.name);
  await withoutScripts.goto(campaign.at("/jadwal/atur"));
  await withoutScripts.getByLabel("Nama tim").fill("Tim 1");
  await withoutScripts.getByLabel("Orang per hari", { exact: true }).fill("80");
  await withoutScripts.getByRole("button", { name: "Tambah tim" }).click();
  await expect(withoutScripts.getByText("80 orang per hari").first()).toBeVisible();
  await plain.close();
  expect(neighbour.code).not.toBe(kecamatan.code);
});
