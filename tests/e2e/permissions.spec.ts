import { expect, test } from "./fixtures";
import { pages, personOf } from "./support/pages";
import { maxRetries } from "./support/session";
import type { Role } from "@/lib/account/auth/policy";
import { instructionIds } from "@/prisma/seed/demo/kapuas-instruction";
import { safetyIds } from "@/prisma/seed/demo/kapuas-safety";

const notFound = "Halaman tidak ditemukan";

for (const [role, username] of Object.entries(personOf) as [Role, string][]) {
  test(`${role}: each page opens or is not found, as the register says @desktop`, async ({
    context,
    signIn,
  }) => {
    await signIn(username);
    const rows = pages.filter((row) => row.roles !== "anyone");

    const answers: Record<string, number> = {};
    for (const { name, address } of rows) {
      answers[name] = (
        await context.request.get(address, { maxRedirects: 0, maxRetries })
      ).status();
    }

    expect(answers).toEqual(
      Object.fromEntries(rows.map((row) => [row.name, row.roles.includes(role) ? 200 : 404])),
    );
  });
}

test("without a session every page leads to the sign-in and names the way back @desktop", async ({
  request,
}) => {
  const guarded = pages.filter(({ roles }) => roles !== "anyone");

  const answers = [];
  for (const { address } of guarded) {
    const answer = await request.get(address, { maxRedirects: 0, maxRetries });
    const to = new URL(answer.headers()["location"] ?? "/", "http://here");
    answers.push([answer.status(), to.pathname, to.searchParams.get("kembali")]);
  }

  expect(answers).toEqual(guarded.map(({ address }) => [307, "/masuk", address]));
});

/** Adverse events and houses visited, with one of each. */
const watched = [
  "/kipi?kampanye=bian-kapuas",
  "/kipi/csv?kampanye=bian-kapuas",
  "/kipi/baru?kampanye=bian-kapuas",
  `/kipi/${safetyIds.adverseEvent}?kampanye=bian-kapuas`,
  "/rca?kampanye=bian-kapuas",
  "/rca/csv?kampanye=bian-kapuas",
  "/rca/baru?kampanye=bian-kapuas",
  `/rca/${safetyIds.rapidAssessment}?kampanye=bian-kapuas`,
];

/** What is planned and written down for others: read by more than change it. */
const planning = ["/jadwal/atur", "/jadwal/baru", "/jadwal/usulan"].map(
  (address) => `${address}?kampanye=bian-kapuas`,
);
const setting = ["/logistik/batch", "/indikator/daftar/baru"].map(
  (address) => `${address}?kampanye=bian-kapuas`,
);

