import { addDays } from "@/lib/base/time/calendar-day";

import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/accessible";
import { openGrid, sent, stored } from "./support/grid";

test.beforeEach(async ({ signIn }) => {
  await signIn("admin");
});

test("lines of a chat become a preview, and what is not clear is asked @desktop", async ({
  page,
  newCampaign,
}) => {
  const campaign = await newCampaign({ groups: 2 });
  const { units, row } = await openGrid(page, campaign);
  const [first = "", second = "", third = ""] = units.map(({ name }) => name);
  await page.getByRole("button", { name: "Tempel", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog
    .getByLabel("Blok dari Excel atau pesan")
    .fill(
      `*${first}*: MR 12, OPV 9-59 bln 3\n2. Desa ${second} - MR 7\n${third}: nihil\nSei Entah: OPV 99`,
    );
  await expect(dialog).toContainText("Pesan dibaca menurut nama desa dan nama kolomnya.");
  await expect(dialog).toContainText("Tidak dikenal: “Sei Entah”.");
  // MR has two groups: it is asked which, and laid into neither.
  await expect(dialog.getByRole("row", { name: new RegExp(`^${second}`) })).not.toContainText("7");
  await dialog
    .getByRole("group", { name: "Kolom “MR” berisi apa?" })
    .getByRole("button", { name: "MR 9–59 bulan" })
    .click();
  await expect(dialog.getByRole("row", { name: new RegExp(`^${third}`) })).toContainText("Nihil");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Tempel 4 sel" }).click();

  const cell = (name: string, column: string) =>
    page.getByRole("textbox", { name: `${name}, ${column}`, exact: true });
  await expect(cell(first, "MR 9–59 bulan")).toHaveValue("12");
  await expect(cell(first, "MR 5–<7 tahun")).toHaveValue("");
  await expect(cell(first, "OPV 9–59 bulan")).toHaveValue("3");
  await expect(cell(second, "MR 9–59 bulan")).toHaveValue("7");
  await expect(row(2)).toContainText("Nihil, belum dikirim");
  await page.getByRole("button", { name: "Kirim 3 desa" }).click();
  await expect(row(2)).toContainText(/Nihil, terkirim/);
  expect((await stored(page, campaign)).slice(0, 3)).toEqual([
    [12, 3],
    [7, 0],
    [0, 0],
  ]);
});

test("a message of another day is asked about before any of it is used @desktop", async ({
  page,
  newCampaign,
}) => {
  const campaign = await newCampaign();
  const { units, cell } = await openGrid(page, campaign);
  const [, month = "", day = ""] = addDays(campaign.today, -1).split("-");
  await page.getByRole("button", { name: "Tempel", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog
    .getByLabel("Blok dari Excel atau pesan")
    .fill(`Laporan BIAN\nDesa: ${units[0].name}\nTgl ${day}/${month}\nMR : 12\nOPV : 3`);
  await expect(dialog).toContainText("Pesan ini tentang hari lain:");
  await expect(dialog.getByRole("button", { name: /^Tempel \d/ })).toBeDisabled();
  await dialog.getByRole("button", { name: /^Pakai untuk / }).click();
  await dialog.getByRole("button", { name: "Tempel 2 sel" }).click();
  await expect(cell(0, "MR")).toHaveValue("12");
});

test("a message fills the village's card, and no other's numbers do @phone", async ({
  page,
  newCampaign,
}) => {
  const campaign = await newCampaign();
  const [own, other] = campaign.villages;
  await page.goto(campaign.at(`/input/${own.code}`));
  await page.getByRole("button", { name: "Tempel pesan" }).click();
  const dialog = page.getByRole("dialog");
  const message = dialog.getByLabel("Blok dari Excel atau pesan");
  await message.fill(`Desa ${other.name}\nMR : 12`);
  await expect(dialog).toContainText("Tidak dikenal:");
  await expect(dialog.getByRole("button", { name: /^Tempel \d/ })).toBeDisabled();
  await dialog.getByRole("button", { name: "Tempel blok lain" }).click();
  await message.fill("MR : 12\nOPV = 3");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Tempel 2 sel" }).click();
  await expect(page.getByRole("textbox", { name: /^MR · / })).toHaveValue("12");
  await page.getByRole("button", { name: "Urungkan tempel" }).click();
  await expect(page.getByRole("textbox", { name: /^MR · / })).toHaveValue("");
});

test("a message of all villages is read on the phone, checked, and sent @phone", async ({
  page,
  newCampaign,
}) => {
  const campaign = await newCampaign();
  const [first, second] = campaign.villages;
  await page.goto(campaign.at(`/input?kecamatan=${campaign.kabupaten.kecamatan.code}`));
  await page.getByText("Pesan, Excel, dan formulir").click();
  await page.getByRole("button", { name: "Tempel pesan" }).click();
  const dialog = page.getByRole("dialog");
  await dialog
    .getByLabel("Blok dari Excel atau pesan")
    .fill(`${first.name}: MR 12, OPV 3\n${second.name}: MR 7, OPV 0`);
  await dialog.getByRole("button", { name: "Tempel 4 sel" }).click();
  await expect(page.getByText("2 desa terisi dari pesan, belum dikirim.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Kirim 2 desa" }).click();
  await expect(page.getByText("2 dari 4 desa terkirim", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: new RegExp(first.name) })).toContainText(sent);
  expect((await stored(page, campaign)).slice(0, 2)).toEqual([
    [12, 3],
    [7, 0],
  ]);
});
