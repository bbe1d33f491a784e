import type { APIRequestContext, Page } from "@playwright/test";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import { makeCampaign, type OwnCampaign } from "./support/campaign";
import type { Kabupaten } from "./support/country";

/** Campaigns of twenty years back, three a year, the latest of them put away. */
async function manyCampaigns(admin: APIRequestContext, kabupaten: Kabupaten) {
  const running = await makeCampaign(admin, kabupaten, { name: "Pekan Berjalan", children: null });
  const past = Array.from({ length: 59 }, (_, index) => ({
    name: `Kampanye lama L${String(index + 1)}`,
    starts: -400 - index * 120,
    ends: -390 - index * 120,
    children: null,
  }));
  const made: OwnCampaign[] = [];
  // A few at once: each takes the server's time.
  for (let from = 0; from < past.length; from += 6) {
    made.push(
      ...(await Promise.all(
        past.slice(from, from + 6).map((plan) => makeCampaign(admin, kabupaten, plan)),
      )),
    );
  }
  const last = made.at(-1);
  if (!last) throw new Error("no campaign was made");
  await admin.fetch(`/api/v1/campaigns/${last.slug}/archive`, { method: "PUT" });
  return { running, archived: last };
}

const opener = (page: Page) => page.getByLabel(/^Ganti kampanye: /);

test.describe("sixty campaigns", () => {
  test.setTimeout(180_000 * Number(process.env["PATIENCE"] ?? 1));

  test("are searched within the switch, by the keyboard alone, the archive apart @desktop", async ({
    page,
    admin,
    newKabupaten,
    officeOf,
    signIn,
  }) => {
    const kabupaten = await newKabupaten();
    const { running, archived } = await manyCampaigns(admin, kabupaten);
    await signIn(await officeOf({ kabupaten }));
    await page.goto(running.at("/ringkasan"));
    await opener(page).focus();
    await page.keyboard.press("Enter");
    const menu = opener(page).locator("..");
    await expect(menu.getByRole("listitem").first()).toContainText("Berjalan");
    await expect(menu.getByRole("link", { name: /^Pekan Berjalan/ })).toHaveAttribute(
      "aria-current",
      "true",
    );
    // Eight of them, all, and the archive: the frame is sent along with every page.
    await expect(menu.getByRole("link")).toHaveCount(10);
    await expectAccessible(page);

    await page.keyboard.press("Tab");
    await expect(menu.getByRole("searchbox", { name: "Cari kampanye" })).toBeFocused();
    await page.keyboard.type("lama l31");
    await expect(menu.getByRole("link")).toHaveCount(1);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await expect(menu.getByRole("link", { name: /^Kampanye lama L31/ })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(opener(page)).toHaveAccessibleName("Ganti kampanye: Kampanye lama L31");

    await opener(page).click();
    const search = menu.getByRole("searchbox");
    await search.fill("lama l59");
    await expect(menu.getByRole("link", { name: /^Kampanye lama L59.*Di arsip/ })).toBeVisible();
    await search.fill("tidak ada ini");
    await expect(menu.getByRole("status")).toContainText("Tidak ada kampanye dengan kata itu.");
    await search.fill("");
    await menu.getByRole("link", { name: "Arsip: 1 kampanye" }).click();
    await expect(page.getByRole("link", { name: new RegExp(archived.name) })).toBeVisible();
  });

  test("are searched by name and year on a phone @phone", async ({
    page,
    admin,
    newKabupaten,
    officeOf,
    signIn,
  }) => {
    const kabupaten = await newKabupaten();
    const { running } = await manyCampaigns(admin, kabupaten);
    await signIn(await officeOf({ kabupaten }));
    await page.goto("/lainnya");
    const list = page.getByRole("navigation", { name: "Kampanye" });
    await expect(list.getByRole("heading", { level: 3 }).first()).toHaveText("Berjalan");
    await expect(list.getByText("Arsip: 1 kampanye")).toBeVisible();
    const year = String(new Date().getFullYear() - 4);
    await list.getByRole("searchbox", { name: "Cari kampanye" }).fill(year);
    await list.getByRole("button", { name: "Cari" }).click();
    await expect(list.getByRole("heading", { level: 3 })).toHaveText([`Selesai ${year}`]);
    await expectNoSidewaysScroll(page);
    await list.getByRole("searchbox", { name: "Cari kampanye" }).fill("berjalan");
    await list.getByRole("button", { name: "Cari" }).click();
    await list.getByRole("link", { name: new RegExp(running.name) }).click();
    await expect(page).toHaveURL(new RegExp(`kampanye=${running.slug}`));
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the search of the switch asks the page of all campaigns @desktop", async ({
    page,
    admin,
    newKabupaten,
    officeOf,
    signIn,
  }) => {
    const kabupaten = await newKabupaten();
    const eight = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        makeCampaign(admin, kabupaten, { name: `Pekan ${String(index + 1)}`, children: null }),
      ),
    );
    await signIn(await officeOf({ kabupaten }));
    await page.goto(eight[0]?.at("/ringkasan") ?? "");
    await opener(page).click();
    const menu = opener(page).locator("..");
    await expect(menu.getByRole("link")).toHaveCount(8);
    await menu.getByRole("searchbox", { name: "Cari kampanye" }).fill("pekan 7");
    await menu.getByRole("button", { name: "Cari" }).click();
    const list = page.getByRole("navigation", { name: "Kampanye" });
    await expect(list.getByRole("link")).toHaveCount(1);
    await expect(list.getByRole("link")).toContainText("Pekan 7");
  });
});

test("one campaign has its name, and nothing to switch @desktop", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign({ name: "Satu-satunya" });
  await signIn(await officeOf(campaign));
  await page.goto(campaign.at("/ringkasan"));
  await expect(page.getByRole("banner")).toContainText("Satu-satunya");
  await expect(opener(page)).toHaveCount(0);
});
