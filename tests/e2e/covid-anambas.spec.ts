import { randomUUID } from "node:crypto";

import type { APIRequestContext } from "@playwright/test";
import { getDistricts, getVillages } from "idn-area-data";

import { addDays } from "@/lib/base/time/calendar-day";
import { localDay } from "@/lib/base/time/time-zone";

import { expect, test } from "./fixtures";
import { expectNoSidewaysScroll } from "./support/accessible";
import { readSheet } from "./support/csv";
import { readCoverage, write } from "./support/interface";
import { printed } from "./support/pdf";
import { seen } from "./support/seen";
import { maxRetries } from "./support/session";
import { shareOut } from "./support/share";

/** COVID-19 in Kepulauan Anambas, as zonasidik.com of 9 June 2021 has it. */
const code = "21.05";
const announced = { people: 32_415, doses: 5_113, day: "2021-06-08" };
const source = "zonasidik.com, 9 Juni 2021";
const said =
  /Angka diumumkan: 5\.113 dari 32\.415 orang, 15,8%, sampai .*8 Juni 2021 \(zonasidik\.com, 9 Juni 2021\)/;
/** Ours: the document says "seluruh OPD". */
const opd = ["Dinas Pendidikan", "Sekretariat Daerah"];

const campaign = {
  timeZone: "Asia/Jakarta",
  reportCutOff: "23:59",
  isSample: true,
  decidingTargetSource: "local",
  ...{ noun: "person", act: "vaccinated", gives: "dose" },
  interventions: [{ code: "DOSIS-1", name: "Dosis 1", shortName: "Dosis 1", coverageGoal: "1" }],
  targetGroups: [{ code: "umum", name: "Sasaran vaksinasi" }],
};

function village(area: { readonly code: string; readonly name: string }) {
  return { code: area.code, name: area.name, kind: "village", regionCode: area.code };
}

