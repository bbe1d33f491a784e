import { expect, test } from "./fixtures";
import {
  expectAccessible,
  expectNoMissingSentence,
  expectNoSidewaysScroll,
  expectReadableInDark,
} from "./support/accessible";
import { looks, personOf } from "./support/pages";

/** The role that sees the most of each page. */
const looker = personOf.healthOffice;

for (const { name, address, roles } of looks) {
  test(`${name} can be used by everyone, in both themes and both languages`, async ({
    page,
    context,
    signIn,
    baseURL,
    isMobile,
  }) => {
    if (roles !== "anyone") await signIn(looker);

    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(page).toHaveTitle(/\S · Cakupan$/);
    await expectNoMissingSentence(page);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    // The colours are the same on both sizes.
    if (isMobile) await expectReadableInDark(page);
    // A window of 1440 × 900 at 200% zoom has room for half of that.
    if (!isMobile) await page.setViewportSize({ width: 720, height: 450 });
    await expectNoSidewaysScroll(page);

    await context.addCookies([{ name: "bahasa", value: "en", url: String(baseURL) }]);
    await page.goto(address);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expectNoMissingSentence(page);
    await expectNoSidewaysScroll(page);
  });
}

test.describe("the pages of those who come with little time", () => {
  for (const { person, address } of [
    { person: personOf.subdistrictHead, address: "/input" },
    { person: personOf.subdistrictHead, address: "/input/62.03.01.1007" },
    { person: personOf.villageHead, address: "/input" },
    { person: personOf.regentOffice, address: "/ringkasan" },
    { person: personOf.administrator, address: "/pengguna" },
  ]) {
    test(`${address} of ${person} in both themes`, async ({ page, signIn }) => {
      await signIn(person);
      await page.goto(address);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await expectReadableInDark(page);
    });
  }
});

test("the first Tab leads past the navigation to the content", async ({ page, signIn }) => {
  await signIn("bupati.kapuas");
  await page.goto("/ringkasan");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Langsung ke isi" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#isi$/);
});
