import { randomUUID } from "node:crypto";

import type { APIRequestContext, Page } from "@playwright/test";
import { getDistricts, getVillages } from "idn-area-data";

import { addDays } from "@/lib/base/time/calendar-day";
import { localDay } from "@/lib/base/time/time-zone";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import { sendReports, write } from "./support/interface";
import { printed } from "./support/pdf";
import { seen } from "./support/seen";
import { maxRetries } from "./support/session";
import { shareOut } from "./support/share";

const today = localDay(new Date(), "Asia/Jakarta");
const slugOf = (name: string) => `${name}-${randomUUID().slice(0, 8)}`;

type Office = { readonly code: string; readonly name: string; readonly headTitle: string };

/** The register of a kabupaten. */
async function fillRegister(
  admin: APIRequestContext,
  districtCode: string,
  offices: readonly Office[],
): Promise<void> {
  const register = await admin.get("/api/v1/offices", { params: { districtCode }, maxRetries });
  const tag = { "If-Match": register.headers()["etag"] ?? "" };
  const filled = offices.map((office) => ({ ...office, kind: "opd" }));
  await write(admin, "PUT", "/offices", { districtCode, offices: filled }, tag);
}

/** Issues a directive about a campaign, and answers its address. */
async function issue(admin: APIRequestContext, slug: string, directive: object): Promise<string> {
  const id = randomUUID();
  const body = { version: 0, isIssued: true, ...directive };
  await write(admin, "PUT", `/campaigns/${slug}/directives/${id}`, body);
  return `/tindak-lanjut/${id}?kampanye=${slug}`;
}

/** Says on the page of what is asked of somebody that it is done. */
async function sayDone(page: Page, order: RegExp, words: string): Promise<void> {
  await page.goto("/permintaan");
  await page.getByRole("link", { name: order }).click();
  await page.getByRole("radio", { name: "Selesai" }).check();
  await page.getByRole("textbox", { name: "Jawaban" }).fill(words);
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await expect(page.getByRole("region", { name: "Riwayat" })).toContainText(words);
}

/** Whom Instruksi Bupati Kapuas 443.51/686/DINKES Tahun 2022 names, by code and name. */
const bianOffices = [
  ["dinkes", "Dinas Kesehatan"],
  ["disdik", "Dinas Pendidikan"],
  ["dinsos", "Dinas Sosial"],
  ["p3akb", "Dinas PPPAPPKB"],
  ["dpmd", "Dinas Pemberdayaan Masyarakat dan Desa"],
  ["kominfo", "Dinas Komunikasi dan Informatika"],
  ["pkk", "TP PKK"],
].map(([code = "", name = ""]) => ({ code, name, headTitle: `Kepala ${name}` }));

