import { expect, test } from "./fixtures";
import { openGrid, stored } from "./support/grid";

test("a row that was left as the page was closed is sent by the next page @desktop", async ({
  page,
  context,
  newCampaign,
  camatOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  await signIn(await camatOf(campaign));
  // A disk that has not answered yet when the page is closed.
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  });
  const { cell } = await openGrid(page, campaign);
  await cell(0, "OPV").fill("3");
  await cell(0, "MR").fill("24");
  await cell(1, "MR").focus();
  // What is typed on in the row was not sent.
  await cell(0, "MR").fill("240");
  await page.close();

  const later = await context.newPage();
  const next = await openGrid(later, campaign);
  await expect.poll(async () => (await stored(later, campaign))[0]).toEqual([24, 3]);
  await expect(next.cell(0, "MR")).toHaveValue("240");
  await expect(next.row(0)).toContainText("Belum dikirim");
});
