import { randomUUID } from "node:crypto";

import { addDays } from "@/lib/base/time/calendar-day";

import { expect, test } from "./fixtures";
import { expectNoSidewaysScroll } from "./support/accessible";
import { expect as deviceExpect, keptPages, signInOn, test as deviceTest } from "./support/device";
import { write } from "./support/interface";
import { printed } from "./support/pdf";

test("the batch of 31 June is rejected, and 30 June stored, from an empty screen", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  await signIn(await officeOf(campaign));
  const main = page.getByRole("main");

  await test.step("nothing is recorded, and the screen says what is missing", async () => {
    await page.goto(campaign.at("/logistik"));
    await expect(main).toContainText("tiga pertanyaan belum dapat dijawab");
    await main.getByRole("link", { name: "Catat batch pertama" }).click();
  });

  await test.step("31 June is told with the days of June, and nothing typed is lost", async () => {
    await main.getByLabel("Nomor batch").fill("AZ-01");
    await main.getByLabel("Vaksin", { exact: true }).fill("AstraZeneca");
    await main.getByLabel("Dosis per vial").fill("10");
    await main.getByLabel("Kedaluwarsa").fill("31 Juni 2027");
    await main.getByLabel("Campak-rubela (MR)").check();
    await main.getByLabel("Vial utuh").fill("181");
    await main.getByRole("button", { name: "Simpan", exact: true }).click();
    await expect(main).toContainText("31 Juni 2027 tidak ada: Juni hanya 30 hari.");
    await expect(main.getByLabel("Nomor batch")).toHaveValue("AZ-01");
    await expect(main.getByLabel("Vial utuh")).toHaveValue("181");
  });

  await test.step("30 June is stored, and 181 vials are 1,810 doses", async () => {
    await main.getByRole("button", { name: "Pakai 30 Juni 2027" }).click();
    await expect(main.getByRole("heading", { name: "Batch AZ-01" })).toBeVisible();
    await expect(main).toContainText("kedaluwarsa 30 Juni 2027");
    await expect(main).toContainText("181 vial");
    await main
      .getByRole("row", { name: /Penerimaan/ })
      .getByRole("link")
      .click();
    await expect(main.getByRole("row", { name: /^Dosis 1\.810$/ })).toBeVisible();
  });
});

test("more than there is is not sent, what is sent prints on one sheet, and three questions are answered", async ({
  page,
  admin,
  newCampaign,
  officeOf,
  signIn,
  expectIncident,
}) => {
  // What the server does not take comes back over the outbox.
  expectIncident("409");
  const campaign = await newCampaign();
  const { slug, today, villages, kabupaten } = campaign;
  await campaign.reportAll(
    [-3, -2, -1].flatMap((day) =>
      villages.map((unit) => ({ unit, day: addDays(today, day), counts: [5, 0] })),
    ),
  );
  const batch = randomUUID();
  await write(admin, "PUT", `/campaigns/${slug}/batches/${batch}`, {
    ...{ sent: randomUUID(), version: 0, code: "MR-01", product: "MR", dosesPerVial: 10 },
    ...{ expiresOn: addDays(today, 4), interventions: ["mr"], vials: 181, day: addDays(today, -4) },
  });
  await signIn(await officeOf(campaign));
  const main = page.getByRole("main");

  await test.step("the three answers", async () => {
    await page.goto(campaign.at("/logistik"));
    const answers = main.getByRole("region", { name: "Tiga jawaban" });
    await expect(answers).toContainText("Ya, cukup");
    await expect(answers).toContainText("Kapan habis?");
    // 60 in the four days since it came; of 1,750 that are left 75 are used up to the fifth day.
    await expect(answers).toContainText("Laju sekarang 15/hari");
    await expect(answers).toContainText("karena sisanya kedaluwarsa");
    await expect(answers).toContainText("1.675 dosis");
    await expect(main.getByRole("img", { name: /^Garis stok: 175 vial/ })).toBeVisible();
  });

  await test.step("more than there is is not sent, and what was typed stays", async () => {
    await main.getByRole("link", { name: "Kirim" }).click();
    await main.getByLabel("Dari").selectOption({ label: "Gudang kabupaten" });
    await main.getByLabel("Ke", { exact: true }).selectOption(kabupaten.kecamatan.code);
    await main.getByLabel("Vial utuh").fill("182");
    await main.getByLabel("Nomor dokumen").fill("BA-7");
    await main.getByRole("button", { name: "Simpan" }).click();
    await expect(main).toContainText("Lebih dari yang ada di tempat itu");
    await expect(main.getByLabel("Vial utuh")).toHaveValue("182");
    await expect(main.getByLabel("Nomor dokumen")).toHaveValue("BA-7");
  });

  await test.step("what is sent has a berita acara of one sheet", async () => {
    await main.getByLabel("Vial utuh").fill("20");
    await main.getByRole("button", { name: "Simpan" }).click();
    await expect(main.getByRole("heading", { name: /Berita Acara Serah Terima/ })).toBeVisible();
    await expect(main).toContainText("Nomor: BA-7");
    expect(await printed(page)).toEqual({ pages: 1, width: 595, height: 842 });
  });

  await test.step("a move is put right by another, and both stay in the ledger", async () => {
    await main.getByLabel("Apa yang salah?").fill("Salah kecamatan");
    await main.getByRole("button", { name: "Catat pembetulan" }).click();
    await expect(main).toContainText("Membetulkan mutasi lain");
    await main.getByRole("link", { name: "Buku mutasi" }).click();
    await expect(main.getByRole("row", { name: /Kiriman/ })).toHaveCount(2);
  });
});