test("BIAN: four orders to twelve addressees, and what a camat says of remote villages is measured @desktop", async ({
  page,
  context,
  admin,
  newKabupaten,
  newPerson,
  officeOf,
  camatOf,
  signIn,
}) => {
  // Four people look at it, one on paper.
  test.slow();
  const kabupaten = await newKabupaten();
  const [served, unserved, ...others] = kabupaten.villages.slice(0, 4);
  if (!served || !unserved) throw new Error("a kabupaten of a story has villages");
  const slug = slugOf("bian");
  const column = { intervention: "MR", targetGroup: "anak" };
  const units = [served, unserved, ...others];
  await fillRegister(admin, kabupaten.code, bianOffices);
  await write(admin, "POST", "/campaigns", {
    ...{ slug, name: "BIAN", districtCode: kabupaten.code, timeZone: "Asia/Jakarta" },
    ...{ startsOn: addDays(today, -5), endsOn: addDays(today, 10), reportCutOff: "23:59" },
    rounds: [{ number: 1, startsOn: addDays(today, -5), endsOn: addDays(today, 10) }],
    ...{ isSample: true, decidingTargetSource: "local" },
    interventions: [{ code: "MR", name: "Campak-rubela", shortName: "MR", coverageGoal: "0.95" }],
    targetGroups: [{ code: "anak", name: "9–59 bulan" }],
    reportingUnits: units.map(({ code, name }) => ({
      ...{ code, name, kind: "village", regionCode: code },
    })),
    unitSets: [
      {
        ...{ kind: "remote", code: "terpencil", name: "Terpencil" },
        units: [served.code, unserved.code],
      },
    ],
  });
  await write(admin, "PUT", `/campaigns/${slug}/target-populations`, {
    ...{ source: "local", asOf: today },
    rows: units.map(({ code }) => ({ unit: code, ...column, people: 100 })),
  });
  await sendReports(admin, slug, [
    { unit: served.code, day: addDays(today, -1), counts: [{ ...column, residents: 40 }] },
  ]);
  const order = (title: string, due: number, measure: string | null = null) => ({
    ...{ title, text: `${title}.`, dueOn: addDays(today, due), measure },
    askedOf: Array.from({ length: 12 }, (_, index) => index + 1),
  });
  const address = await issue(admin, slug, {
    ...{ kind: "instruction", number: "443.51/686/DINKES Tahun 2022", issuer: "Bupati Kapuas" },
    ...{ title: "Penyelenggaraan BIAN", day: addDays(today, -20) },
    addressees: [
      ...bianOffices.map(({ code }) => ({ kind: "office", office: code })),
      ...[{ kind: "subdistricts" }, { kind: "villages" }],
      ...["Ketua Organisasi Masyarakat", "Tokoh Masyarakat", "Tokoh Agama"].map((name) => ({
        ...{ kind: "class", name, office: null },
      })),
    ],
    orders: [
      order("Kawal sampai desa, capai target", 10, "coverage:MR"),
      order("Gerakkan masyarakat", -3),
      order("Koordinasi pendataan", -10, "targets"),
      order("Jangkau pelosok", -5, "set:remote"),
    ],
  });

  await test.step("a camat says that remote villages are reached, and sees that half of them are", async () => {
    await signIn(await camatOf({ kabupaten }));
    await sayDone(page, /KEEMPAT/, "Semua desa sudah dikunjungi.");
    await expect(page.getByText("Dinyatakan selesai, terukur 50,0%.")).toBeVisible();
    await expect(page.getByText("1 dari 2 unit terpencil sudah ada pelayanan")).toBeVisible();
  });

  const camat = `Camat ${kabupaten.kecamatan.name}`;
  await test.step("the health office sees both side by side, by class and by kecamatan", async () => {
    await context.clearCookies();
    await signIn(await officeOf({ kabupaten }));
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      /^[\d.]+ dari [\d.]+ permintaan terlambat, 1 selesai\.$/,
    );
    await expect(page.getByRole("table").locator("tbody").getByRole("row")).toHaveCount(12);
    const said = page.getByRole("region", { name: "Dinyatakan selesai, terukur belum" });
    await expect(said.getByRole("listitem").filter({ hasText: camat })).toContainText("50,0%");
    await page.getByRole("link", { name: "Menurut kecamatan" }).click();
    const row = page.getByRole("row", { name: new RegExp(`^${kabupaten.kecamatan.name} `) });
    await expect(row.getByRole("link", { name: /KEEMPAT: 1 dari \d+ selesai/ })).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await row.getByRole("link", { name: /KEEMPAT/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      `Kecamatan ${kabupaten.kecamatan.name}, KEEMPAT`,
    );
    await expect(page.getByRole("row", { name: new RegExp(camat) })).toContainText("Selesai");
  });

  await test.step("the bupati's A4 has what is late", async () => {
    await context.clearCookies();
    await signIn(await newPerson("regentOffice", kabupaten.code));
    await page.goto(`/ringkasan?kampanye=${slug}`);
    await page.emulateMedia({ media: "print" });
    await expect(seen(page, /^Yang diminta: [\d.]+ dari [\d.]+ terlambat$/)).toBeVisible();
    expect((await printed(page)).pages).toBe(1);
    await page.emulateMedia({ media: "screen" });
  });
});

