import { readFile } from "node:fs/promises";

import type { Page } from "@playwright/test";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import { expectStep } from "./support/set-up";

const file = (name: string, body: Buffer | string) => ({
  name,
  mimeType: "application/json",
  buffer: Buffer.from(body),
});

/** Chooses a file on the page where a campaign begins, and has it read. */
async function readFrom(page: Page, chosen: ReturnType<typeof file>) {
  await page.goto("/kampanye/baru");
  await page.getByLabel("Berkas definisi").setInputFiles(chosen);
  await page.getByRole("button", { name: "Baca berkas" }).click();
}

/** The definition of a campaign, as its page gives it. */
async function download(page: Page, slug: string): Promise<Buffer> {
  await page.goto(`/kampanye/${slug}?kampanye=${slug}`);
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Unduh definisi (JSON)" }).click();
  return readFile(await (await waiting).path());
}

test("a downloaded definition becomes a draft, and the campaign of it downloads the same", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
  admin,
}) => {
  const campaign = await newCampaign();
  await signIn(await officeOf(campaign));
  const first = await download(page, campaign.slug);
  const gone = await admin.fetch(`/api/v1/campaigns/${campaign.slug}`, {
    method: "DELETE",
    headers: { "if-match": "*" },
  });
  expect(gone.status()).toBe(200);

  await readFrom(page, file("kampanye.json", first));
  await expectStep(page, "Umum");
  await expect(page.getByText(/Konsep ini diisi dari berkas kampanye\.json/)).toBeVisible();
  await expect(page.getByLabel("Nama kampanye")).toHaveValue(campaign.name);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.goto(page.url().replace("langkah=1", "langkah=6"));
  await expectStep(page, "Orang");
  await page.getByRole("button", { name: "Buat kampanye", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(campaign.name);
  expect((await download(page, campaign.slug)).equals(first)).toBe(true);
});

test("what no field can hold is named, and the rest is there to be mended @desktop", async ({
  page,
  newKabupaten,
  officeOf,
  signIn,
}) => {
  const kabupaten = await newKabupaten();
  await signIn(await officeOf({ kabupaten }));
  const body = JSON.stringify({
    name: "PIN dari tetangga",
    districtCode: "36.02",
    warna: "biru",
    startsOn: "2027-13-01",
    rounds: [{ number: 1, startsOn: "2027-01-04", endsOn: "2027-01-10" }],
    interventions: [{ code: "nOPV2", name: "Polio tetes", coverageGoal: "0.95" }],
    targetGroups: [{ code: "anak", name: "0–7 tahun" }],
    reportingUnits: [{ code: "A", name: "Desa A", kind: "village", regionCode: "36.02.01.2001" }],
  });
  // With the mark that some editors write before it.
  await readFrom(page, file("tetangga.json", `\uFEFF${body}`));
  await expectStep(page, "Umum");
  const said = page.getByText("2 bagian tidak masuk ke konsep").locator("..");
  await expect(said).toContainText("warna: nama ini tidak dikenal, isinya (biru) dilewati.");
  await expect(said).toContainText(
    "reportingUnits: berkas ini dari kabupaten/kota lain; 1 baris tidak dibawa.",
  );
  await expect(page.getByLabel("Nama kampanye")).toHaveValue("PIN dari tetangga");
  const rail = page.getByRole("navigation", { name: "Langkah menyiapkan kampanye" });
  await rail.getByRole("button", { name: /^Yang diberikan/ }).click();
  await expectStep(page, "Yang diberikan");
  await expect(page.getByText("2 bagian tidak masuk ke konsep")).toBeVisible();
});

for (const hasScripts of [true, false]) {
  test.describe(hasScripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: hasScripts });

    test("a file that is no definition begins nothing, and it is said why @desktop", async ({
      page,
      newKabupaten,
      officeOf,
      signIn,
    }) => {
      const kabupaten = await newKabupaten();
      await signIn(await officeOf({ kabupaten }));
      const alert = page.getByRole("alert");
      for (const [body, sentence] of [
        ["kode;nama\n1;a\n", "Ini bukan JSON: baris 1 tidak dapat dibaca."],
        [
          '{"rounds": [],\n "rounds": []}',
          "“rounds” tertulis dua kali di tempat yang sama (baris 2).",
        ],
        ['{"__proto__": {"isSample": true}}', "Baris 1 memuat nama “__proto__”"],
        ["[".repeat(200_000) + "]".repeat(200_000), "Isinya bersarang terlalu dalam"],
        [Buffer.from('\uFEFF{"rounds": []}', "utf16le"), "Tulisannya bukan UTF-8."],
        [
          '{"formatVersion": 9, "rounds": []}',
          "Bentuk berkas ini (9) bukan yang dibaca Cakupan ini.",
        ],
        ['{"sasaran": []}', "Ini JSON, tetapi bukan definisi kampanye"],
      ] as const) {
        await readFrom(page, file("x.json", body));
        await expect(alert.filter({ hasText: sentence })).toBeVisible();
      }
      await expect(page.getByRole("region", { name: "Konsep Anda" })).toHaveCount(0);
    });
  });
}

test("a file of ten megabytes is not sent at all @desktop", async ({
  page,
  newKabupaten,
  officeOf,
  signIn,
}) => {
  const kabupaten = await newKabupaten();
  await signIn(await officeOf({ kabupaten }));
  await page.goto("/kampanye/baru");
  await page
    .getByLabel("Berkas definisi")
    .setInputFiles(file("besar.json", Buffer.alloc(10 * 1024 * 1024, 0x20)));
  await expect(page.getByText(/^Berkas lebih dari 5 MB\./)).toBeVisible();
  await expect(page.getByRole("button", { name: "Baca berkas" })).toBeDisabled();
});
