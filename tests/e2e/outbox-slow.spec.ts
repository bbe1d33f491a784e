import { randomBytes } from "node:crypto";

import { addDays } from "@/lib/base/time/calendar-day";
import { localDay } from "@/lib/base/time/time-zone";

import { expect, test } from "./fixtures";

/** 64 kbit/s with a round trip of 800 ms: what is left of a signal upriver. */
const slow = { offline: false, latency: 800, downloadThroughput: 8_000, uploadThroughput: 8_000 };
const most = 5_000 * Number(process.env["PATIENCE"] ?? 1);

const reports = "**/daily-reports";
const groups = ["9-59-bulan", "5-7-tahun", "7-12-tahun"];
const interventions = ["mr", "opv", "ipv", "dpt"];

test(
  "a day of 20 villages with 12 cells each goes in one request of 20 KB and is confirmed within 5 seconds @desktop",
  { tag: "@timed" },
  async ({ page, admin, newKabupaten, signIn, expectIncident }) => {
    test.setTimeout(180_000);
    expectIncident("network");
    const kabupaten = await newKabupaten(20);
    const units = kabupaten.villages.slice(0, 20);
    const slug = `cerita-${randomBytes(5).toString("hex")}`;
    const today = localDay(new Date(), "Asia/Jakarta");
    const [startsOn, endsOn] = [addDays(today, -5), addDays(today, 10)];
    const made = await admin.post("/api/v1/campaigns", {
      data: {
        slug,
        name: "Dua puluh desa",
        districtCode: kabupaten.code,
        startsOn,
        endsOn,
        timeZone: "Asia/Jakarta",
        reportCutOff: "23:59",
        isSample: false,
        decidingTargetSource: "local",
        rounds: [{ number: 1, startsOn, endsOn }],
        interventions: interventions.map((code) => ({
          code,
          name: code.toUpperCase(),
          shortName: code.toUpperCase(),
          coverageGoal: "0.95",
        })),
        targetGroups: groups.map((code) => ({ code, name: code })),
        reportingUnits: units.map(({ code, name }) => ({
          code,
          name,
          kind: "village",
          regionCode: code,
        })),
      },
    });
    expect(made.status(), await made.text()).toBe(201);
    await signIn("admin");

    await page.route(reports, (route) => route.abort("internetdisconnected"));
    await page.goto(`/input?kampanye=${slug}`);
    await expect(page.locator(`[id="c-${kabupaten.villages[0].code}-0"]`)).toBeEditable();
    await page.evaluate(typeEverywhere);
    await page.getByRole("button", { name: "Kirim 20 desa" }).click();
    // A row that tries again now says so for a moment.
    const kept = page.getByRole("row").filter({ hasText: /Tersimpan di perangkat ini|Mengirim/ });
    await expect(kept).toHaveCount(20);
    await page.goto(`/input/kotak-keluar?kampanye=${slug}`);
    await expect(page.getByText("20 laporan belum terkirim.")).toBeVisible();

    const sizes: number[] = [];
    // The page that was just opened may be trying by itself still, in vain.
    page.on("requestfinished", (request) => {
      if (request.method() === "POST" && request.url().endsWith("/daily-reports")) {
        sizes.push(request.postDataBuffer()?.byteLength ?? 0);
      }
    });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", slow);
    await page.unroute(reports);
    const began = Date.now();
    await page.getByRole("button", { name: "Coba kirim sekarang" }).click();
    await expect(
      page.getByRole("region", { name: "Sudah sampai di kabupaten" }).getByRole("listitem"),
    ).toHaveCount(20, { timeout: 4 * most });
    const took = Date.now() - began;

    test
      .info()
      .annotations.push({ type: "ms", description: `${String(took)}, ${sizes.join(" ")} B` });
    expect(sizes).toHaveLength(1);
    expect(sizes[0]).toBeLessThanOrEqual(20 * 1024);
    expect(took).toBeLessThanOrEqual(most);
  },
);

/** A number in each field of the grid, as typing would leave it. */
function typeEverywhere(): void {
  const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  const fields = document.querySelectorAll<HTMLInputElement>('table input[id^="c-"]');
  for (const [index, field] of fields.entries()) {
    value?.set?.call(field, String(10 + (index % 90)));
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
