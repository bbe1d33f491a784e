import {
  assert as holds,
  constantFrom,
  integer,
  property,
  record,
  shuffledSubarray,
} from "fast-check";
import { describe, expect, it } from "vitest";

import { readMessage } from "@/lib/report/message";
import { previewPaste } from "@/lib/report/paste";
import { pasteTerms } from "@/lib/report/paste-terms";
import type { PastePreview, PasteTarget } from "@/lib/report/pasted";

import { column, columns as kapuas, row } from "./kapuas";

const shown = "2026-11-29";
const columns = [...kapuas, column("IPV", "12–59 bulan"), column("DPT-HB-Hib", "18 bulan")];
const villages = [
  "Bukit Batu",
  "Lamunti",
  "Mantangai",
  "Pulau Telo",
  "Pulau Telo Baru",
  "Selat Hilir",
];
const rows = villages.map((name, index) => ({
  ...row(`62.03.01.100${String(index)}`, name),
  cells: columns.map(() => ({ before: 0, yesterday: 5, target: 300, usual: [], deviations: 3 })),
}));

function read(text: string, more: Partial<PasteTarget> = {}): PastePreview {
  return previewPaste(text, { rows, columns, typed: () => ({}), at: null, shown, ...more });
}

/** "Bukit Batu: MR 9–59 bulan 12, OPV 12–59 bulan 3", with ! for rejected; then what is asked or left. */
function drawn(preview: PastePreview): string[] {
  const counts = preview.rows.map(({ unit, cells, isZero }) => {
    const texts = cells.flatMap((cell, index) => {
      const name = `${preview.columns[index]?.shortName ?? ""} ${preview.columns[index]?.groupName ?? ""}`;
      if (cell.kind === "change") return [`${name} ${String(cell.to)}`];
      return cell.kind === "rejected" ? [`${name} !${cell.text}`] : [];
    });
    return `${unit.name}: ${isZero ? "nihil" : texts.join(", ")}`;
  });
  return [
    ...counts,
    ...preview.asked.flatMap(({ kind, params, answer }) =>
      kind === "column" && answer === null ? [`asked ${params["head"] ?? ""}`] : [],
    ),
    ...preview.leftOut.map(({ head, reason }) => `${reason} ${head}`),
    ...preview.unplaced.map(({ text, reason }) => `${reason} ${text}`),
    ...(preview.otherDays ?? []).map(({ day, units }) => `${day} ${String(units)}`),
  ];
}

const young = "MR 9–59 bulan";
const old = "MR 5–<7 tahun";
const drops = "OPV 12–59 bulan";
const shot = "IPV 12–59 bulan";

