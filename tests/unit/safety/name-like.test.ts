import { expect, test } from "vitest";

import { isNameLike } from "@/lib/safety/name-like";

test.each([
  "Demam pada Siti Aminah sejak malam",
  "Budi Santoso",
  "bernama rahmat",
  "Nama: siti",
  "nama anak = rafi",
  "An. Budi, demam 39",
  "dibawa Ny Rina ke puskesmas",
  "anak dari Rahman",
  "siti binti ahmad, ruam",
  "NIK 6203011001260004",
  "hubungi 081234567890",
])("a name may stand in %j", (text) => {
  expect(isNameLike(text)).toBe(true);
});

test.each([
  "",
  "demam tinggi, rawat inap",
  "Demam Tinggi",
  "Kejang, dibawa ke RSUD dr. Soemarno",
  "Dirawat di Puskesmas Pulau Petak, sudah pulang",
  "Bengkak di tempat suntik; sembuh",
  "pingsan sesaat, 10 menit",
  "Ruam. Sudah pulang 3 Juni 2026",
  "Menunggu Komite Daerah",
  "ibu melapor ke kader",
])("no name stands in %j", (text) => {
  expect(isNameLike(text)).toBe(false);
});
