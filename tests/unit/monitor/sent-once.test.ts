import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";

import { CalendarGrid, type CellNames } from "@/components/monitor/completeness/calendar-grid";
import type { CellData } from "@/components/monitor/completeness/calendar-data";
import { WaitingLines } from "@/components/monitor/completeness/waiting-lines";
import { StatusShape, StatusShapes } from "@/components/monitor/coverage/status-shape";
import { statusWords } from "@/lib/monitor/assessment";
import { shareLines } from "@/lib/report/reminder/joined";

/** The texts of a page by their ids. */
function textsOf(html: string): ReadonlyMap<string, string> {
  return new Map(
    [...html.matchAll(/<span id="([^"]+)">([^<]*)<\/span>/g)].map(([, id, text]) => [
      String(id),
      String(text),
    ]),
  );
}

const names: CellNames = {
  place: "{place},",
  day: "{day}:",
  parts: {
    complete: "lengkap",
    enough: "{missing} belum lapor",
    below: "{missing} belum lapor, di bawah 75%",
    nothing: "tidak ada laporan, {missing} belum lapor",
    notExpected: "laporan tidak ditunggu, {received} masuk",
  },
  late: ", lewat batas",
  units: {
    onTime: "lapor",
    late: "lapor, lewat batas",
    missing: "belum lapor",
    notExpected: "tidak ada yang masuk",
    swept: "lapor, walau tidak ditunggu",
  },
};

function calendar(
  rowsAre: "subdistrict" | "unit",
  rows: Readonly<Record<string, readonly (CellData | null)[]>>,
): string {
  return renderToStaticMarkup(
    createElement(CalendarGrid, {
      caption: "Kalender",
      head: null,
      whole: null,
      rows: Object.entries(rows).map(([name, cells], index) => ({
        code: `36.02.${String(10 + index)}`,
        name,
        units: null,
        complete: "50,0%",
        onTime: "25,0%",
        isPhoneHidden: false,
        cells,
      })),
      days: [
        { day: "2026-11-29", label: "29 November", isOnPhone: false },
        { day: "2026-11-30", label: "30 November", isOnPhone: true },
      ],
      rowsAre,
      names,
      rowHref: "/kelengkapan?kecamatan=%7Bplace%7D",
      cellHref: "?hari=%7Bday%7D&kecamatan=%7Bplace%7D",
    }),
  );
}

function linksOf(html: string): readonly (readonly [href: string, name: string])[] {
  const texts = textsOf(html);
  return [...html.matchAll(/<a href="([^"]+)" aria-labelledby="([^"]+)">/g)].map(
    ([, href, ids]) => [
      String(href).replaceAll("&amp;", "&"),
      String(ids)
        .split(" ")
        .map((id) => texts.get(id) ?? `(${id})`)
        .join(" "),
    ],
  );
}

describe("a cell of the calendar", () => {
  test("leads to its day, and is named by its place, its day and how it went", () => {
    const html = calendar("subdistrict", {
      Malingping: [
        [13, 13, 14],
        [13, 1, 14],
      ],
      Bayah: [[0, 0, 11], null],
      Cipanas: [
        [14, 14, 14],
        [4, 4, 0],
      ],
    });
    expect(linksOf(html)).toEqual([
      ["?hari=2026-11-29&kecamatan=36.02.10", "Malingping, 29 November: 1 belum lapor"],
      [
        "?hari=2026-11-30&kecamatan=36.02.10",
        "Malingping, 30 November: 1 belum lapor, lewat batas",
      ],
      [
        "?hari=2026-11-29&kecamatan=36.02.11",
        "Bayah, 29 November: tidak ada laporan, 11 belum lapor",
      ],
      ["?hari=2026-11-29&kecamatan=36.02.12", "Cipanas, 29 November: lengkap"],
      [
        "?hari=2026-11-30&kecamatan=36.02.12",
        "Cipanas, 30 November: laporan tidak ditunggu, 4 masuk",
      ],
    ]);
  });

  test("of a single unit says whether it reported", () => {
    const html = calendar("unit", {
      "Selat Hilir": [
        [1, 1, 1],
        [1, 0, 1],
      ],
      "Selat Hulu": [
        [0, 0, 1],
        [1, 1, 0],
      ],
    });
    expect(linksOf(html).map(([, name]) => name)).toEqual([
      "Selat Hilir, 29 November: lapor",
      "Selat Hilir, 30 November: lapor, lewat batas",
      "Selat Hulu, 29 November: belum lapor",
      "Selat Hulu, 30 November: lapor, walau tidak ditunggu",
    ]);
  });
});

describe("many awaited places", () => {
  const places = Array.from({ length: 12 }, (_, index) => `Kecamatan ${String(index + 1)}`);
  const lines = (isShowingAll: boolean) =>
    renderToStaticMarkup(
      createElement(WaitingLines, {
        lines: places.map((name) => ({
          code: name,
          name,
          sentence: `${name}: 3 dari 4 desa`,
          phone: name === "Kecamatan 2" ? "+6281234567890" : null,
          carried: name === "Kecamatan 3" ? "Teks singkat" : null,
        })),
        texts: shareLines(places.map((name) => `Yth. Camat ${name} & rekan`)),
        isShowingAll,
        moreHref: "/kelengkapan?semua=ya",
        words: {
          copy: "Salin",
          copyOf: "Salin pengingat {place}",
          copied: "Tersalin",
          failed: "Salin sendiri",
          whatsApp: "WhatsApp",
          whatsAppOf: "Buka pengingat {place} di WhatsApp",
          more: "Tampilkan {count} lainnya",
        },
      }),
    );
  const linked = (html: string) =>
    [...html.matchAll(/href="(https:\/\/wa\.me[^"]+)"/g)].map(([, href]) => String(href));

  test("are all named, the first ten with their links, and the rest one step away", () => {
    const html = lines(false);
    expect(places.filter((name) => !html.includes(`${name}: 3 dari 4 desa`))).toEqual([]);
    expect(linked(html)).toHaveLength(10);
    expect(html).toContain('href="/kelengkapan?semua=ya"');
    expect(html).toContain("Tampilkan 2 lainnya");
  });

  test("have all their links where all are asked for", () => {
    const html = lines(true);
    expect(linked(html)).toHaveLength(12);
    expect(html).not.toContain("semua=ya");
    expect(html).toContain('aria-label="Salin pengingat Kecamatan 12"');
    expect(html).toContain('aria-label="Buka pengingat Kecamatan 12 di WhatsApp"');
  });

  test("are written to the number that is known, with the text that the link carries", () => {
    const [first, second, third] = linked(lines(false)).map((href) => new URL(href));
    expect(first?.searchParams.get("text")).toBe("Yth. Camat Kecamatan 1 & rekan");
    expect(second?.pathname).toBe("/6281234567890");
    expect(third?.searchParams.get("text")).toBe("Teks singkat");
  });
});

test("every shape of a status has its drawing on the page", () => {
  const drawn = renderToStaticMarkup(createElement(StatusShapes));
  for (const status of statusWords) {
    const shape = renderToStaticMarkup(createElement(StatusShape, { status }));
    const [, id] = /<use href="#([^"]+)"/.exec(shape) ?? [];
    expect(drawn, status).toContain(`<symbol id="${String(id)}"`);
  }
});
