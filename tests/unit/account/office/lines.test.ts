import { expect, it, test } from "vitest";

import { proposedCode, readOfficeLines } from "@/lib/account/office/lines";

const areas = [
  { code: "21.05.01", name: "Siantan" },
  { code: "21.05.02", name: "Palmatak" },
];

test.each([
  [
    "Dinas Pendidikan; OPD; ; Kepala Dinas; opd-pendidikan",
    ["opd-pendidikan", "opd", undefined, "Kepala Dinas"],
  ],
  [
    "Kantor Camat Siantan\tkantor\tsiantan\tCamat",
    ["kantor-camat-siantan", "opd", "21.05.01", "Camat"],
  ],
  ["Puskesmas Tarempa;PKM;21.05.01", ["puskesmas-tarempa", "puskesmas", "21.05.01", undefined]],
  ["SDN 1; sekolah", ["sdn-1", "school", undefined, undefined]],
  ["PKK; lembaga", ["pkk", "organisation", undefined, undefined]],
])("%s", (line, [code, kind, region, headTitle]) => {
  const { offices, unreadable } = readOfficeLines(line, areas);
  expect(unreadable).toEqual([]);
  expect(offices).toMatchObject([{ code, kind }]);
  expect([offices[0]?.region, offices[0]?.headTitle]).toEqual([region, headTitle]);
});

it("tells the lines that it cannot read, and keeps the others", () => {
  const text = "Dinas A; opd\n\nDinas B; apa\nDinas C; opd; Kecamatan yang tidak ada\n; opd\n";
  const { offices, unreadable } = readOfficeLines(text, areas);
  expect(offices.map(({ name }) => name)).toEqual(["Dinas A"]);
  expect(unreadable).toEqual([3, 4, 5]);
});

test.each([
  ["Dinas Pendidikan & Kebudayaan", "dinas-pendidikan-kebudayaan"],
  ["Badan Perencanaan Pembangunan Daerah Kabupaten", "badan-perencanaan-pembangunan-da"],
])("%s is coded %s", (name, code) => {
  expect(proposedCode(name)).toBe(code);
});
