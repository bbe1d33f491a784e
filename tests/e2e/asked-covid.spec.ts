import { getDistricts, getVillages } from "idn-area-data";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import { fillRegister, issueDirective, sayDone, slugOf } from "./support/directive";
import { sendReports, write } from "./support/interface";
import { printed } from "./support/pdf";
import { shareOut } from "./support/share";

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
  const address = await issueDirective(admin, slug, {
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
  const address = await issueDirective(admin, slug, {
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
    // What an order is called is free text, and stands beside its title.
    const beyond = await row.locator(".who > i").evaluate((i) => i.scrollWidth - i.clientWidth);
    expect(beyond, "pixels of its name over its title").toBeLessThanOrEqual(0);
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