/** What a stranger may neither see nor learn the name of. */
const strangers = [
  {
    who: "dinkes.gunungmas",
    what: "another kabupaten's campaign",
    addresses: [
      "/ringkasan?kampanye=bian-kapuas",
      "/cakupan?kampanye=bian-kapuas",
      "/cakupan/62.03.01?kampanye=bian-kapuas",
      "/cakupan/csv?kampanye=bian-kapuas",
      "/cakupan/sumber?kampanye=bian-kapuas",
      "/cakupan/sumber/csv?kampanye=bian-kapuas",
      "/kelengkapan?kampanye=bian-kapuas",
      "/kelengkapan/csv?kampanye=bian-kapuas",
      "/mutu?kampanye=bian-kapuas",
      "/mutu/csv?kampanye=bian-kapuas",
      "/verifikasi?kampanye=bian-kapuas",
      "/input?kampanye=bian-kapuas",
      "/input/kotak-keluar?kampanye=bian-kapuas",
      "/input/luring?kampanye=bian-kapuas",
      "/input/62.03.01.1007?kampanye=bian-kapuas",
      "/sasaran?kampanye=bian-kapuas",
      "/sasaran/muat?kampanye=bian-kapuas",
      "/sasaran/templat?kampanye=bian-kapuas",
      "/indikator?kampanye=bian-kapuas",
      "/indikator/csv?kampanye=bian-kapuas",
      "/indikator/isi?kampanye=bian-kapuas",
      "/indikator/daftar?kampanye=bian-kapuas",
      "/kampanye/bian-kapuas",
      "/kampanye/bian-kapuas/definisi",
      "/tindak-lanjut?kampanye=bian-kapuas",
      "/jadwal?kampanye=bian-kapuas",
      "/jadwal/atur?kampanye=bian-kapuas",
      "/jadwal/usulan?kampanye=bian-kapuas",
      "/jadwal/csv?kampanye=bian-kapuas",
      "/jadwal/ics?kampanye=bian-kapuas",
      `/tindak-lanjut/${instructionIds.directive}?kampanye=bian-kapuas`,
      `/tindak-lanjut/${instructionIds.directive}/csv?kampanye=bian-kapuas`,
      `/permintaan/${instructionIds.followUp}?kampanye=bian-kapuas`,
      "/logistik?kampanye=bian-kapuas",
      "/logistik/mutasi?kampanye=bian-kapuas",
      "/logistik/mutasi/csv?kampanye=bian-kapuas",
      "/logistik/catat?kampanye=bian-kapuas&jenis=receipt",
      "/jadwal/baru?kampanye=bian-kapuas",
      "/indikator/muat?kampanye=bian-kapuas",
      ...watched,
    ],
    names: ["BIAN Kabupaten Kapuas", "Selat Hilir", "Mantangai"],
  },
  {
    who: "dinkes.gunungmas",
    what: "another kabupaten's people",
    addresses: ["/pengguna/camat.selat", "/pengguna/dinkes.kapuas", "/pengguna/admin"],
    names: ["Camat Selat", "Kecamatan Selat", "Administrator Contoh"],
  },
  {
    who: "camat.selat",
    what: "the neighbouring kecamatan",
    addresses: [
      "/cakupan/62.03.09?kampanye=bian-kapuas",
      "/cakupan/62.03.09.2001?kampanye=bian-kapuas",
      "/cakupan/csv?kampanye=bian-kapuas&wilayah=62.03.09",
      "/cakupan/sumber?kampanye=bian-kapuas&intervensi=MR&wilayah=62.03.09",
      "/cakupan/sumber/csv?kampanye=bian-kapuas&intervensi=MR&wilayah=62.03.09",
      "/kelengkapan?kampanye=bian-kapuas&kecamatan=62.03.09",
      "/kelengkapan/csv?kampanye=bian-kapuas&kecamatan=62.03.09",
      "/input/62.03.09.2001?kampanye=bian-kapuas",
    ],
    names: ["Mantangai"],
  },
  {
    who: "bupati.kapuas",
    what: "what is watched and written down in the field",
    addresses: [
      ...watched,
      ...planning,
      ...setting,
      "/logistik?kampanye=bian-kapuas",
      "/logistik/mutasi?kampanye=bian-kapuas",
      "/logistik/mutasi/csv?kampanye=bian-kapuas",
    ],
    names: ["Selat Hilir", "MR-2604"],
  },
  {
    who: "camat.mantangai",
    what: "an event or houses of Selat, nor the settings of the kabupaten",
    addresses: [
      `/kipi/${safetyIds.adverseEvent}?kampanye=bian-kapuas`,
      `/rca/${safetyIds.rapidAssessment}?kampanye=bian-kapuas`,
      ...setting,
    ],
    names: ["Selat Hilir", "MR-2604"],
  },
  {
    who: "lurah.selathilir",
    what: "what is planned and supplied for others",
    addresses: [
      ...planning,
      ...setting,
      "/logistik?kampanye=bian-kapuas",
      "/logistik/mutasi?kampanye=bian-kapuas",
      "/logistik/mutasi/csv?kampanye=bian-kapuas",
    ],
    names: ["Selat Tengah", "MR-2604"],
  },
  {
    who: "kepala.pkmselat",
    what: "what is planned and set for others",
    addresses: [...planning, ...setting],
    names: ["Mantangai"],
  },
  {
    who: "lurah.selathilir",
    what: "the village next door",
    addresses: [
      "/cakupan/62.03.01.1008?kampanye=bian-kapuas",
      "/cakupan/62.03.01?kampanye=bian-kapuas",
      "/input/62.03.01.1008?kampanye=bian-kapuas",
    ],
    names: ["Selat Tengah", "Selat Dalam"],
  },
  {
    who: "camat.mantangai",
    what: "what is asked of the camat of Selat, nor of others",
    addresses: [
      `/permintaan/${instructionIds.followUp}`,
      `/tindak-lanjut/${instructionIds.directive}?kampanye=bian-kapuas`,
    ],
    names: ["Jangkau pelosok", "Camat Selat"],
  },
  {
    who: "kepala.pkmselat",
    what: "the kecamatan around the office, nor what lies elsewhere",
    addresses: [
      "/cakupan/62.03.01?kampanye=bian-kapuas",
      "/cakupan/62.03.09?kampanye=bian-kapuas",
      "/cakupan/62.03.09.2001?kampanye=bian-kapuas",
      "/cakupan/csv?kampanye=bian-kapuas&wilayah=62.03.09",
      "/cakupan/sumber?kampanye=bian-kapuas&intervensi=MR&wilayah=62.03.09",
      "/cakupan/sumber/csv?kampanye=bian-kapuas&intervensi=MR&wilayah=62.03.09",
      "/input/62.03.09.2001?kampanye=bian-kapuas",
    ],
    names: ["Mantangai"],
  },
] as const;