test("COVID Kapuas: the four decisions of 5 October 2021 are followed up @desktop", async ({
  page,
  context,
  admin,
  newKabupaten,
  officeOf,
  headOf,
  signIn,
}) => {
  const kabupaten = await newKabupaten();
  const slug = slugOf("covid-rapat");
  const [village] = kabupaten.villages;
  await fillRegister(admin, kabupaten.code, [
    { code: "dinkes", name: "Dinas Kesehatan", headTitle: "Kepala Dinas Kesehatan" },
    { code: "setda", name: "Sekretariat Daerah", headTitle: "Sekretaris Daerah" },
  ]);
  await write(admin, "POST", "/campaigns", {
    ...{ slug, name: "Vaksinasi COVID-19", districtCode: kabupaten.code },
    ...{ startsOn: "2021-10-05", endsOn: "2022-05-31", timeZone: "Asia/Jakarta" },
    rounds: [{ number: 1, startsOn: "2021-10-05", endsOn: "2022-05-31" }],
    ...{ reportCutOff: "23:59", isSample: true, decidingTargetSource: "local" },
    ...{ noun: "person", act: "vaccinated", gives: "dose", rhythm: "sessions" },
    interventions: [
      { code: "DOSIS-1", name: "Dosis 1", shortName: "Dosis 1", coverageGoal: "0.70" },
    ],
    targetGroups: [{ code: "umum", name: "Sasaran vaksinasi" }],
    reportingUnits: [
      { code: village.code, name: village.name, kind: "village", regionCode: village.code },
    ],
  });
  const decision = (title: string, askedOf: readonly number[]) => ({
    ...{ title, text: `${title}.`, dueOn: "2021-10-31", askedOf },
  });
  const address = await issue(admin, slug, {
    ...{ kind: "meeting", title: "Rapat Koordinasi dan evaluasi PPKM Level 2" },
    ...{ day: "2021-10-05", issuer: "Bupati Kapuas", reviewOn: "2021-11-08" },
    source: "lenterakalimantan.com",
    addressees: [
      { kind: "office", office: "dinkes" },
      { kind: "office", office: "setda" },
      { kind: "subdistricts" },
    ],
    orders: [
      decision("Jemput bola ke desa di luar Selat, dan bagi lansia dan komorbid", [3]),
      decision("Pos vaksinasi di tiap desa dan kelurahan Selat", [1]),
      decision("Tanpa sertifikat tidak dilayani pelayanan publik dan bantuan sosial", [2]),
      decision("Habiskan 38 ribu vaksin", [1]),
    ],
  });

  await test.step("the head of an office has what is theirs, and answers", async () => {
    await signIn(await headOf(kabupaten.code, "setda"));
    await page.goto("/permintaan");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 hal diminta kepada Anda.");
    await sayDone(page, /Tanpa sertifikat/, "Surat edaran terbit, tanpa daftar nama.");
  });

  await test.step("what was decided stands in a row each, and one is done", async () => {
    await context.clearCookies();
    await signIn(await officeOf({ kabupaten }));
    await page.goto(address);
    await expect(
      page.getByRole("region", { name: "4 keputusan, 1 selesai penuh" }).first(),
    ).toBeVisible();
    await expect(page.getByRole("row", { name: /Tanpa sertifikat/ })).toContainText("1 dari 1");
    await expect(page.getByRole("row", { name: /Habiskan 38 ribu/ })).toContainText(
      "1 terlambat: Dinas Kesehatan",
    );
    await expect(page.getByRole("row", { name: /Jemput bola/ })).toContainText(/\d+ camat/);
    await expect(page.getByText("Seharusnya ditinjau")).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole("link", { name: "Menurut penerima" }).click();
    await expect(page.getByRole("row", { name: /Seluruh camat/ })).toBeVisible();
  });
});