describe("a line for each village", () => {
  it.each([
    ["OPV 3, IPV 2", [`Bukit Batu: ${drops} 3, ${shot} 2`], "Bukit Batu: "],
    ["OPV 3 IPV 2", [`Bukit Batu: ${drops} 3, ${shot} 2`], "Bukit Batu: "],
    ["OPV 3; IPV 2.", [`Bukit Batu: ${drops} 3, ${shot} 2`], "Bukit Batu - "],
    ["OPV=3, IPV=2", [`Bukit Batu: ${drops} 3, ${shot} 2`], "*Bukit Batu* : "],
    ["opv : 3 / ipv : 2", [`Bukit Batu: ${drops} 3, ${shot} 2`], "1. Desa Bukit Batu = "],
    ["OPV 3 anak, IPV 2 anak", [`Bukit Batu: ${drops} 3, ${shot} 2`], "• BUKIT BATU: "],
    ["OPV 3 dan IPV 2", [`Bukit Batu: ${drops} 3, ${shot} 2`], "Ds. Bukit Batu "],
    ["3 OPV, 2 IPV", [`Bukit Batu: ${drops} 3, ${shot} 2`], "Bukit Batu: "],
    ["OPV 3, IPV 2)", [`Bukit Batu: ${drops} 3, ${shot} 2`], "Bukit Batu ("],
    ["OPV 3, IPV 2", [`Bukit Batu: ${drops} 3, ${shot} 2`], "\u200eBukit\u00a0Batu\u200b:\u2068 "],
    ["OPV 3 💉, IPV 2 ✅", [`Bukit Batu: ${drops} 3, ${shot} 2`], "✅ Bukit Batu: "],
    [
      "OPV 3, IPV 2",
      [`Bukit Batu: ${drops} 3, ${shot} 2`],
      "[14.05, 29/11/2026] Bu Ani: Bukit Batu: ",
    ],
    [
      "OPV 3, IPV 2",
      [`Bukit Batu: ${drops} 3, ${shot} 2`],
      "29/11/26 14.05 - +62 812-3456-789: Bukit Batu: ",
    ],
    ["OPV 3, IPV 2", [`Bukit Batu: ${drops} 3, ${shot} 2`], "Bukit Batu (Kec. Mantangai): "],
    ["MR 9-59 bln 12, MR 5-<7 th 3", [`Bukit Batu: ${young} 12, ${old} 3`], "Bukit Batu: "],
    ["MR 9-59 12, MR 5-7 3", [`Bukit Batu: ${young} 12, ${old} 3`], "Bukit Batu: "],
    ["MR 9 s/d 59 bulan: 12; MR 5-7 thn: 3", [`Bukit Batu: ${young} 12, ${old} 3`], "Bukit Batu: "],
    ["nihil", ["Bukit Batu: nihil"], "Bukit Batu: "],
    ["*NIHIL*", ["Bukit Batu: nihil"], "Bukit Batu "],
  ])("%s", (counts, right, before) => {
    expect(drawn(read(`${before}${counts}`))).toEqual(right);
  });

  it("asks what “MR” is where it has several groups, and spreads it over none", () => {
    const text = "Bukit Batu: MR 12, OPV 3\nLamunti: MR 7, OPV 0";
    expect(drawn(read(text))).toEqual([
      `Bukit Batu: ${drops} 3`,
      `Lamunti: ${drops} 0`,
      "asked MR",
    ]);
    const answers = new Map([["column.0-0.1", 'box ["MR","5–<7 tahun"]']]);
    expect(drawn(read(text, { answers }))).toEqual([
      `Bukit Batu: ${old} 12, ${drops} 3`,
      `Lamunti: ${old} 7, ${drops} 0`,
    ]);
  });

  it("takes the longest name, and no other village's numbers for one whose name begins alike", () => {
    expect(
      drawn(read("Pulau Telo Baru: OPV 4\nPulau Telo: OPV 5\nPulau Telo Lama: OPV 6")),
    ).toEqual([`Pulau Telo: ${drops} 5`, `Pulau Telo Baru: ${drops} 4`, "unknown Pulau Telo Lama"]);
    expect(drawn(read("Selat Hilir: OPV 1\nPulau Telo Lama OPV 6"))).toEqual([
      `Selat Hilir: ${drops} 1`,
      "unread Pulau Telo Lama OPV 6",
    ]);
  });

  it("does not lay the lines of an unknown village to the one before it", () => {
    expect(drawn(read("Bukit Batu: OPV 3\nSei Baru: OPV 9\nIPV 2"))).toEqual([
      `Bukit Batu: ${drops} 3`,
      "unknown Sei Baru",
      "unknown Sei Baru: IPV 2",
    ]);
  });

  it("rejects two numbers of one cell, and a fraction, in the cell", () => {
    expect(drawn(read("Bukit Batu: OPV 3\nBukit Batu: OPV 4\nLamunti: OPV 12,5"))).toEqual([
      `Bukit Batu: ${drops} !3 | 4`,
      `Lamunti: ${drops} !12,5`,
    ]);
  });

  it("names totals and targets as what they are", () => {
    expect(drawn(read("Bukit Batu: OPV 3, total 3\nLamunti: OPV 2, sasaran 40"))).toEqual([
      `Bukit Batu: ${drops} 3`,
      `Lamunti: ${drops} 2`,
      "sum total",
      "otherCount sasaran",
    ]);
  });

  it.each([
    ["an age without a count", "Bukit Batu: MR 9-59 bln, OPV 3"],
    ["an age with spaces", "Bukit Batu: MR 9 - 59, OPV 3"],
    ["counts without what they are of", "Bukit Batu: OPV 3, 4, 5"],
    ["three numbers in a row", "Bukit Batu: MR 5 7 12, OPV 3"],
    ["a dose that may be a count", "Bukit Batu: DPT-1, OPV 3"],
    ["villages under a vaccine", "OPV: Bukit Batu 12, Lamunti 5"],
    ["a part of a whole", "Bukit Batu: OPV 3/40"],
  ])("does not guess: %s", (_, text) => {
    expect(drawn(read(`Lamunti: IPV 1\n${text}`))).toEqual([
      `Lamunti: ${shot} 1`,
      `unread ${text}`,
    ]);
  });
});

