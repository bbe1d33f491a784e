import { addDays } from "@/lib/base/time/calendar-day";

import { expect, test } from "./fixtures";

const back = "Isian Anda yang belum disimpan dikembalikan.";

test("a half-typed note on a day is there again, until it is saved @desktop", async ({
  page,
  newCampaign,
  signIn,
}) => {
  const campaign = await newCampaign();
  await signIn("admin");
  await page.goto(campaign.at("/kelengkapan"));
  const notes = page.getByRole("region", { name: "Catatan hari" });
  const note = notes.getByRole("textbox", { name: "Catatan", exact: true });
  await notes.getByText("Tambah catatan").click();
  await notes.getByLabel("Jenis").selectOption("Stok habis");
  await note.fill("Vaksin MR ha");

  await page.goto(campaign.at("/cakupan"));
  await page.goto(campaign.at("/kelengkapan"));
  await expect(notes.getByText(back)).toBeVisible();
  await expect(note).toHaveValue("Vaksin MR ha");
  await expect(notes.getByLabel("Jenis").locator("option:checked")).toHaveText("Stok habis");

  await note.fill("Vaksin MR habis");
  await notes.getByRole("button", { name: "Simpan catatan" }).click();
  await expect(notes).toContainText("Stok habis: Vaksin MR habis");
  await expect(note).toHaveValue("");
  await page.reload();
  await expect(notes).toContainText("Stok habis: Vaksin MR habis");
  await expect(page.getByText(back)).toHaveCount(0);
});

test("half-typed reasons of two reports are kept, and the one that is sent goes alone", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [first, second] = campaign.villages;
  for (const unit of [first, second]) await campaign.report(unit, campaign.today, [10, 4]);
  await signIn(await officeOf(campaign));
  await page.goto(campaign.at("/verifikasi"));
  const returning = (name: string) =>
    page.getByRole("rowgroup").filter({ has: page.getByRole("link", { name, exact: true }) });
  const reason = (name: string) => returning(name).getByLabel("Alasan dikembalikan");
  for (const [{ name }, text] of [
    [first, "MR dan OPV tertukar"],
    [second, "Angka sama dengan kemarin"],
  ] as const) {
    await returning(name).getByText("Kembalikan", { exact: true }).click();
    await reason(name).fill(text);
  }

  await page.reload();
  await expect(page.getByText(back)).toBeVisible();
  await expect(reason(first.name)).toHaveValue("MR dan OPV tertukar");
  await expect(reason(second.name)).toHaveValue("Angka sama dengan kemarin");
  await returning(first.name).getByRole("button", { name: "Kembalikan laporan" }).click();
  await expect(page.getByText(/^1 laporan menunggu, 1 dikembalikan/)).toBeVisible();

  await page.goto(campaign.at("/verifikasi?status=semua"));
  await expect(page.getByText("MR dan OPV tertukar", { exact: true })).toBeVisible();
  await expect(reason(second.name)).toHaveValue("Angka sama dengan kemarin");
  await page.getByRole("button", { name: "Buang isian itu" }).click();
  await page.reload();
  await expect(reason(second.name)).toHaveValue("");
  await expect(page.getByText(back)).toHaveCount(0);
});

test("why a day should be opened is kept while it is typed, and goes once it is asked @desktop", async ({
  page,
  newCampaign,
  camatOf,
  officeOf,
  sessionOf,
  signIn,
}) => {
  const campaign = await newCampaign({ cutOff: "00:00" });
  const office = await officeOf(campaign);
  const camat = await camatOf(campaign);
  const day = campaign.at(`/input?hari=${addDays(campaign.today, -1)}&minta=1`);
  await signIn(camat);
  await page.goto(day);
  const reason = page.getByRole("textbox", { name: "Alasan" });
  await reason.fill("Jaringan putus");

  await page.reload();
  await expect(page.getByText(back)).toBeVisible();
  await expect(reason).toHaveValue("Jaringan putus");
  await page.getByRole("button", { name: "Kirim permintaan" }).click();
  await expect(page.getByText(/^Permintaan Anda terkirim/)).toBeVisible();

  await page.goto("about:blank");
  await page.context().clearCookies();
  await page.context().addCookies(await sessionOf(office));
  await page.goto(campaign.at("/verifikasi"));
  await page.getByText("Tolak", { exact: true }).click();
  const answer = page.getByRole("textbox", { name: "Alasan ditolak" });
  await answer.fill("Kirim lewat puskesmas");
  await page.reload();
  await expect(answer).toHaveValue("Kirim lewat puskesmas");
  await page.getByRole("button", { name: "Tolak permintaan" }).click();
  await expect(page.getByRole("region", { name: "1 permintaan membuka hari" })).toHaveCount(0);

  await page.goto("about:blank");
  await page.context().clearCookies();
  await page.context().addCookies(await sessionOf(camat));
  await page.goto(day);
  await expect(page.getByText(/ditolak .*: Kirim lewat puskesmas/)).toBeVisible();
  await expect(reason).toHaveValue("");
  await expect(page.getByText(back)).toHaveCount(0);
});
