import { randomUUID } from "node:crypto";

import { addDays } from "@/lib/base/time/calendar-day";

import { expect, test } from "./fixtures";
import { makeCampaign } from "./support/campaign";
import { readLebak } from "./support/lebak";

const kilobyte = 1024;

test("pages of 345 villages stay light before they are compressed @desktop", async ({
  page,
  admin,
  officeOf,
  signIn,
}) => {
  test.setTimeout(180_000);
  const kabupaten = await readLebak();
  const units = kabupaten.villages;
  expect(units).toHaveLength(345);
  const campaign = await makeCampaign(admin, kabupaten, { units, groups: 3, starts: -20 });
  const groups = ["9-59-bulan", "5-6-tahun", "7-12-tahun"];
  const cells = ["mr", "opv"].flatMap((intervention) =>
    groups.map((targetGroup) => ({ intervention, targetGroup })),
  );
  const targets = await admin.put(`/api/v1/campaigns/${campaign.slug}/target-populations`, {
    data: {
      source: "local",
      asOf: campaign.today,
      rows: units.flatMap(({ code }) =>
        cells.map((cell) => ({ unit: code, ...cell, people: 100 })),
      ),
    },
  });
  expect(targets.ok(), await targets.text()).toBe(true);
  for (const back of [2, 1]) {
    const answer = await admin.post(`/api/v1/campaigns/${campaign.slug}/daily-reports`, {
      data: {
        reports: units.map(({ code }, index) => ({
          id: randomUUID(),
          unit: code,
          day: addDays(campaign.today, -back),
          zero: false,
          tallies: cells.map((cell) => ({ ...cell, residents: 1 + (index % 7) })),
        })),
      },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
  }
  await signIn(await officeOf({ kabupaten }));

  const sizes: Record<string, number> = {};
  for (const [path, most] of bounds) {
    const answer = await page.request.get(campaign.at(path));
    expect(answer.status()).toBe(200);
    sizes[path] = Math.round((await answer.body()).length / kilobyte);
    expect.soft(sizes[path], path).toBeLessThanOrEqual(most);
  }
  test.info().annotations.push({ type: "KB", description: JSON.stringify(sizes) });
});

/** In KB. */
const bounds: readonly (readonly [string, number])[] = [
  ["/cakupan", 350],
  ["/cakupan?tampil=desa", 250],
  ["/cakupan/36.02.14", 250],
  ["/kelengkapan", 250],
  ["/kelengkapan?kecamatan=36.02.14", 250],
  ["/verifikasi", 250],
];
