import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/accessible";
import { openGrid, sent, stored } from "./support/grid";

test.beforeEach(async ({ signIn }) => {
  await signIn("admin");
});

test("a block from Excel shows what it changes before it does @desktop", async ({
  page,
  context,
  newCampaign,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const campaign = await newCampaign();
  const { units, row, cell } = await openGrid(page, campaign);
  const block = "11\t2\n130\tdua\n14\t3\n";
  await page.evaluate((text) => navigator.clipboard.writeText(text), block);
  await cell(0, "MR").focus();
  await page.keyboard.press("Control+V");

  const dialog = page.getByRole("dialog", { name: "Tempel 3 desa × 2 kolom" });
  await expect(dialog).toContainText("Belum ada yang disimpan.");
  await expect(dialog.getByRole("row", { name: new RegExp(`^${units[1].name}`) })).toContainText(
    /kosong.*130.*“dua”/s,
  );
  await expect(dialog).toContainText("5 sel berubah");
  await expect(dialog).toContainText(`1 peringatan: ${units[1].name}, MR 9–59 bulan, 130`);
  await expect(dialog).toContainText(/1 ditolak: .*“dua” bukan angka\. Sel itu dibiarkan\./);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Tempel 5 sel" }).click();

  await expect(dialog).toHaveCount(0);
  await expect(cell(0, "MR")).toHaveValue("11");
  await expect(cell(1, "OPV")).toHaveValue("");
  await expect(cell(2, "OPV")).toHaveValue("3");
  await page.getByRole("button", { name: "Kirim 3 desa" }).click();
  await expect(row(2)).toContainText(sent);
  expect(await stored(page, campaign)).toEqual([
    [11, 2],
    [130, 0],
    [14, 3],
    [0, 0],
  ]);
});

test("a block with names finds its villages, whatever the order @desktop", async ({
  page,
  newCampaign,
}) => {
  const campaign = await newCampaign();
  const { units, cell } = await openGrid(page, campaign);
  await page.getByRole("button", { name: "Tempel", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog
    .getByLabel("Blok dari Excel atau pesan")
    .fill(`${units[2].name}\t7\t1\n${units[0].code}\t5\t0\nBukan Desa\t9\t9`);
  await expect(dialog).toContainText("Tidak dikenal: “Bukan Desa”.");
  await dialog.getByRole("button", { name: "Tempel 4 sel" }).click();

  await expect(cell(2, "MR")).toHaveValue("7");
  await expect(cell(0, "MR")).toHaveValue("5");
  await expect(cell(1, "MR")).toHaveValue("");
});
