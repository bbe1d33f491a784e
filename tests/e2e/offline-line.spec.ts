import type { Locator, Page } from "@playwright/test";

import type { OwnCampaign } from "./support/campaign";
import { expect, keepEntry, signInOn, test } from "./support/device";

const patience = Number(process.env["PATIENCE"] ?? 1);
const noSignal = "Tetap isi seperti biasa.";

/** A campaign, and the phone of its camat with all that entry needs. */
async function phoneOf(
  page: Page,
  campaign: OwnCampaign,
  camat: { readonly username: string; readonly password: string },
): Promise<void> {
  await signInOn(page, camat.username, camat.password);
  await keepEntry(page, campaign.at("/input"));
}

function itemOf(page: Page, name: string): Locator {
  return page.getByRole("link", { name: new RegExp(`^${name}`) });
}

async function typeAndSend(page: Page, count: number): Promise<void> {
  await page.getByRole("textbox", { name: /^MR · / }).fill(String(count));
  await page.getByRole("button", { name: /^Kirim/ }).click();
}

test("once the signal is back the list redraws itself and drops its banner @phone", async ({
  device,
  newCampaign,
  camatOf,
}) => {
  const campaign = await newCampaign();
  const [village] = campaign.villages;
  const page = await device.open();
  const camat = await camatOf(campaign);
  await phoneOf(page, campaign, camat);

  await device.setOffline(true);
  await page.goto(campaign.at("/input"));
  await itemOf(page, village.name).click();
  await typeAndSend(page, 7);
  await expect(
    page.getByRole("status").filter({ hasText: "Tersimpan di perangkat ini." }),
  ).toBeVisible();
  await page.getByRole("link", { name: "Kembali ke daftar" }).click();
  await expect(page.getByText(noSignal)).toBeVisible();
  await expect(page.getByText("0 dari 4 desa terkirim")).toBeVisible();

  await device.setOffline(false);
  // Nothing is touched from here on.
  await expect(page.getByText("1 dari 4 desa terkirim")).toBeVisible({ timeout: 30_000 });
  await expect(itemOf(page, village.name)).not.toContainText("Belum diisi");
  await expect(page.getByText(noSignal)).toBeHidden({ timeout: 30_000 });
  await expect(page.getByText("Sinyal lambat atau terputus")).toBeHidden();
});

test("on a line that comes and goes the next village is never one that was sent @phone", async ({
  device,
  newCampaign,
  camatOf,
}) => {
  test.setTimeout(180_000 * patience);
  const campaign = await newCampaign();
  const page = await device.open();
  const camat = await camatOf(campaign);
  await phoneOf(page, campaign, camat);
  const own = campaign.villages;
  let isUp = true;
  const flapping = setInterval(() => {
    isUp = !isUp;
    device.link.set(isUp ? "up" : "down");
  }, 2_000);

  try {
    await page.goto(campaign.at(`/input/${own[0].code}`));
    const heading = page.getByRole("heading", { level: 1 });
    const done: string[] = [];
    for (const count of [5, 6, 7, 8]) {
      const name = (await heading.textContent()) ?? "";
      expect(done).not.toContain(name);
      expect(own.map((unit) => unit.name)).toContain(name);
      await typeAndSend(page, count);
      done.push(name);
      // Kept before anybody goes on.
      await expect(
        page
          .getByRole("status")
          .filter({ hasText: /Tersimpan|Mengirim|Terkirim|diterima/ })
          .first(),
      ).toBeVisible();
      if (done.length === own.length) break;
      await page.getByRole("link", { name: /^Berikutnya: / }).click();
      await expect(heading).not.toHaveText(name);
    }
  } finally {
    clearInterval(flapping);
    device.link.set("up");
  }

  await page.goto(campaign.at("/input"));
  await expect(page.getByText("4 dari 4 desa terkirim")).toBeVisible({ timeout: 60_000 });
});

test(
  "on a slow line lists and cards are drawn from the phone within a second @phone",
  { tag: "@timed" },
  async ({ device, newCampaign, camatOf }) => {
    test.setTimeout(180_000 * patience);
    const campaign = await newCampaign();
    const [first, second] = campaign.villages;
    const page = await device.open();
    const camat = await camatOf(campaign);
    await phoneOf(page, campaign, camat);
    let kits = 0;
    page.on("request", (request) => {
      if (/\/campaigns\/[^/]+\/entry$/.test(new URL(request.url()).pathname)) kits += 1;
    });

    device.link.set("slow");
    // The first step finds out.
    await itemOf(page, first.name).click();
    const onCard = page.getByRole("heading", { level: 1, name: first.name });
    await expect(onCard).toBeVisible({ timeout: 30_000 });

    const steps: number[] = [];
    const step = async (press: Locator, seen: Locator) => {
      const began = Date.now();
      await press.click();
      // Looked for often: what is waited for must not be the time between two looks.
      await expect.poll(() => seen.isVisible(), { intervals: [20], timeout: 30_000 }).toBe(true);
      steps.push(Date.now() - began);
    };
    const toList = page.getByRole("link", { name: "Kembali ke daftar" }).first();
    const onList = page.getByText(/^\d dari 4 desa terkirim$/);
    for (const { name } of [first, second, first]) {
      await step(toList, onList);
      await step(itemOf(page, name), page.getByRole("heading", { level: 1, name }));
    }
    test.info().annotations.push({ type: "ms", description: steps.join(" ") });
    const middle = steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)];
    expect(middle).toBeLessThanOrEqual(1_000 * patience);

    // On its way for two seconds: one may go on.
    device.link.set("stuck");
    await typeAndSend(page, 9);
    const sending = page.getByRole("button", { name: "Mengirim…" });
    await expect(sending).toBeVisible();
    await expect(page.getByRole("link", { name: /^Berikutnya: / })).toBeVisible({
      timeout: 4_000 * patience,
    });
    // It was fetched a moment before: no step fetches it again.
    expect(kits).toBeLessThanOrEqual(1);
  },
);
