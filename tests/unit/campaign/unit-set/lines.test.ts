import { expect, test } from "vitest";

import { readSetLines, setLinesOf } from "@/lib/campaign/unit-set/lines";

const units = [
  { code: "62.03.01.1006", name: "Murung Keramat" },
  { code: "62.03.01.1007", name: "Selat Hilir" },
  { code: "62.03.09.2001", name: "Lamunti" },
  { code: "62.03.09.2009", name: "Bungai Jaya" },
  { code: "62.03.02.2004", name: "Bungai Jaya" },
];

test("units are found by code or name, and stand in the order of their lines", () => {
  const text = "Sei Tatas;62.03.01.1006\n\nMelati\tDesa Lamunti\nSei Tatas; selat hilir";
  expect(readSetLines(text, "puskesmas", units)).toEqual({
    sets: [
      {
        kind: "puskesmas",
        code: "sei-tatas",
        name: "Sei Tatas",
        units: ["62.03.01.1006", "62.03.01.1007"],
      },
      { kind: "puskesmas", code: "melati", name: "Melati", units: ["62.03.09.2001"] },
    ],
    unreadable: [],
  });
});

test("lines that cannot be read are told: unknown, named twice, of two names, without a set", () => {
  const text = [
    "Sei Tatas;Selat Hilir",
    "Sei Tatas;Selat Dalam",
    "Melati;Selat Hilir",
    "Melati;Bungai Jaya",
    ";Lamunti",
    "Melati",
    "Melati;62.03.02.2004",
  ].join("\n");
  expect(readSetLines(text, "puskesmas", units).unreadable).toEqual([2, 3, 4, 5, 6]);
});

test("a stage has its days on any of its lines, and no other kind has any", () => {
  const text = "OPD;Selat Hilir\nOPD;Lamunti;8/6/2021;2021-06-15\nDesa;Murung Keramat;16.6.2021";
  expect(readSetLines(text, "stage", units).sets).toMatchObject([
    { code: "opd", opensOn: "2021-06-08", closesOn: "2021-06-15" },
    { code: "desa", opensOn: "2021-06-16" },
  ]);
  expect(readSetLines(text, "lokus", units).unreadable).toEqual([2, 3]);
  const wrong = "OPD;Selat Hilir;31/6/2021\nOPD;Lamunti;8/6/2021\nOPD;Murung Keramat;9/6/2021";
  expect(readSetLines(wrong, "stage", units).unreadable).toEqual([1, 3]);
});

test("stored sets are read as themselves, a unit whose name is another's too by its code", () => {
  const sets = [
    {
      kind: "stage",
      code: "opd",
      name: "OPD",
      opensOn: "2021-06-08",
      closesOn: null,
      units: ["62.03.01.1007", "62.03.09.2009"],
    },
    {
      kind: "stage",
      code: "desa",
      name: "Desa",
      opensOn: null,
      closesOn: "2021-06-30",
      units: ["62.03.09.2001"],
    },
  ] as const;
  const lines = setLinesOf(sets, units);
  expect(lines.stage).toBe(
    "OPD; Selat Hilir; 2021-06-08; \nOPD; 62.03.09.2009\nDesa; Lamunti; ; 2021-06-30",
  );
  expect(lines.puskesmas).toBe("");
  expect(readSetLines(lines.stage, "stage", units)).toEqual({
    sets: [
      {
        kind: "stage",
        code: "opd",
        name: "OPD",
        opensOn: "2021-06-08",
        units: ["62.03.01.1007", "62.03.09.2009"],
      },
      {
        kind: "stage",
        code: "desa",
        name: "Desa",
        closesOn: "2021-06-30",
        units: ["62.03.09.2001"],
      },
    ],
    unreadable: [],
  });
});
