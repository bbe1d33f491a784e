import { addDays } from "@/lib/base/time/calendar-day";

import { expect, test } from "./fixtures";
import { readSheet } from "./support/csv";
import { readCoverage, write } from "./support/interface";

test("a village is divided midway: its doses stay, and its successors' targets count from their day @desktop", async ({
  page,
  admin,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [divided] = campaign.villages;
  const [north, south] = campaign.kabupaten.villages.slice(4, 6);
  if (!north || !south) throw new Error("too few villages");
  const last = addDays(campaign.today, -2);
  const next = addDays(campaign.today, -1);
  await campaign.report(divided, addDays(campaign.today, -4), [60, 0]);
  await signIn(await officeOf(campaign));

  await test.step("the officer adds the two new ones, and says who ends and who goes on", async () => {
    await page.goto(campaign.at(`/kampanye/${campaign.slug}`));
    await page.getByRole("radio", { name: "Unit sendiri: puskesmas, sekolah, kantor" }).check();
    await page
      .getByRole("textbox", { name: "Satu unit per baris", exact: true })
      .fill([north, south].map(({ code, name }) => `${code}; ${name}; desa; ${code}`).join("\n"));
    await page.getByText("Unit yang berakhir: dibagi, digabung, pindah atau tutup").click();
    await page
      .getByRole("textbox", { name: "Satu unit yang berakhir per baris", exact: true })
      .fill(`${divided.name}; ${last}; ${north.name}; ${south.name}`);
    await expect(page.getByText("1 unit yang berakhir.")).toBeVisible();
    await page.getByRole("button", { name: "Simpan perubahan", exact: true }).click();
    await page.getByRole("textbox", { name: "Alasan" }).fill("Pemekaran desa menurut perda");
    await page.getByRole("button", { name: "Simpan perubahan ini" }).click();
    await expect(page.getByText("Perubahan disimpan.")).toBeVisible();
  });
  await write(admin, "PUT", `/campaigns/${campaign.slug}/target-populations`, {
    ...{ source: "local", asOf: next },
    rows: [
      { unit: north.code, people: 70 },
      { unit: south.code, people: 45 },
    ].flatMap((row) =>
      ["mr", "opv"].map((intervention) => ({ ...row, intervention, targetGroup: "9-59-bulan" })),
    ),
  });
  await campaign.report(north, next, [20, 0]);
  const table = page.locator("#tabel");
  const row = (name: string) => table.getByRole("row", { name: new RegExp(`^${name}`) });
  const kecamatan = campaign.kabupaten.kecamatan.code;

  await test.step("until its last day it stands alone, with its target", async () => {
    await page.goto(campaign.at(`/cakupan/${kecamatan}?sampai=${last}`));
    await expect(row(divided.name)).toContainText("60,0%");
    await expect(row(north.name)).toHaveCount(0);
    await expect(table.locator("tfoot")).toContainText("400");
  });

  await test.step("from the next day its doses stand there, and its people are its successors'", async () => {
    await page.goto(campaign.at(`/cakupan/${kecamatan}`));
    await expect(row(divided.name)).toContainText(/berakhir .*, dilanjutkan oleh .*/);
    await expect(row(divided.name)).toContainText("60");
    await expect(row(north.name)).toContainText("70");
    await expect(row(south.name)).toContainText("45");
    await expect(table.locator("tfoot")).toContainText("415");
    await expect(table.locator("tfoot")).toContainText("80");
    await expect(
      page.getByRole("region", { name: "Unit yang sudah berakhir" }).getByRole("listitem"),
    ).toContainText([new RegExp(`^${divided.name} berakhir .*${north.name} dan ${south.name}`)]);
  });

  await test.step("so says its file", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Unduh CSV" }).click(),
    ]);
    const { rows } = await readSheet(download, "kode");
    const of = (code: string) => rows.find((each) => each["kode"] === code);
    expect(of(divided.code)).toMatchObject({ diimunisasi: "60" });
    expect(of(divided.code)?.["berakhir"]).toMatch(
      new RegExp(`^berakhir .*, dilanjutkan oleh ${north.name} dan ${south.name}$`),
    );
    expect(of(north.code)).toMatchObject({ sasaran: "70", diimunisasi: "20", berakhir: "" });
    expect(rows.at(-1)).toMatchObject({ nama: "Jumlah", sasaran: "415", diimunisasi: "80" });
  });

  await test.step("so does the API on either day, and the summary", async () => {
    const of = async (asOf: string) =>
      (await readCoverage(page.request, campaign.slug, { asOf, intervention: "mr" })).total;
    expect(await of(last)).toMatchObject([{ targetPopulation: 500, dosesAdministered: 60 }]);
    expect(await of(campaign.today)).toMatchObject([
      { targetPopulation: 515, dosesAdministered: 80 },
    ]);
    const main = page.getByRole("main").getByRole("article", { name: "Campak-rubela (MR)" });
    await page.goto(campaign.at("/ringkasan"));
    await expect(main).toContainText("80 dari 515 anak");
    await page.goto(campaign.at(`/ringkasan?tanggal=${last}`));
    await expect(main).toContainText("60 dari 500 anak");
  });

  await test.step("a day after its last is entered in its successors", async () => {
    await page.goto(campaign.at(`/input?kecamatan=${kecamatan}`));
    const entry = page.getByRole("main");
    await expect(entry.getByRole("rowheader", { name: new RegExp(`^${north.name}`) })).toHaveCount(
      1,
    );
    await expect(
      entry.getByRole("rowheader", { name: new RegExp(`^${divided.name}`) }),
    ).toHaveCount(0);
  });
});

test("who goes on with another's people is asked for their target, until it has grown @desktop", async ({
  page,
  admin,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [ended, standing] = campaign.villages;
  // The targets of a story are in force from today on, and before as the first ones.
  const last = campaign.today;
  await signIn(await officeOf(campaign));
  const form = campaign.at(`/kampanye/${campaign.slug}`);
  await page.goto(form);
  await page.getByText("Unit yang berakhir: dibagi, digabung, pindah atau tutup").click();
  await page
    .getByRole("textbox", { name: "Satu unit yang berakhir per baris", exact: true })
    .fill(`${ended.name}; ${last}; ${standing.name}`);
  await page.getByRole("button", { name: "Simpan perubahan", exact: true }).click();
  await expect(page.getByText("Perubahan disimpan.")).toBeVisible();

  const warned = page.getByText("Sasaran 1 unit masih seperti sebelum bergabung");
  for (const address of [form, campaign.at("/sasaran"), campaign.at("/mutu")]) {
    await page.goto(address);
    await expect(warned).toBeVisible();
    await expect(page.getByRole("main")).toContainText(
      new RegExp(`${standing.name} melanjutkan ${ended.name} yang berakhir .* tidak bertambah`),
    );
  }
  await write(admin, "PUT", `/campaigns/${campaign.slug}/target-populations`, {
    ...{ source: "local", asOf: campaign.today, inForceFrom: addDays(last, 1) },
    rows: ["mr", "opv"].map((intervention) => ({
      ...{ unit: standing.code, intervention, targetGroup: "9-59-bulan", people: 200 },
    })),
  });
  await page.goto(campaign.at("/sasaran"));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(warned).toHaveCount(0);
});
