import type { Page } from "@playwright/test";

import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/accessible";
import type { OwnCampaign } from "./support/campaign";
import { openGrid } from "./support/grid";

test.beforeEach(async ({ signIn }) => {
  await signIn("admin");
});

/** A name with its last letter doubled: near to the village, and no village's. */
function misspelt(name: string): string {
  return name + name.slice(-1);
}

async function openPaste(page: Page, campaign: OwnCampaign) {
  const grid = await openGrid(page, campaign);
  await page.getByRole("button", { name: "Tempel", exact: true }).click();
  const dialog = page.getByRole("dialog");
  return { ...grid, dialog, block: dialog.getByLabel("Blok dari Excel atau pesan") };
}

test("a near name in a block is taken by one press of a key @desktop", async ({
  page,
  newCampaign,
}) => {
  const campaign = await newCampaign();
  const { units, cell, dialog, block } = await openPaste(page, campaign);
  const [first = "", second = ""] = units.map(({ name }) => name);
  await block.fill(`Desa\tOPV\tMR\n${first}\t2\t11\n${misspelt(second)}\t3\t12`);
  const question = dialog.getByRole("group", {
    name: `“${misspelt(second)}” tidak ada dalam kampanye ini. Maksudnya?`,
  });
  await expect(question).toBeVisible();
  // Nothing is pasted by Enter, nor by a press, while it is open.
  await expect(dialog.getByRole("button", { name: /^Tempel \d/ })).toBeDisabled();
  await expectAccessible(page);
  await page.keyboard.press("Tab");
  await expect(question.getByRole("button").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("row", { name: new RegExp(`^${second}`) })).toContainText("12");
  await dialog.getByRole("button", { name: "Tempel 4 sel" }).click();
  await expect(cell(1, "MR")).toHaveValue("12");
  await expect(cell(1, "OPV")).toHaveValue("3");
});

test("what fits two readings is asked in the preview, as of a file @desktop", async ({
  page,
  newCampaign,
}) => {
  const campaign = await newCampaign({ groups: 2 });
  const { units, dialog, block } = await openPaste(page, campaign);
  const [first = "", second = ""] = units.map(({ name }) => name);
  await block.fill(
    `REKAP HARIAN\nNo\tDesa\tSasaran\tMR\tOPV 9-59 bln\n1\t${first}\t400\t5\t-\n2\t${second}\t300\t1.204\t7\nJUMLAH\t\t700\t1.209\t7`,
  );
  await expect(dialog).toContainText("Kolom yang tidak dipakai: “Sasaran” (hitungan lain).");
  await dialog
    .getByRole("group", { name: "Kolom “MR” berisi apa?" })
    .getByRole("button", { name: "MR 9–59 bulan" })
    .click();
  await dialog
    .getByRole("group", { name: "1 sel berisi “-”. Artinya?" })
    .getByRole("button", { name: "Anggap 0" })
    .click();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Tempel 4 sel" }).click();
  const field = (name: string, column: string) =>
    page.getByRole("textbox", { name: `${name}, ${column}`, exact: true });
  await expect(field(first, "MR 9–59 bulan")).toHaveValue("5");
  await expect(field(first, "OPV 9–59 bulan")).toHaveValue("0");
  await expect(field(second, "MR 9–59 bulan")).toHaveValue("1204");
});

test("a near name in a message is taken by one touch @phone", async ({ page, newCampaign }) => {
  const campaign = await newCampaign();
  const [first, second] = campaign.villages;
  await page.goto(campaign.at(`/input?kecamatan=${campaign.kabupaten.kecamatan.code}`));
  await page.getByText("Pesan, Excel, dan formulir").click();
  await page.getByRole("button", { name: "Tempel pesan" }).click();
  const dialog = page.getByRole("dialog");
  await dialog
    .getByLabel("Blok dari Excel atau pesan")
    .fill(`${first.name}: MR 12, OPV 3\n${misspelt(second.name)}: MR 7, OPV 0`);
  await dialog
    .getByRole("group", { name: /tidak ada dalam kampanye ini\. Maksudnya\?$/ })
    .getByRole("button", { name: new RegExp(`^${second.name} \\(`) })
    .click();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Tempel 4 sel" }).click();
  await expect(page.getByText("2 desa terisi dari pesan, belum dikirim.")).toBeVisible();
});
