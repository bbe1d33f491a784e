import { describe, expect, it } from "vitest";

import { byPlace, hasWarnings, queueCell, type QueueReport } from "@/lib/report/verification/queue";
import { queueHref, readQueueParams } from "@/lib/report/verification/queue-params";
import { columnKeyOf } from "@/lib/campaign/column-key";

const mr = columnKeyOf({ intervention: "MR", targetGroup: "young" });
const days = ["2026-06-01", "2026-06-02", "2026-06-03", "2026-06-04"];
const history = (...residents: number[]) => ({
  days: days.slice(0, residents.length),
  residents,
  nonResidents: residents.map(() => 0),
});
const last = (counts: number[], target: number | null, deviations = 3) =>
  queueCell(mr, history(...counts), days[counts.length - 1] ?? "", { target, deviations });

const known = { target: 500, deviations: 3 };

describe("a count in the queue", () => {
  it("gives no reason to ask when it is like the days before", () => {
    expect(last([12, 14, 10, 13], 100)?.warning).toBeNull();
  });

  it("is asked about by the rules of the entry screen", () => {
    expect(last([12, 14, 10, 60], 500)?.warning?.entry).toMatchObject({
      kinds: ["threeTimesUsual"],
      usual: { low: 10, high: 14 },
    });
    expect(last([50, 60], 100)?.warning?.entry).toMatchObject({
      kinds: ["exceedsRemaining"],
      remaining: 50,
    });
  });

  it("is asked about as seldom as the campaign says", () => {
    expect(last([12, 40, 10, 90], 500)?.warning?.entry).toMatchObject({ likely: null });
    expect(last([12, 40, 10, 90], 500, 30)?.warning).toBeNull();
  });

  it("says what the coverage becomes above 100%", () => {
    expect(last([90, 11], 100)?.warning?.above).toEqual({ doses: 101, people: 100 });
    expect(last([90, 10], 100)?.warning).toBeNull();
    expect(last([90, 10], null)?.warning).toBeNull();
  });

  it("is judged by the days before it and not by those after", () => {
    expect(queueCell(mr, history(60, 12, 14, 10), "2026-06-01", known)?.warning).toBeNull();
  });

  it("says that a cumulative figure fell", () => {
    expect(last([20, -8], 100)).toMatchObject({ residents: -8, warning: { isTakenBack: true } });
    expect(last([20, -8, 9], 100)?.warning).toBeNull();
  });

  it("is none where the report did not count the column", () => {
    expect(queueCell(mr, history(5), "2026-06-02", known)).toBeNull();
  });
});

const report: QueueReport = {
  unit: "62.03.01.1007",
  unitName: "Selat Hilir",
  place: "62.03.01",
  placeName: "Selat",
  day: "2026-06-04",
  version: 1,
  status: "submitted",
  isZero: false,
  sentBy: null,
  returnedTo: null,
  sentAt: "2026-06-04T08:00:00.000Z",
  isOnTime: true,
  returnReason: null,
  settledBy: null,
  settledAt: null,
  isOwn: false,
  isSelfVerified: false,
  cells: [],
  parts: null,
};

describe("a report in the queue", () => {
  it("is without remarks when it came in time, once, with usual counts", () => {
    expect(hasWarnings(report)).toBe(false);
    expect(hasWarnings({ ...report, isOnTime: false })).toBe(true);
    expect(hasWarnings({ ...report, version: 2 })).toBe(true);
    const cell = { key: mr, residents: -1, nonResidents: 0 };
    const warning = { entry: null, above: null, isTakenBack: true };
    expect(hasWarnings({ ...report, cells: [{ ...cell, warning }] })).toBe(true);
  });

  it("stands with the others of its subdistrict", () => {
    const other = { ...report, place: "62.03.02", placeName: "Kapuas Hilir" };
    expect(
      byPlace([report, report, other]).map(({ name, reports }) => [name, reports.length]),
    ).toEqual([
      ["Selat", 2],
      ["Kapuas Hilir", 1],
    ]);
  });
});

describe("the address of the queue", () => {
  const all = {
    place: null,
    setKind: null,
    day: null,
    status: "submitted",
    isWarned: false,
    page: 1,
  } as const;

  it("without anything shows what waits", () => {
    expect(readQueueParams({})).toEqual(all);
    expect(queueHref("bian", all)).toBe("/verifikasi?kampanye=bian");
  });

  it("says what it filters, and is read back the same", () => {
    const params = {
      place: "62.03.01",
      setKind: null,
      day: "2026-06-04",
      status: "returned",
      isWarned: true,
      page: 3,
    } as const;
    const href = queueHref("bian", params, params);
    expect(href).toBe(
      "/verifikasi?kampanye=bian&kecamatan=62.03.01&hari=2026-06-04&status=dikembalikan&peringatan=1&halaman=3",
    );
    const query = Object.fromEntries(new URL(href, "http://localhost").searchParams);
    expect(readQueueParams(query)).toEqual(params);
  });

  it("names a set of units, where the campaign has such sets", () => {
    const campaign = {
      unitSets: [
        { kind: "puskesmas", code: "melati", name: "Melati", opensOn: null, closesOn: null },
      ],
    } as const;
    const params = { ...all, place: "puskesmas~melati", setKind: "puskesmas" } as const;
    const href = queueHref("bian", params);
    expect(href).toBe("/verifikasi?kampanye=bian&kecamatan=puskesmas%7Emelati&per=puskesmas");
    const query = Object.fromEntries(new URL(href, "http://localhost").searchParams);
    expect(readQueueParams(query, campaign)).toEqual(params);
    expect(readQueueParams(query)).toEqual(all);
  });

  it("begins another filter at the first page", () => {
    expect(queueHref("bian", { ...all, page: 4 }, { status: null })).toBe(
      "/verifikasi?kampanye=bian&status=semua",
    );
  });

  it("is not brought down by what no link says", () => {
    expect(
      readQueueParams({
        kecamatan: "\0' or 1=1",
        hari: "2026-02-31",
        status: "hilang",
        peringatan: "ya",
        halaman: "-1e9",
      }),
    ).toEqual(all);
  });
});