test("COVID Anambas: 15.8 % was announced of 32,415 on the kabupaten, and no unit holds them @desktop", async ({
  page,
  admin,
  newPerson,
  signIn,
}) => {
  const kecamatan = (await getDistricts()).filter(({ regency_code }) => regency_code === code);
  const villages = (await getVillages()).filter((each) =>
    each.district_code.startsWith(`${code}.`),
  );
  expect(kecamatan).toHaveLength(10);
  const slug = `covid-anambas-${randomUUID().slice(0, 8)}`;
  const office = (name: string, at: number) => ({
    ...{ code: `OPD-${String(at + 1)}`, name, kind: "office", regionCode: code },
  });
  await write(admin, "POST", "/campaigns", {
    ...campaign,
    slug,
    name: "Vaksinasi COVID-19 Kepulauan Anambas",
    districtCode: code,
    ...{ startsOn: "2021-06-01", endsOn: "2021-06-30", rhythm: "sessions" },
    rounds: [{ number: 1, startsOn: "2021-06-01", endsOn: "2021-06-30" }],
    reportingUnits: [...opd.map(office), ...villages.map(village)],
  });
  await write(admin, "PUT", `/campaigns/${slug}/target-populations`, {
    source: "local",
    asOf: announced.day,
    inForceFrom: "2021-06-01",
    rows: [{ unit: code, intervention: "DOSIS-1", targetGroup: "umum", people: announced.people }],
  });
  await signIn(await newPerson("healthOffice", code));
  const main = page.getByRole("main");

  await test.step("the total of the meeting is noted with its source", async () => {
    await page.goto(`/mutu?kampanye=${slug}`);
    const totals = page.getByRole("region", { name: "Total yang diumumkan" });
    await totals.getByText("Catat total").click();
    await totals.getByLabel("Tanggal").fill(announced.day);
    await totals.getByLabel("Jumlah yang diumumkan").fill("5.113");
    await totals.getByLabel("Sumber").fill(source);
    await totals.getByRole("button", { name: "Simpan total" }).click();
    await expect(totals.getByText("Total dicatat.")).toBeVisible();
  });

  for (const day of ["", `&tanggal=${announced.day}`]) {
    await test.step(`the summary has it, hatched, with the goal of 100 % ${day}`, async () => {
      await page.goto(`/ringkasan?kampanye=${slug}${day}`);
      const dose = main.getByRole("article", { name: "Dosis 1" });
      await expect(dose).toContainText(said);
      await expect(dose).toContainText("target 100%");
      await expect(dose.locator("[fill^='url(#']").first()).toBeAttached();
    });
  }

  await test.step("so has the print of that day, on one page", async () => {
    await page.emulateMedia({ media: "print" });
    await expect(seen(page, said)).toBeVisible();
    expect((await printed(page)).pages).toBe(1);
    await page.emulateMedia({ media: "screen" });
  });

  await test.step("on the day before nothing was announced yet", async () => {
    await page.goto(`/ringkasan?kampanye=${slug}&tanggal=2021-06-07`);
    await expect(main.getByRole("article", { name: "Dosis 1" })).toContainText("32.415");
    await expect(main).not.toContainText("Angka diumumkan");
  });

  await test.step("the coverage screen has it, and units in no kecamatan last and unranked", async () => {
    await page.goto(`/cakupan?kampanye=${slug}&sampai=${announced.day}`);
    await expect(main).toContainText(said);
    const rows = page.locator("#tabel tbody").getByRole("row");
    await expect(rows).toHaveCount(kecamatan.length + 1);
    await expect(rows.last()).toContainText("Di luar kecamatan");
    await expect(page.locator("#tabel tbody")).not.toContainText("Kabupaten");
    await expect(page.locator("#tabel tfoot")).toContainText("32.415");
    await expect(page.locator("#tabel tfoot")).toContainText("15,8% diumumkan");
  });

  await test.step("so has its file, beside the counts and not in them", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Unduh CSV" }).click(),
    ]);
    const { rows } = await readSheet(download, "kode");
    expect(rows.at(-1)).toMatchObject({
      ...{
        nama: "Jumlah",
        sasaran: "32415",
        divaksin: "",
        "cakupan (%)": "",
        "target cakupan (%)": "100",
      },
      ...{ "angka diumumkan": "5113", "diumumkan sampai": announced.day },
      "sumber pengumuman": source,
    });
    expect(rows.slice(0, -1).map((row) => row["angka diumumkan"])).toEqual(
      rows.slice(0, -1).map(() => ""),
    );
  });

  await test.step("so has the API, and the announced is in no count", async () => {
    const { total } = await readCoverage(page.request, slug, { asOf: announced.day });
    expect(total).toMatchObject([
      {
        targetPopulation: announced.people,
        coverageGoal: "1",
        dosesAdministered: 0,
        announced: { doses: announced.doses, day: announced.day, source },
      },
    ]);
  });

  await test.step("behind the number stands the kabupaten's own figure, and it is corrected there", async () => {
    await page.goto(`/cakupan/sumber?kampanye=${slug}&angka=sasaran&sampai=${announced.day}`);
    const lines = page.getByRole("region", { name: "Baris sasaran menurut tempat" }).first();
    await expect(lines).toContainText("angka sendiri, bukan jumlah unit");
    await expect(lines.getByRole("row").last()).toContainText("32.415");

    await page.goto(`/sasaran?kampanye=${slug}`);
    await page.getByRole("link", { name: /^Ubah Dosis 1.*Anambas: 32\.415$/ }).click();
    const form = page.locator("form").filter({ has: page.getByLabel("Sasaran baru") });
    await form.getByLabel("Sasaran baru").fill("32.500");
    await form.getByLabel("Nomor SK (bila ada)").fill("SK 12/2021");
    await form.getByLabel("Alasan").fill("Pendataan ulang");
    await form.getByRole("button", { name: "Simpan versi baru" }).click();
    await expect(seen(page, "Sasaran disimpan.")).toBeVisible();
    await expect(
      page.getByRole("link", { name: /^Ubah Dosis 1.*Anambas: 32\.500$/ }),
    ).toBeVisible();
  });
});

/** The same three stages, five days into a campaign: OPD, then offices of the camat, then villages. */
async function makeStages(
  admin: APIRequestContext,
  kabupaten: {
    readonly code: string;
    readonly villages: readonly { code: string; name: string }[];
  },
) {
  const today = localDay(new Date(), "Asia/Jakarta");
  const [startsOn, endsOn] = [addDays(today, -4), addDays(today, 25)];
  const offices = [...opd, "Kantor Camat"].map((name, at) => ({
    ...{ code: `kantor-${String(at + 1)}`, name, kind: "opd", headTitle: "Kepala" },
  }));
  const register = await admin.get("/api/v1/offices", {
    params: { districtCode: kabupaten.code },
    maxRetries,
  });
  await write(
    admin,
    "PUT",
    "/offices",
    { districtCode: kabupaten.code, offices },
    { "If-Match": register.headers()["etag"] ?? "" },
  );
  const slug = `tahap-${randomUUID().slice(0, 8)}`;
  const villages = kabupaten.villages.slice(0, 3);
  const stage = (name: string, units: readonly { code: string }[], opensOn: string) => ({
    ...{ kind: "stage", code: name.toLowerCase().replaceAll(" ", "-"), name, opensOn },
    units: units.map((unit) => unit.code),
  });
  await write(admin, "POST", "/campaigns", {
    ...campaign,
    slug,
    name: "Vaksinasi bertahap",
    districtCode: kabupaten.code,
    ...{ startsOn, endsOn, rhythm: "daily" },
    rounds: [{ number: 1, startsOn, endsOn }],
    reportingUnits: [
      ...offices.map((each) => ({
        ...{ code: each.code, name: each.name, kind: "office", regionCode: kabupaten.code },
      })),
      ...villages.map(village),
    ],
    unitSets: [
      stage("OPD", offices.slice(0, 2), startsOn),
      stage("Kantor camat", offices.slice(2), addDays(today, -1)),
      stage("Desa", villages, addDays(today, 3)),
    ],
    gates: [
      {
        code: "KANTOR-CAMAT",
        name: "Kantor camat dimulai setelah OPD selesai",
        terms: [{ intervention: "DOSIS-1", unitSet: { kind: "stage", code: "opd" }, atLeast: "1" }],
      },
    ],
  });
  const people = shareOut(100, 2);
  await write(admin, "PUT", `/campaigns/${slug}/target-populations`, {
    source: "local",
    asOf: startsOn,
    rows: [
      ...people.map((each, at) => ({ unit: offices[at]?.code, people: each })),
      { unit: kabupaten.code, people: 1_000 },
    ].map((row) => ({ ...row, intervention: "DOSIS-1", targetGroup: "umum" })),
  });
  return { slug, today, offices };
}