describe("the message of one village", () => {
  it.each([
    [
      "with bold heads and a greeting",
      `Assalamualaikum wr wb
*LAPORAN BIAN*
Kec. Mantangai
Desa : *Bukit Batu*
Hari/tanggal : Minggu, 29 November 2026

MR 9-59 bln : 12
MR 5-<7 th : 3
OPV : 4 anak
IPV = -
Total : 19
Terima kasih 🙏`,
      [`Bukit Batu: ${young} 12, ${old} 3, ${drops} 4, ${shot} !-`, "sum Total"],
    ],
    [
      "with ages under each vaccine",
      `Lap harian desa Lamunti tgl 29/11/26
*MR*
- 9-59 bln : 12
- 5-<7 th : 3
*OPV* : 4`,
      [`Lamunti: ${young} 12, ${old} 3, ${drops} 4`],
    ],
    [
      "with its name alone over it",
      "Bukit Batu\nOPV 3\nIPV 2",
      [`Bukit Batu: ${drops} 3, ${shot} 2`],
    ],
    [
      "after each other, parted by lines",
      "Bukit Batu\nOPV 3\n\nLamunti\nOPV 4\n\nSei Baru\nOPV 5",
      [`Bukit Batu: ${drops} 3`, `Lamunti: ${drops} 4`, "unknown Sei Baru: OPV 5"],
    ],
    ["that is nihil", "Desa Bukit Batu\nTgl 29 Nov\nNihil\nOPV 0 di pos lain", []],
    [
      "of a village whose name its kecamatan has",
      "Kecamatan Mantangai\nDesa Lamunti\nOPV 4",
      [`Lamunti: ${drops} 4`],
    ],
    ["of a puskesmas, which is no village", "Puskesmas Mantangai\nOPV 4", ["noUnit OPV 4"]],
    ["of another village", "Desa Sei Baru\nOPV 4", ["unknown Sei Baru: OPV 4"]],
    ["of two names", "Desa Bukit Batu\nDesa Lamunti\nOPV 4", ["ambiguous OPV 4"]],
  ])("%s", (name, text, right) => {
    const lines = drawn(read(text));
    if (name === "that is nihil") expect(lines[0]).toBe("Bukit Batu: nihil");
    else expect(lines).toEqual(right);
  });

  it.each([
    ["Tanggal 28 November 2026", "2026-11-28"],
    ["Sabtu, 28-11-2026", "2026-11-28"],
    ["tgl 28", "2026-11-28"],
    ["tgl : 28/11", "2026-11-28"],
    ["28 Nov", "2026-11-28"],
    ["tgl 30", "2026-11-30"],
    ["tgl 25 Des", "2026-12-25"],
    ["tgl 31", "2026-10-31"],
    ["Laporan kemarin", "2026-11-28"],
  ])("of another day is asked: %s", (line, day) => {
    const text = `Desa Bukit Batu\n${line}\nOPV 3`;
    expect(drawn(read(text))).toEqual([`${day} 1`]);
    expect(drawn(read(text, { takesOtherDays: true }))[0]).toBe(`Bukit Batu: ${drops} 3`);
  });

  it.each(["Tanggal 29 November 2026", "29/11/2026", "Minggu 29 Nopember", "tgl. 29"])(
    "of this day is not: %s",
    (line) => {
      expect(drawn(read(`Desa Bukit Batu, ${line}\nOPV 3`))).toEqual([`Bukit Batu: ${drops} 3`]);
    },
  );

  it("on a village's own card needs no name, and is not another's", () => {
    const own = { rows: rows.slice(0, 1) };
    expect(drawn(read("OPV 3\nIPV 2", own))).toEqual([`Bukit Batu: ${drops} 3, ${shot} 2`]);
    expect(drawn(read("Desa Lamunti\nOPV 3", own))).toEqual(["unknown Lamunti: OPV 3"]);
  });
});