for (const { who, what, addresses, names } of strangers) {
  test(`${who} does not find ${what}, nor its name @desktop`, async ({ context, signIn }) => {
    await signIn(who);

    const answers = [];
    for (const address of addresses) {
      const answer = await context.request.get(address, { maxRedirects: 0, maxRetries });
      const text = await answer.text();
      const told = names.filter((name) => text.includes(name));
      answers.push({ address, status: answer.status(), told });
    }

    expect(answers).toEqual(addresses.map((address) => ({ address, status: 404, told: [] })));
  });
}

test("the trail of another kabupaten is not shown, nor its people @desktop", async ({
  context,
  signIn,
}) => {
  await signIn("dinkes.gunungmas");
  for (const address of ["/jejak?kabupaten=62.03", "/jejak/csv?kabupaten=62.03"]) {
    const answer = await context.request.get(address, { maxRedirects: 0, maxRetries });
    expect(await answer.text(), address).not.toMatch(/bian-kapuas|Kapuas|62\.03\.|Camat Selat/);
  }
});

test("what does not exist is answered as what is not theirs @desktop", async ({
  context,
  signIn,
}) => {
  await signIn("dinkes.kapuas");
  const statuses: Record<string, number> = {};
  for (const address of [
    "/ringkasan?kampanye=tidak-ada",
    "/cakupan/99.99?kampanye=bian-kapuas",
    "/cakupan/selat?kampanye=bian-kapuas",
    "/input/0?kampanye=bian-kapuas",
    "/kampanye/tidak-ada",
    "/pengguna/tidak.ada",
    // What PostgreSQL takes as no text names nothing.
    "/cakupan/%00?kampanye=bian-kapuas",
    "/input/%00?kampanye=bian-kapuas",
    "/input/62.03.01.1007%00?kampanye=bian-kapuas",
    "/kampanye/%00",
    "/pengguna/%00",
    "/ringkasan?kampanye=%00",
    "/halaman-lain",
  ]) {
    statuses[address] = (
      await context.request.get(address, { maxRedirects: 0, maxRetries })
    ).status();
  }
  expect(new Set(Object.values(statuses)), JSON.stringify(statuses)).toEqual(new Set([404]));
});

test("the not-found page says so in plain words and leads home", async ({
  page,
  signIn,
  expectIncident,
}) => {
  expectIncident("404");
  await signIn("bupati.kapuas");
  await page.goto("/kampanye/bian-kapuas");

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(notFound);
  await page.getByRole("link", { name: "Ke halaman awal" }).click();
  await expect(page).toHaveURL(/\/ringkasan$/);
});
