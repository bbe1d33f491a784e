import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/accessible";
import { openGrid, sent, stored } from "./support/grid";

test.beforeEach(async ({ signIn, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signIn("admin");
});

test("a paste is taken back by its toast and by Ctrl+Z, and what was sent becomes a correction @desktop", async ({
  page,
  newCampaign,
}) => {
  const campaign = await newCampaign();
  const { row, cell } = await openGrid(page, campaign);
  const copy = (text: string) =>
    page.evaluate((block) => navigator.clipboard.writeText(block), text);
  await cell(0, "MR").focus();
  await page.keyboard.type("7");
  await copy("11\t2\n13\t4");
  await page.keyboard.press("Control+V");
  await page.getByRole("dialog").getByRole("button", { name: "Tempel 4 sel" }).click();
  await expect(cell(1, "OPV")).toHaveValue("4");
  await expect(page.getByText("4 sel ditempel, belum dikirim.", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Urungkan tempel" }).click();
  await expect(cell(0, "MR")).toHaveValue("7");
  await expect(cell(1, "OPV")).toHaveValue("");
  await expect(page.getByText("Tempelan diurungkan, 4 sel.")).toBeVisible();

  // Forth again, and back once the first village was sent.
  await cell(0, "MR").focus();
  await page.keyboard.press("Control+Y");
  await expect(cell(1, "OPV")).toHaveValue("4");
  await page.keyboard.press("Control+Enter");
  await expect(row(0)).toContainText(sent);
  await page.keyboard.press("Control+Z");
  await expect(cell(0, "MR")).toHaveValue("7");
  await expect(row(0)).toContainText("1 dari 2, belum dikirim");
  await expect(row(1)).toContainText("Belum diisi");
  await expect(page.getByText(/^Diurungkan\. 1 laporan sudah terkirim/)).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(row(0)).toContainText(sent);
  expect((await stored(page, campaign)).slice(0, 2)).toEqual([
    [7, 0],
    [0, 0],
  ]);
});

test("cells are taken back one by one, and while one is edited its letters are the browser's @desktop", async ({
  page,
  newCampaign,
}) => {
  const campaign = await newCampaign();
  const { cell } = await openGrid(page, campaign);
  await cell(0, "MR").focus();
  await page.keyboard.type("12");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("345");
  await page.keyboard.press("Control+Z");
  await expect(cell(1, "MR")).toHaveValue("");
  await expect(cell(1, "MR")).toBeFocused();
  await expect(cell(0, "MR")).toHaveValue("12");
  await page.keyboard.press("Control+Z");
  await expect(cell(0, "MR")).toHaveValue("");
  await page.keyboard.press("Control+Shift+Z");
  await expect(cell(0, "MR")).toHaveValue("12");
  await expect(cell(1, "MR")).toBeFocused();

  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("F2");
  await page.keyboard.type("9");
  await expect(cell(0, "MR")).toHaveValue("129");
  await page.keyboard.press("Control+Z");
  await expect(cell(0, "MR")).toHaveValue("12");
  await page.keyboard.press("Control+Z");
  await expect(cell(0, "MR")).toHaveValue("");
});

test("a block is chosen, told, copied, filled and emptied with the keyboard @desktop", async ({
  page,
  newCampaign,
}) => {
  const campaign = await newCampaign();
  const { units, cell } = await openGrid(page, campaign);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await cell(0, "MR").focus();
  await page.keyboard.type("12");
  await page.keyboard.press("Tab");
  await page.keyboard.type("3");
  await cell(0, "MR").focus();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  const [first = "", third = ""] = [units[0].name, units[2].name];
  await expect(
    page.getByText(`Blok 3 × 2, dari ${first}, MR 9–59 bulan sampai ${third}, OPV 9–59 bulan.`),
  ).toBeAttached();
  await page.keyboard.press("Control+D");
  await expect(cell(2, "OPV")).toHaveValue("3");
  await expect(cell(0, "MR")).toBeFocused();
  await page.keyboard.press("Control+C");
  expect(await copied()).toBe("12\t3\n12\t3\n12\t3");
  await expectAccessible(page);
  await page.keyboard.press("Delete");
  await expect(cell(0, "MR")).toHaveValue("");
  await expect(cell(2, "OPV")).toHaveValue("");
  // An empty field in a chosen block is copied too.
  await page.keyboard.press("Control+C");
  await expect.poll(copied).toBe("\t\n\t\n\t");
  await page.keyboard.press("Control+Z");
  await expect(cell(2, "MR")).toHaveValue("12");
  await page.keyboard.press("Control+Z");
  await expect(cell(2, "MR")).toHaveValue("");
  await expect(cell(0, "MR")).toHaveValue("12");

  // A digit goes into the one cell, and nothing is chosen any more.
  await page.keyboard.type("5");
  await expect(cell(0, "MR")).toHaveValue("5");
  await page.keyboard.press("Control+Enter");
  await cell(3, "MR").click({ modifiers: ["Shift"] });
  await page.keyboard.press("Control+C");
  expect(await copied()).toBe("5\n\n\n");
});

test("the whole table is copied with its heads, and comes back as it was @desktop", async ({
  page,
  newCampaign,
}) => {
  const campaign = await newCampaign();
  const { units, cell } = await openGrid(page, campaign);
  await cell(1, "MR").focus();
  await page.keyboard.type("24");
  await page.getByRole("button", { name: "Salin tabel" }).click();
  await expect(page.getByRole("button", { name: "Tersalin" })).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text.split("\n").slice(0, 3)).toEqual([
    "Desa/kelurahan\tKode\tMR 9–59 bulan\tOPV 9–59 bulan",
    `${units[0].name}\t${units[0].code}\t\t`,
    `${units[1].name}\t${units[1].code}\t24\t`,
  ]);
  await cell(0, "MR").focus();
  await page.keyboard.press("Control+V");
  await expect(page.getByRole("dialog")).toContainText("24 sama");
});

test("n says nihil, which goes when the row is left and can be taken back for a while @desktop", async ({
  page,
  newCampaign,
}) => {
  const campaign = await newCampaign();
  const { units, row, cell } = await openGrid(page, campaign);
  await cell(0, "MR").focus();
  await page.keyboard.press("n");
  await expect(row(0)).toContainText("Nihil, belum dikirim");
  await page.keyboard.press("Control+Z");
  await expect(row(0)).toContainText("Belum diisi");
  await page.keyboard.press("n");
  await page.keyboard.press("ArrowDown");
  await expect(row(0)).toContainText(/Nihil, terkirim/);
  await expect(page.getByText(`Nihil terkirim untuk ${units[0].name}.`)).toBeVisible();
  // Sent or not, Ctrl+Z takes it back: the village has not reported.
  await page.keyboard.press("Control+Z");
  await expect(row(0)).toContainText("Belum diisi");
  await page.reload();
  await expect(row(0)).toContainText("Belum diisi");
});
