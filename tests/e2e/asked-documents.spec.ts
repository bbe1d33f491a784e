import { addDays } from "@/lib/base/time/calendar-day";
import { localDay } from "@/lib/base/time/time-zone";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import { fillRegister, issueDirective, sayDone, slugOf } from "./support/directive";
import { sendReports, write } from "./support/interface";
import { printed } from "./support/pdf";
import { seen } from "./support/seen";

const today = localDay(new Date(), "Asia/Jakarta");

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
  const address = await issueDirective(admin, slug, {
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
  const address = await issueDirective(admin, slug, {
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
