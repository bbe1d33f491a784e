import { expect, test } from "./fixtures";
import { expectNoSidewaysScroll } from "./support/accessible";

test.use({ viewport: { width: 740, height: 360 } });

test("on a phone that is turned the card can be filled in, and only the button sticks @phone", async ({
  page,
  newCampaign,
  camatOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [unit] = campaign.villages;
  await signIn(await camatOf(campaign));
  await page.goto(campaign.at("/input"));
  await page.getByRole("link", { name: new RegExp(`^${unit.name}`) }).click();
  const field = page.getByRole("textbox", { name: /^MR · / });
  await field.tap();
  await page.keyboard.type("12");
  await expectNoSidewaysScroll(page);

  // What stays when the page is scrolled leaves most of the small window to the fields.
  const sticking = () =>
    page.evaluate(() => {
      const stays = [...document.querySelectorAll("*")].filter((element) => {
        const { position } = getComputedStyle(element);
        return (position === "fixed" || position === "sticky") && element.checkVisibility();
      });
      return stays.map((element) => element.getBoundingClientRect().height);
    });
  await page.evaluate(() => {
    scrollTo(0, 150);
  });
  const send = page.getByRole("button", { name: /^Kirim/ });
  await expect(send).toBeInViewport({ ratio: 1 });
  const heights = await sticking();
  expect(heights.reduce((sum, height) => sum + height, 0)).toBeLessThanOrEqual(150);

  await send.tap();
  await expect(page.getByRole("status").filter({ hasText: /^Terkirim/ })).toBeVisible();
});
