import { randomBytes } from "node:crypto";

import { addDays } from "@/lib/base/time/calendar-day";
import { localDay } from "@/lib/base/time/time-zone";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import { readCoverage, write } from "./support/interface";
import { maxRetries } from "./support/session";

const office = { code: "dinas-pendidikan", name: "Dinas Pendidikan" };

test("ASN are asked of offices, the public of villages: each types its own columns alone @desktop", async ({
  page,
  browser,
  admin,
  newKabupaten,
  officeOf,
  camatOf,
  headOf,
  signIn,
  sessionOf,
}) => {
  const kabupaten = await newKabupaten();
  const { code: districtCode, kecamatan } = kabupaten;
  const [village] = kabupaten.villages;
  if (!village) throw new Error("no village");
  const slug = `vaksin-${randomBytes(4).toString("hex")}`;
  const at = (path: string) => `${path}${path.includes("?") ? "&" : "?"}kampanye=${slug}`;
  const today = localDay(new Date(), "Asia/Jakarta");
  const [startsOn, endsOn] = [addDays(today, -3), addDays(today, 10)];
  const register = await admin.get("/api/v1/offices", { params: { districtCode }, maxRetries });
  await write(
    admin,
    "PUT",
    "/offices",
    { districtCode, offices: [{ ...office, kind: "opd" }] },
    { "If-Match": register.headers()["etag"] ?? "" },
  );
  await write(admin, "POST", "/campaigns", {
    ...{ slug, name: `Vaksinasi ${kabupaten.name}`, districtCode, startsOn, endsOn },
    ...{ timeZone: "Asia/Jakarta", reportCutOff: "23:59", isSample: true },
    decidingTargetSource: "local",
    rounds: [{ number: 1, startsOn, endsOn }],
    interventions: [{ code: "D1", name: "Dosis 1", shortName: "D1", coverageGoal: "0.70" }],
    targetGroups: [
      { code: "asn", name: "ASN" },
      { code: "umum", name: "Masyarakat umum" },
      { code: "lansia", name: "Lansia" },
    ],
    reportingUnits: [
      { code: village.code, name: village.name, kind: "village", regionCode: village.code },
      // In the kecamatan, so that its camat types it too; it names the office that holds it.
      {
        ...{ code: "opd-1", name: `${office.name} Kecamatan`, kind: "office" },
        ...{ regionCode: kecamatan.code, office: office.code },
      },
    ],
  });

  // The officer says of whom each group is asked.
  await signIn(await officeOf({ kabupaten }));
  await page.goto(at(`/kampanye/${slug}`));
  const asked = page.getByRole("group", { name: "Ditanyakan pada" });
  await asked.nth(0).getByLabel("Kantor").check();
  await asked.nth(1).getByLabel("Desa/kelurahan").check();
  await expect(asked.nth(2).getByLabel("Semua jenis unit")).toBeChecked();
  await page.getByRole("button", { name: "Simpan perubahan" }).click();
  await page.waitForURL(/tersimpan=/);
  await page.goto(at(`/kampanye/${slug}`));
  await expect(asked.nth(0).getByLabel("Kantor")).toBeChecked();
  await expect(asked.nth(0).getByLabel("Semua jenis unit")).not.toBeChecked();
  await expectAccessible(page);

  const cell = (unit: string, targetGroup: string, people: number) => ({
    ...{ unit, intervention: "D1", targetGroup, people },
  });
  await write(admin, "PUT", `/campaigns/${slug}/target-populations`, {
    source: "local",
    asOf: today,
    rows: [cell("opd-1", "asn", 40), cell(village.code, "umum", 100)],
  });

  // The camat: a dash where nothing is asked, which the arrows pass over.
  const camat = await (await browser.newContext()).newPage();
  await camat.context().addCookies(await sessionOf(await camatOf({ kabupaten })));
  await camat.goto(at("/input"));
  const field = (unit: string, group: string) =>
    camat.getByRole("textbox", { name: `${unit}, D1 ${group}`, exact: true });
  const inOffice = `${office.name} Kecamatan`;
  await expect(field(inOffice, "ASN")).toBeEditable();
  await expect(field(village.name, "ASN")).toHaveCount(0);
  await expect(field(inOffice, "Masyarakat umum")).toHaveCount(0);
  await expect(camat.getByTitle("Tidak ditanyakan pada unit ini")).toHaveCount(2);
  // A click into a field that has the focus would edit it.
  await field(inOffice, "ASN").focus();
  // The grid takes keys once it says what it knows of the cell.
  const chosen = camat.getByRole("region", { name: "Sel yang dipilih" });
  await expect(chosen.getByText("Sasaran", { exact: true })).toBeVisible();
  await camat.keyboard.press("ArrowRight");
  await expect(field(inOffice, "Lansia")).toBeFocused();
  await camat.keyboard.press("ArrowLeft");
  await expect(field(inOffice, "ASN")).toBeFocused();
  await camat.keyboard.press("Home");
  await expect(field(inOffice, "ASN")).toBeFocused();
  await field(village.name, "Masyarakat umum").fill("30");
  await field(village.name, "Lansia").fill("4");
  await camat
    .getByRole("button", { name: /^Kirim/ })
    .first()
    .click();
  const row = camat.getByRole("row").filter({ has: field(village.name, "Lansia") });
  await expect(row).toContainText(/Terkirim \d{2}\.\d{2}/);
  await expectAccessible(camat);

  // The file for both has every column; the head's own template has only those of an office.
  const templateOf = async (who: typeof camat) => {
    const answer = await who.request.get(at("/input/muat/templat?jenis=csv"), { maxRetries });
    return (await answer.text()).split("\n").find((line) => line.includes("D1 ")) ?? "";
  };
  expect(await templateOf(camat)).toContain("D1 Masyarakat umum");
  await camat.context().close();

  // The head of the office, on a phone.
  const phone = await browser.newContext({
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
  });
  await phone.addCookies(await sessionOf(await headOf(districtCode, office.code)));
  const head = await phone.newPage();
  await head.goto(at("/input"));
  await expect(head).toHaveTitle(/Input/);
  await expect(head.getByRole("heading", { level: 1 })).toHaveText(`Input harian, ${office.name}`);
  await head.getByRole("main").getByRole("link", { name: inOffice }).click();
  await head.getByRole("textbox", { name: /ASN/ }).fill("12");
  await expect(head.getByRole("textbox", { name: /Masyarakat umum/ })).toHaveCount(0);
  await head.getByRole("textbox", { name: /Lansia/ }).fill("0");
  await expectNoSidewaysScroll(head);
  await head.getByRole("button", { name: /^Kirim/ }).click();
  await expect(head.getByRole("status").filter({ hasText: /^Terkirim \d{2}/ })).toBeVisible();
  const own = await templateOf(head);
  expect(own).toContain("D1 ASN");
  expect(own).not.toContain("D1 Masyarakat umum");
  await phone.close();

  // A file that counts where nothing is asked is not taken, and says so.
  await page.goto(at("/input/muat"));
  const line = [village.code, village.name, "", addDays(today, -1), "5", "20", "1"].join(";");
  await page
    .getByLabel(/berkas/i)
    .first()
    .setInputFiles({
      name: "laporan.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(
        `Kode;Desa/kelurahan;Kecamatan;Tanggal;D1 ASN;D1 Masyarakat umum;D1 Lansia\n${line}\n`,
      ),
    });
  await page.getByRole("button", { name: /^Periksa/ }).click();
  await expect(page.getByText("Kolom ini tidak ditanyakan pada unit ini.")).toBeVisible();

  // Targets are missing for the old of both units, and of nobody else.
  const { total } = await readCoverage(page.request, slug, {});
  expect(total[0]).toMatchObject({ targetPopulation: 140, dosesAdministered: 42 });
  await page.goto(at("/cakupan?kelompok=asn"));
  await expect(page.getByRole("main")).toContainText("30,0%");
  await expect(page.getByRole("main")).not.toContainText(/belum (punya|dimuat|ada) sasaran/);
});