test("stages: OPD before offices of the camat before villages, and heads report their own", async ({
  page,
  admin,
  browser,
  newKabupaten,
  officeOf,
  headOf,
  sessionOf,
  signIn,
}) => {
  const kabupaten = await newKabupaten();
  const { slug, today, offices } = await makeStages(admin, kabupaten);
  const main = page.getByRole("main");

  await test.step("each stage owes reports from its own day on", async () => {
    const { rows } = await readCoverage(admin, slug, { by: "set", kind: "stage" });
    expect(rows.map(({ name, reportsExpected }) => [name, reportsExpected])).toEqual([
      ["OPD", 10],
      ["Kantor camat", 2],
      ["Desa", 0],
    ]);
    await signIn(await officeOf({ kabupaten }));
    await page.goto(`/kelengkapan?kampanye=${slug}&per=tahap`);
    await expect(seen(page, /0 dari 3/).first()).toBeVisible();
    await expectNoSidewaysScroll(page);
  });

  const gate = main.getByRole("region", { name: "Gerbang" });
  await test.step("the second stage waits for the first", async () => {
    await page.goto(`/ringkasan?kampanye=${slug}&per=tahap`);
    await expect(gate).toContainText("Kantor camat dimulai setelah OPD selesai: belum terbuka");
    await expect(gate).toContainText("Dosis 1, OPD paling sedikit 100%: 0,0% (0 dari 100)");
    await expect(gate.getByRole("img", { name: "belum terpenuhi", exact: true })).toHaveCount(1);
  });

  for (const [at, office] of offices.slice(0, 2).entries()) {
    await test.step(`the head of ${office.name} reports`, async () => {
      const context = await browser.newContext();
      await context.addCookies(await sessionOf(await headOf(kabupaten.code, office.code)));
      const head = await context.newPage();
      await head.goto(`/input/${office.code}?kampanye=${slug}`);
      await expect(head.getByRole("heading", { level: 1 })).toHaveText(office.name);
      await head.getByRole("textbox", { name: /^Dosis 1 · / }).fill("50");
      await head.getByRole("button", { name: /^Kirim/ }).click();
      await expect(head.getByRole("status").filter({ hasText: /^Terkirim[ ,]/ })).toBeVisible();
      const other = offices[1 - at]?.code ?? "";
      const foreign = await head.request.get(`/input/${other}?kampanye=${slug}`, { maxRetries });
      expect(foreign.status()).toBe(404);
      // The gate is a condition of the kabupaten: an office alone has no answer to it.
      await head.goto(`/ringkasan?kampanye=${slug}`);
      await expect(head.getByRole("main")).toContainText("50 dari 50 orang");
      await expect(head.getByRole("region", { name: "Gerbang" })).toHaveCount(0);
      await context.close();
    });
  }

  await test.step("then the second stage is open", async () => {
    await page.reload();
    await expect(gate).toContainText("Kantor camat dimulai setelah OPD selesai: terbuka");
    await expect(gate).toContainText("100,0% (100 dari 100)");
    await expect(gate.getByRole("img", { name: "terpenuhi", exact: true })).toHaveCount(1);
    const answer = await page.request.get(`/api/v1/campaigns/${slug}/coverage`, { maxRetries });
    expect(await answer.json()).toMatchObject({
      gates: [{ isOpen: true, terms: [{ unitSet: { kind: "stage", code: "opd" }, isMet: true }] }],
    });
  });

  await test.step("the kabupaten's own figure divides, and the detail of the units stands beside it", async () => {
    const { total } = await readCoverage(page.request, slug, { asOf: today });
    expect(total).toMatchObject([
      { targetPopulation: 1_000, targetDetail: 100, dosesAdministered: 100 },
    ]);
  });
});