describe("what is no message", () => {
  it.each([
    "Selat Hilir\t13\t6",
    "Selat Hilir;13;6;5",
    "13\n14",
    "12,5",
    "No;Kode;Desa;MR 9-59 bln;OPV\n1;62.03.01.1000;Bukit Batu;13;6",
    "halo",
    "",
  ])("is left to the reader of tables: %s", (text) => {
    const units = rows.map(({ unit }) => unit);
    expect(readMessage(text, pasteTerms(units, columns, new Map()), shown)).toBeNull();
  });
});

describe("any message", () => {
  const spellings = columns.map(({ shortName, groupName, shortGroupName }) => [
    `${shortName} ${groupName}`,
    `${shortName} ${shortGroupName}`,
    shortName,
    shortName.toLowerCase(),
    groupName,
  ]);

  it("puts no number into another village or column than the one it was written for", () => {
    const line = record({
      village: constantFrom(...villages, "Sei Baru", "Bukit", "Pulau Telo Lama"),
      fields: shuffledSubarray([0, 1, 2, 3, 4], { minLength: 1 }),
      spelling: integer({ min: 0, max: 4 }),
      sign: constantFrom(" ", ": ", " = ", " - ", "-", ":"),
      parting: constantFrom(", ", "; ", " ", "\n", " / ", " dan ", ","),
      start: constantFrom("", "*", "1. ", "- ", "Desa ", "Kel. "),
      after: constantFrom(": ", " - ", "\n", " ", " = ", "\n\n"),
      count: integer({ min: 0, max: 150 }),
    });
    let told = 0;
    let placed = 0;
    holds(
      property(
        shuffledSubarray([0, 1, 2, 3], { minLength: 1 }),
        line,
        line,
        line,
        line,
        (picked, ...all) => {
          const lines = picked.flatMap((at) => all[at] ?? []);
          // Every number is told once, so that each can be followed.
          const written = new Map<number, { village: string; key: string }>();
          const text = lines
            .map((each, index) => {
              const counts = each.fields.map((field) => {
                const number = 1_000 + written.size * 7 + each.count * 100 + index;
                written.set(number, { village: each.village, key: columns[field]?.key ?? "" });
                return `${spellings[field]?.[each.spelling] ?? ""}${each.sign}${String(number)}`;
              });
              return `${each.start}${each.village}${each.after}${counts.join(each.parting)}`;
            })
            .join("\n");
          told += written.size;
          const preview = read(text);
          for (const { unit, cells } of preview.rows) {
            cells.forEach((cell, index) => {
              if (cell.kind !== "change") return;
              const truth = written.get(cell.to);
              placed += 1;
              expect([text, truth?.village, truth?.key]).toEqual([
                text,
                unit.name,
                preview.columns[index]?.key,
              ]);
            });
          }
        },
      ),
      { numRuns: 500, seed: 20_261_129 },
    );
    // It reads, and does not only reject.
    expect(placed / told).toBeGreaterThan(0.2);
  }, 60_000);
});