test("a camat has the store of the kecamatan alone, and others have none", async ({
  page,
  admin,
  newCampaign,
  newPerson,
  camatOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const { slug, today, kabupaten } = campaign;
  const batch = randomUUID();
  const day = addDays(today, -2);
  await write(admin, "PUT", `/campaigns/${slug}/batches/${batch}`, {
    ...{ sent: randomUUID(), version: 0, code: "", product: "MR", dosesPerVial: null },
    ...{ expiresOn: null, interventions: ["mr"], doses: 38_000, day },
  });
  await write(admin, "PUT", `/campaigns/${slug}/stock-moves/${randomUUID()}`, {
    ...{ sent: randomUUID(), version: 0, kind: "issue", batch, day, doses: 500 },
    ...{ from: kabupaten.code, to: kabupaten.kecamatan.code },
  });
  const main = page.getByRole("main");

  await test.step("it has what came, of a batch that is not known, and says so", async () => {
    await signIn(await camatOf(campaign));
    await page.goto(campaign.at("/logistik"));
    await expect(main).toContainText("500 dosis");
    await expect(main).toContainText("Tidak diketahui");
    await expect(main).not.toContainText("38.000");
    await expect(main.getByRole("link", { name: "Kirim" })).toHaveCount(0);
  });

  await test.step("what is lost there is written down with a reason", async () => {
    await main.getByRole("link", { name: "Musnahkan" }).click();
    await main.getByLabel("Dosis", { exact: true }).fill("20");
    await main.getByRole("button", { name: "Simpan" }).click();
    await expect(main).toContainText("Wajib diisi.");
    await main.getByLabel("Alasan").fill("Label suhu rusak");
    await main.getByRole("button", { name: "Simpan" }).click();
    await expect(main.getByRole("heading", { name: /Berita Acara Pemusnahan/ })).toBeVisible();
  });

  await test.step("a kepala desa, the bupati's office and another kabupaten find nothing", async () => {
    for (const stranger of [
      await newPerson("villageHead", campaign.villages[0].code),
      await newPerson("regentOffice", kabupaten.code),
      await newPerson("healthOffice", "62.07"),
    ]) {
      await signIn(stranger);
      for (const address of ["/logistik", "/logistik/mutasi", "/logistik/catat"]) {
        const answer = await page.request.get(campaign.at(address));
        expect(answer.status(), address).toBe(404);
      }
      const api = await page.request.get(`/api/v1/campaigns/${slug}/stock-moves`);
      expect([403, 404]).toContain(api.status());
    }
  });
});

deviceTest(
  "vials thrown away without a signal: more than there are is told, and nothing typed is lost @phone",
  async ({ device, admin, newCampaign, camatOf }) => {
    deviceTest.slow();
    const campaign = await newCampaign();
    const { slug, today, kabupaten } = campaign;
    const batch = randomUUID();
    const day = addDays(today, -2);
    await write(admin, "PUT", `/campaigns/${slug}/batches/${batch}`, {
      ...{ sent: randomUUID(), version: 0, code: "MR-01", product: "MR", dosesPerVial: 10 },
      ...{ expiresOn: null, interventions: ["mr"], vials: 40, day },
    });
    await write(admin, "PUT", `/campaigns/${slug}/stock-moves/${randomUUID()}`, {
      ...{ sent: randomUUID(), version: 0, kind: "issue", batch, day, vials: 20 },
      ...{ from: kabupaten.code, to: kabupaten.kecamatan.code },
    });
    const camat = await camatOf(campaign);
    const before = await device.open();
    await signInOn(before, camat.username, camat.password);
    await before.goto(campaign.at("/logistik"));
    await deviceExpect.poll(() => keptPages(before), { timeout: 30_000 }).toBe(4);
    await device.close();

    await device.setOffline(true);
    const page = await device.open();
    const main = page.getByRole("main");
    await page.goto(`/logistik/catat?kampanye=${slug}&jenis=discard`);
    await deviceExpect(page.getByText("Tidak ada sinyal")).toBeVisible();
    await main.getByLabel("Vial utuh").fill("30");
    await main.getByLabel("Alasan").fill("Rantai dingin putus");
    await main.getByRole("button", { name: "Simpan" }).click();
    await deviceExpect(page.getByText("Tersimpan di perangkat ini.")).toBeVisible();
    await expectNoSidewaysScroll(page);

    await device.setOffline(false);
    await deviceExpect(main.getByText(/Lebih dari yang ada di tempat itu/)).toBeVisible({
      timeout: 30_000,
    });
    await deviceExpect(main.getByLabel("Alasan")).toHaveValue("Rantai dingin putus");
    await deviceExpect(main.getByLabel("Vial utuh")).toHaveValue("30");
    await main.getByLabel("Vial utuh").fill("3");
    await main.getByRole("button", { name: "Simpan" }).click();
    await deviceExpect(main.getByRole("heading", { name: /Berita Acara Pemusnahan/ })).toBeVisible({
      timeout: 30_000,
    });
    await deviceExpect(main.getByRole("row", { name: /^Dosis 30$/ })).toBeVisible();
  },
);