test("COVID Anambas: the figures of 9 June beside those of its review on 16 June @desktop", async ({
  page,
  context,
  admin,
  newPerson,
  signIn,
}) => {
  // Two days of 54 villages are sent first.
  test.slow();
  const code = "21.05";
  const people = 32_415;
  const kecamatan = (await getDistricts()).filter(({ regency_code }) => regency_code === code);
  const villages = (await getVillages()).filter((each) =>
    each.district_code.startsWith(`${code}.`),
  );
  const slug = slugOf("anambas-rapat");
  // The same camat is asked again where the story is told again.
  const label = slug.slice(-8);
  const column = { intervention: "DOSIS-1", targetGroup: "umum" };
  await write(admin, "POST", "/campaigns", {
    ...{ slug, name: "Vaksinasi COVID-19 Kepulauan Anambas", districtCode: code },
    ...{ startsOn: "2021-06-01", endsOn: "2021-06-30", timeZone: "Asia/Jakarta" },
    rounds: [{ number: 1, startsOn: "2021-06-01", endsOn: "2021-06-30" }],
    ...{ reportCutOff: "23:59", isSample: true, decidingTargetSource: "local" },
    ...{ noun: "person", act: "vaccinated", gives: "dose", rhythm: "sessions" },
    interventions: [{ code: "DOSIS-1", name: "Dosis 1", shortName: "Dosis 1", coverageGoal: "1" }],
    targetGroups: [{ code: "umum", name: "Sasaran vaksinasi" }],
    reportingUnits: villages.map((area) => ({
      ...{ code: area.code, name: area.name, kind: "village", regionCode: area.code },
    })),
  });
  await write(admin, "PUT", `/campaigns/${slug}/target-populations`, {
    ...{ source: "local", asOf: "2021-06-08", inForceFrom: "2021-06-01" },
    rows: [{ unit: code, ...column, people }],
  });
  // 5,113 were announced at the meeting; which village had how many, and what came in the week after, is ours.
  for (const [day, doses] of [
    ["2021-06-08", 5_113],
    ["2021-06-15", 4_727],
  ] as const) {
    const shares = shareOut(doses, villages.length);
    await sendReports(
      admin,
      slug,
      villages.map(({ code: unit }, index) => ({
        ...{ unit, day },
        counts: [{ ...column, residents: shares[index] ?? 0 }],
      })),
    );
  }
  const address = await issue(admin, slug, {
    ...{ kind: "meeting", title: "Rapat Koordinasi Percepatan Vaksinasi", day: "2021-06-09" },
    ...{ issuer: "Bupati Kepulauan Anambas", reviewOn: "2021-06-16" },
    addressees: [{ kind: "subdistricts" }],
    orders: [
      {
        label,
        title: "Bentuk tim kecil edukasi di tiap kecamatan",
        text: "Para camat segera bentuk tim kecil untuk memberikan edukasi mengenai vaksinasi.",
        ...{ dueOn: "2021-06-16", measure: "coverage:DOSIS-1", askedOf: [1] },
      },
    ],
  });

  await test.step("each of ten camat has it as their own", async () => {
    await signIn(await newPerson("subdistrictHead", kecamatan[0]?.code ?? ""));
    await sayDone(page, new RegExp(label), "Tim dibentuk, tujuh orang.");
  });

  await test.step("the meeting keeps 5,113 of 32,415, and its review has 9,840", async () => {
    await context.clearCookies();
    await signIn(await newPerson("healthOffice", code));
    await page.goto(address);
    await page.getByRole("link", { name: "Saat tinjauan 16 Juni" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(
      "Dari 15,8% menjadi 30,4% dalam seminggu",
    );
    const strip = page.getByRole("region", { name: "Saat rapat dan saat tinjauan" });
    await expect(strip).toContainText("dulu 5.113, sekarang 9.840");
    await expect(strip).toContainText("dulu 27.302, sekarang 22.575");
    await expect(strip).toContainText("dulu 1.241, sekarang 1.505");
    await expect(strip).toContainText("data 8 Juni 2021");
    await expect(strip).toContainText("data 15 Juni 2021");
    const row = page.getByRole("row", { name: /Bentuk tim kecil edukasi/ });
    await expect(row).toContainText("10 camat");
    await expect(row).toContainText("1 dari 10");
    await expect(row).toContainText("terukur 30,4%");
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

  await test.step("what was decided is printed on one page", async () => {
    await page.emulateMedia({ media: "print" });
    expect((await printed(page)).pages).toBe(1);
    await page.emulateMedia({ media: "screen" });
  });
});

/** Which office gives what is ours: the document says "bantuan" and names nobody. */
const aid = [
  ["ketahanan-pangan", "Dinas Ketahanan Pangan", "Paket pangan bagi 798 keluarga miskin ekstrem"],
  ["perkim", "Dinas Perumahan dan Permukiman", "Jamban layak bagi 6.919 keluarga"],
  ["dp3ap2kb", "Dinas P3AP2KB", "Alat kontrasepsi modern bagi 12.637 keluarga"],
] as const;

test("Gebyar KLASIK: what each office promised to give is followed up @desktop", async ({
  page,
  context,
  admin,
  newCampaign,
  officeOf,
  headOf,
  signIn,
}) => {
  const campaign = await newCampaign({ isSample: true });
  const { slug, kabupaten } = campaign;
  await fillRegister(
    admin,
    kabupaten.code,
    aid.map(([office, name]) => ({ code: office, name, headTitle: `Kepala ${name}` })),
  );
  const address = await issue(admin, slug, {
    ...{ kind: "commitment", title: "Bantuan Gebyar KLASIK Tahap II", day: addDays(today, -5) },
    issuer: "Bupati Lebak",
    addressees: aid.map(([office]) => ({ kind: "office", office })),
    orders: aid.map(([, , title], index) => ({
      ...{ title, text: `${title} (DATA CONTOH).`, dueOn: addDays(today, index - 1) },
      askedOf: [index + 1],
    })),
  });
  await signIn(await headOf(kabupaten.code, "perkim"));
  await sayDone(page, /Jamban layak/, "6.919 keluarga terdata, 24 desa.");

  await context.clearCookies();
  await signIn(await officeOf(campaign));
  await page.goto(campaign.at("/tindak-lanjut?jenis=janji"));
  await expect(page.getByRole("region", { name: "Yang diminta" })).toContainText(
    "3 janji kepada 3 penerima",
  );
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "1 dari 3 permintaan terlambat, 1 selesai.",
  );
  await expect(
    page.getByRole("link", { name: /^Dinas Ketahanan Pangan, 1: Lewat 1 hari/ }),
  ).toBeVisible();
});