test("what was typed before a column was restricted is told, and the rest arrives @phone", async ({
  page,
  context,
  admin,
  newCampaign,
  camatOf,
  signIn,
  expectIncident,
}) => {
  const campaign = await newCampaign({ groups: 2, children: null });
  const [typed, sent] = campaign.villages;
  await signIn(await camatOf(campaign));
  const fill = async (unit: string) => {
    await page.goto(campaign.at(`/input/${unit}`));
    await page.getByRole("textbox", { name: /^MR · 9–59 bulan/ }).fill("7");
    await page.getByRole("textbox", { name: /^MR · 5–<7 tahun/ }).fill("12");
  };
  await fill(typed.code);
  await fill(sent.code);
  // Without a signal the second one waits on the device.
  expectIncident("network");
  await context.setOffline(true);
  await page.getByRole("button", { name: /^Kirim/ }).click();
  await expect(page.getByText("Tersimpan di perangkat ini").first()).toBeVisible();

  const address = `/campaigns/${campaign.slug}`;
  const read = await admin.get(`/api/v1${address}`, { maxRetries });
  const definition = (await read.json()) as { targetGroups: { code: string }[] };
  await write(
    admin,
    "PUT",
    address,
    {
      ...definition,
      targetGroups: definition.targetGroups.map((group) =>
        group.code === "5-6-tahun" ? { ...group, unitKinds: ["office"] } : group,
      ),
    },
    { "If-Match": read.headers()["etag"] ?? "" },
  );
  await context.setOffline(false);

  // The device is told why it was rejected, and what becomes of the number.
  await page.goto(campaign.at("/input/kotak-keluar"));
  const waiting = page.getByRole("list", { name: "Belum terkirim" });
  await expect(waiting).toContainText(
    "MR 5–<7 tahun tidak ditanyakan pada unit ini. Kirim lagi tanpa angka itu.",
  );
  await waiting.getByRole("link", { name: sent.name }).click();
  for (const unit of [sent, typed]) {
    await page.goto(campaign.at(`/input/${unit.code}`));
    await expect(page.getByRole("textbox", { name: /^MR/ })).toHaveCount(1);
    await expect(page.getByRole("textbox", { name: /^MR/ })).toHaveValue("7");
    await expect(page.getByText(/^Tidak ikut dikirim: MR 5–<7 tahun 12/)).toBeVisible();
    await expectNoSidewaysScroll(page);
    await page.getByRole("button", { name: /^Kirim/ }).click();
    await expect(page.getByText(/Terkirim/).first()).toBeVisible();
  }
  const { rows } = await readCoverage(page.request, campaign.slug, { by: "unit" });
  const doses = rows
    .filter(({ intervention }) => intervention === "mr")
    .map(({ code, dosesAdministered }) => [code, dosesAdministered]);
  expect(Object.fromEntries(doses)).toMatchObject({ [typed.code]: 7, [sent.code]: 7 });
});
