import { addDays } from "@/lib/base/time/calendar-day";

import { expect, test } from "./fixtures";
import { makeCampaign } from "./support/campaign";

const format = new Intl.DateTimeFormat("id-ID", { day: "numeric", month: "long", timeZone: "UTC" });
const named = (day: string) => format.format(new Date(`${day}T00:00:00Z`));

test("a camat with two campaigns sees what waits in both, and keeps the day between them @phone", async ({
  page,
  admin,
  newKabupaten,
  camatOf,
  signIn,
}) => {
  const kabupaten = await newKabupaten();
  const measles = await makeCampaign(admin, kabupaten, { name: "Kejar Campak" });
  const polio = await makeCampaign(admin, kabupaten, { name: "Pekan Polio", starts: -3 });
  const camat = await camatOf({ kabupaten });
  for (const unit of polio.villages) await polio.report(unit, polio.today, [3, 4]);
  await measles.report(measles.villages[0], measles.today, [5, 6]);
  await signIn(camat);

  await page.goto("/input");
  const strip = page.getByRole("navigation", { name: "Kampanye Anda hari ini" });
  await expect(strip.getByRole("link", { name: /^Kejar Campak/ })).toContainText("3 menunggu");
  await expect(strip.getByRole("link", { name: /^Pekan Polio/ })).toContainText("lengkap");
  // The one in which something is missing.
  await expect(strip.getByRole("link", { name: /^Kejar Campak/ })).toHaveAttribute(
    "aria-current",
    "true",
  );

  const yesterday = addDays(measles.today, -1);
  await page.goto(measles.at(`/input?hari=${yesterday}`));
  await expect(page.getByText("0 dari 4 desa terkirim")).toBeVisible();
  await strip.getByRole("link", { name: /^Pekan Polio/ }).click();
  await expect(page).toHaveURL(new RegExp(`kampanye=${polio.slug}&hari=${yesterday}`));
  await expect(page.getByText(named(yesterday)).locator("visible=true").first()).toBeVisible();
  await expect(page.getByText("0 dari 4 desa terkirim")).toBeVisible();
});

test("a small campaign elsewhere is not everyone's first page, and is that of its own people", async ({
  page,
  context,
  admin,
  newKabupaten,
  camatOf,
  officeOf,
  newPerson,
  signIn,
}) => {
  const kabupaten = await newKabupaten();
  const large = await makeCampaign(admin, kabupaten, { name: "Kegiatan Besar" });
  await makeCampaign(admin, kabupaten, {
    name: "Kegiatan Kecil",
    starts: -1,
    units: [kabupaten.neighbourVillage],
  });
  await large.report(kabupaten.neighbourVillage, large.today, [1, 1]);
  const [dinkes, camat, neighbour] = await Promise.all([
    officeOf({ kabupaten }),
    camatOf({ kabupaten }),
    newPerson("subdistrictHead", kabupaten.neighbour.code),
  ]);

  for (const person of [dinkes, camat]) {
    await page.goto("about:blank");
    await context.clearCookies();
    await signIn(person);
    await page.goto("/cakupan");
    await expect(page.getByRole("main")).toContainText("MR");
    await expect(page.getByRole("link", { name: /sumber|Unduh CSV/ }).first()).toHaveAttribute(
      "href",
      new RegExp(large.slug),
    );
  }

  // On the same device, right after the camat: what they looked at last is not the neighbour's.
  await page.goto(large.at("/cakupan"));
  await signIn(neighbour);
  await page.goto("/input");
  const strip = page.getByRole("navigation", { name: "Kampanye Anda hari ini" });
  const chosen = (name: RegExp) =>
    expect(strip.getByRole("link", { name })).toHaveAttribute("aria-current", "true");
  await chosen(/^Kegiatan Kecil/);

  // What they looked at themselves is kept in mind, and a list of links is not looking.
  await strip.getByRole("link", { name: /^Kegiatan Besar/ }).click();
  await chosen(/^Kegiatan Besar/);
  await page.goto("/lainnya");
  await expect(page.getByRole("link", { name: /^Kegiatan Kecil/ })).toBeVisible();
  await page.waitForLoadState("networkidle");
  await page.goto("/input");
  await chosen(/^Kegiatan Besar/);
});

test("the count beside a screen tells what waits in the other campaign too @desktop", async ({
  page,
  admin,
  newKabupaten,
  camatOf,
  signIn,
}) => {
  const kabupaten = await newKabupaten();
  const measles = await makeCampaign(admin, kabupaten, { name: "Kejar Campak" });
  const polio = await makeCampaign(admin, kabupaten, { name: "Pekan Polio", starts: -3 });
  const camat = await camatOf({ kabupaten });
  const [first, second] = measles.villages;
  // Three of the four villages are awaited here, two there.
  await measles.report(first, measles.today, [5, 6]);
  for (const unit of [first, second]) await polio.report(unit, polio.today, [3, 4]);
  await signIn(camat);

  const screen = page
    .getByRole("navigation", { name: "Halaman", exact: true })
    .getByRole("link", { name: /^Kelengkapan/ });
  await page.goto(measles.at("/cakupan"));
  await expect(screen).toHaveAccessibleName(/3 menunggu, .*2 menunggu di Pekan Polio/);
  await expect(screen).toContainText(/3 \+\d/);
  await page.goto(polio.at("/cakupan"));
  await expect(screen).toHaveAccessibleName(/2 menunggu, .*3 menunggu di Kejar Campak/);
});

test("an address that two kabupaten have is asked about, and is each one's own to its people", async ({
  page,
  context,
  admin,
  newKabupaten,
  newPerson,
  signIn,
}) => {
  const [here, there] = [await newKabupaten(), await newKabupaten()];
  const ours = await makeCampaign(admin, here, { name: "Kegiatan Sini" });
  const plan = { name: "Kegiatan Sana", slug: ours.slug, children: null };
  await makeCampaign(admin, there, plan);
  const dinkes = await newPerson("healthOffice", there.code);

  await signIn("admin");
  await page.goto(ours.at("/cakupan?intervensi=opv"));
  await expect(page.getByText(`Beberapa kampanye beralamat “${ours.slug}”`)).toBeVisible();
  const asked = page.getByRole("navigation", { name: "Kampanye" }).first();
  await expect(asked.getByRole("link")).toHaveText([/^Kegiatan Sana/, /^Kegiatan Sini/]);
  await asked.getByRole("link", { name: /^Kegiatan Sini/ }).click();
  await expect(page).toHaveURL(
    new RegExp(`/cakupan\\?intervensi=opv&kampanye=${here.code}\\.${ours.slug}$`),
  );

  await page.goto("about:blank");
  await context.clearCookies();
  await signIn(dinkes);
  await page.goto(ours.at("/kelengkapan"));
  await expect(page).toHaveURL(new RegExp(`kampanye=${ours.slug}$`));
  await expect(page.getByRole("main")).toContainText(there.kecamatan.name);
});
