import { describe, expect, it } from "vitest";

import { slugAt, kitScreen } from "@/lib/device/offline/kit/screen";

import { kept, kit, typed } from "./kit";

const hilir = "62.03.01.1007";
const afternoon = new Date("2026-06-04T08:40:00Z");
const nextMorning = new Date("2026-06-05T00:10:00Z");

function screenAt(path: string, at = afternoon, reports = kit()) {
  return kitScreen(reports, new URL(path, "http://localhost"), { at, typed: [] });
}

describe("what an address shows without a connection", () => {
  const evening = new Date("2026-06-04T10:00:00Z");
  const untilMorning = { place: "62.03.01", day: "2026-06-04", until: "2026-06-05T00:00:00.000Z" };
  const opened = { ...kit(), openings: [untilMorning] };

  it.each([
    ["/input?kecamatan=62.03.01", afternoon, false],
    ["/input?kecamatan=62.03.01", evening, false],
    ["/input?kecamatan=62.03.10", evening, true],
    [`/input/${hilir}`, evening, false],
    [`/input/${hilir}?hari=2026-06-03`, evening, true],
    [`/input/${hilir}?hari=2026-06-04`, nextMorning, true],
    [`/input/${hilir}`, nextMorning, false],
  ])("knows at %s, %s, whether its day is closed: %s", (path, at, isClosed) => {
    expect(screenAt(path, at, opened)).toMatchObject({ isClosed });
  });

  it("is closed to nobody who verifies", () => {
    const address = new URL(`http://localhost/input/${hilir}`);
    const screenOf = (role: "subdistrictHead" | "healthOffice") =>
      kitScreen(kit(), address, { at: evening, typed: [], role });
    expect(screenOf("subdistrictHead")).toMatchObject({ isClosed: true });
    expect(screenOf("healthOffice")).toMatchObject({ isClosed: false });
  });

  it("is today's list at /input", () => {
    expect(screenAt("/input")).toMatchObject({ kind: "list", day: { day: "2026-06-04" } });
  });

  it("is the next day's list on the next morning, with yesterday known", () => {
    const screen = screenAt("/input", nextMorning, kit([kept(hilir, "2026-06-04", [7, 6, null])]));
    expect(screen).toMatchObject({
      kind: "list",
      day: { day: "2026-06-05", number: 19 },
      rows: [
        {
          standing: null,
          cells: [
            { before: 107, yesterday: 7, usual: [8, 9, 7] },
            { before: 106, yesterday: 6 },
            { before: 100, yesterday: null },
          ],
        },
        {},
        {},
      ],
    });
  });

  it("is the subdistrict that the address names", () => {
    const screen = screenAt("/input?kecamatan=62.03.10");
    expect(screen).toMatchObject({ kind: "list", rows: [{ unit: { name: "Mantangai Hilir" } }] });
  });

  it("is a village's card, with the next one that has not reported", () => {
    const screen = screenAt(`/input/${hilir}?kecamatan=62.03.01`);
    expect(screen).toMatchObject({
      kind: "village",
      row: { unit: { name: "Selat Hilir" } },
      next: [{ name: "Selat Hulu" }],
    });
  });

  it.each([
    ["/input", "pin-polio"],
    ["/input?kampanye=", "pin-polio"],
    ["/input?kampanye=bian-kapuas", "bian-kapuas"],
  ])("at %s is of %s on a page that was kept for pin-polio", (path, slug) => {
    expect(slugAt(new URL(path, "http://localhost"), "pin-polio")).toBe(slug);
  });

  it.each([
    ["/input/99.99.99.9999", "noUnit"],
    ["/input/kotak-keluar", "outbox"],
    ["/input/luring", "list"],
    ["/input?hari=2026-06-05", "closed"],
    ["/input?hari=2026-05-20", "tooOld"],
    ["/input?hari=bukan-hari", "list"],
    ["/input/%E0%A4%A", "noUnit"],
  ])("%s is %s", (path, kind) => {
    expect(screenAt(path).kind).toBe(kind);
  });

  it("leads from a day that is too old to today", () => {
    const screen = screenAt("/input?hari=2026-05-20");
    expect(screen).toMatchObject({ kind: "tooOld", open: "2026-06-04" });
  });
});

describe("what waits on the device to be sent", () => {
  const at = nextMorning;

  it("counts in what was given before, and was yesterday's", () => {
    const waiting = [typed(hilir, "2026-06-04", 12)];
    const screen = kitScreen(kit(), new URL("http://localhost/input"), { at, typed: waiting });
    expect(screen).toMatchObject({
      rows: [{ cells: [{ before: 112, yesterday: 12, usual: [8, 9, 12] }, {}, {}] }, {}, {}],
    });
  });

  it("takes the place of what the server had of that day", () => {
    const own = kit([kept(hilir, "2026-06-04", [50, null, null])]);
    const waiting = [typed(hilir, "2026-06-04", 12)];
    const screen = kitScreen(own, new URL("http://localhost/input"), { at, typed: waiting });
    expect(screen).toMatchObject({ rows: [{ cells: [{ before: 112 }, {}, {}] }, {}, {}] });
  });

  it("was filled in: the next village is another", () => {
    const hulu = "62.03.01.1009";
    const card = new URL(`http://localhost/input/${hilir}?kecamatan=62.03.01`);
    const next = (waiting: readonly ReturnType<typeof typed>[]) =>
      kitScreen(kit(), card, { at: afternoon, typed: waiting });
    expect(next([typed(hulu, "2026-06-04", 3)])).toMatchObject({ next: [] });
    expect(next([typed(hulu, "2026-06-03", 3)])).toMatchObject({ next: [{ code: hulu }] });
    expect(next([{ ...typed(hulu, "2026-06-04", 3), slug: "lain" }])).toMatchObject({
      next: [{ code: hulu }],
    });
  });

  it("does not count where the server rejected it, in another campaign, or on the day itself", () => {
    const waiting = [
      { ...typed(hilir, "2026-06-03", 5), slug: "lain" },
      { ...typed(hilir, "2026-06-04", 6), state: { kind: "rejected" as const, problems: [] } },
      typed(hilir, "2026-06-05", 7),
    ];
    const screen = kitScreen(kit(), new URL("http://localhost/input"), { at, typed: waiting });
    expect(screen).toMatchObject({
      rows: [{ standing: null, cells: [{ before: 100 }, {}, {}] }, {}, {}],
    });
  });
});
