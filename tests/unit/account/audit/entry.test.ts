import { describe, expect, it } from "vitest";

import { changesOf, entryReasonOf } from "@/lib/account/audit/change";
import { auditCsv } from "@/lib/account/audit/csv";
import { knownAction, knownActions, subjectOf, type AuditEntry } from "@/lib/account/audit/entry";
import { parseAuditFilter } from "@/lib/account/audit/filter";
import { catalogues } from "@/lib/base/i18n/messages";

const mr = { intervention: "MR", targetGroup: "young" };
const opv = { intervention: "OPV", targetGroup: "young" };

const entry: AuditEntry = {
  id: "7",
  recordedAt: new Date("2026-06-04T17:30:00Z"),
  action: "report.corrected",
  subject: "bian-kapuas/1/62.03.01.1007/2026-06-04",
  before: {
    version: 1,
    zero: false,
    status: "returned",
    tallies: [{ ...mr, residents: 13, nonResidents: 0 }],
  },
  after: {
    version: 2,
    zero: false,
    tallies: [
      { ...mr, residents: 15, nonResidents: 2 },
      { ...opv, residents: 4 },
    ],
    submission: "b6a5",
    reason: { code: "typingError" },
  },
  hash: "ab".repeat(32),
  actorId: "1",
  username: "camat.selat",
  displayName: "Camat Selat",
  campaignName: "BIAN Kapuas",
  isSample: true,
  names: { "62.03.01.1007": "Selat Hilir", "bian-kapuas": "BIAN Kapuas" },
};

describe("what an entry changed", () => {
  it("is each cell that is different, then each field", () => {
    expect(changesOf(entry)).toEqual([
      { what: { kind: "cell", ...mr, isNonResidents: false }, before: "13", after: "15" },
      { what: { kind: "cell", ...mr, isNonResidents: true }, before: null, after: "2" },
      { what: { kind: "cell", ...opv, isNonResidents: false }, before: null, after: "4" },
      { what: { kind: "field", name: "version" }, before: "1", after: "2" },
    ]);
  });

  it("is everything that stood there where nothing is left", () => {
    expect(changesOf({ before: { version: 1, zero: true, tallies: [] }, after: null })).toEqual([
      { what: { kind: "field", name: "version" }, before: "1", after: null },
      { what: { kind: "field", name: "zero" }, before: "true", after: null },
    ]);
  });

  it("is nothing where nothing was said, and JSON where it was no text", () => {
    expect(changesOf({ before: null, after: null })).toEqual([]);
    expect(changesOf({ before: null, after: { rounds: [{ number: 1 }] } })).toEqual([
      { what: { kind: "field", name: "rounds" }, before: null, after: '[{"number":1}]' },
    ]);
  });

  it("has its reason from the list, in words, or both", () => {
    expect(entryReasonOf(entry)).toEqual({ code: "typingError", note: null });
    expect(entryReasonOf({ after: { reason: "Angka tertukar" } })).toEqual({
      code: null,
      note: "Angka tertukar",
    });
    expect(entryReasonOf({ after: { reason: { code: "other", note: "register" } } })).toEqual({
      code: "other",
      note: "register",
    });
    expect(entryReasonOf({ after: { reason: null } })).toBeNull();
    expect(entryReasonOf({ after: null })).toBeNull();
  });
});

describe("what an entry is about", () => {
  it.each([
    [entry.subject, entry.names, { day: "2026-06-04", name: "Selat Hilir" }],
    ["bian-kapuas/62.03.01/2026-06-04", {}, { day: "2026-06-04", name: "62.03.01" }],
    ["bian-kapuas", entry.names, { day: null, name: "BIAN Kapuas" }],
    ["sri.lestari", {}, { day: null, name: "sri.lestari" }],
    ["", {}, { day: null, name: "" }],
  ])("%s", (subject, names, expected) => {
    expect(subjectOf({ subject, names })).toEqual(expected);
  });

  it("has a sentence and a word for every kind that is known, in both languages", () => {
    for (const { audit } of Object.values(catalogues)) {
      for (const action of knownActions) {
        for (const part of [audit.deeds, audit.kinds]) {
          const text = action
            .split(".")
            .reduce<unknown>((at, key) => Reflect.get(Object(at), key), part);
          expect(text, action).toBeTypeOf("string");
        }
      }
    }
    expect(knownAction("report.corrected")).toBe("report.corrected");
    expect(knownAction("report.new")).toBeNull();
  });
});

describe("an address of the trail", () => {
  it("filters by what it says", () => {
    expect(
      parseAuditFilter({
        kabupaten: "62.03",
        orang: " Camat ",
        tempat: "Selat",
        dari: "2026-06-01",
        sampai: "2026-06-04",
        jenis: "report.corrected",
        sebelum: "120",
      }),
    ).toEqual({
      district: "62.03",
      person: "Camat",
      place: "Selat",
      from: "2026-06-01",
      to: "2026-06-04",
      action: "report.corrected",
      before: "120",
    });
  });

  it("filters nothing by what it says wrongly", () => {
    expect(
      parseAuditFilter({
        kabupaten: "Kapuas",
        orang: ["a", "b"],
        tempat: "\0",
        dari: "2026-06-31",
        sampai: "besok",
        jenis: "'; drop table",
        sebelum: "-1",
      }),
    ).toEqual({
      district: null,
      person: "",
      place: "",
      from: null,
      to: null,
      action: null,
      before: null,
    });
  });

  it("turns a range around that ends before it begins", () => {
    expect(parseAuditFilter({ dari: "2026-06-04", sampai: "2026-06-01" })).toMatchObject({
      from: "2026-06-01",
      to: "2026-06-04",
    });
  });
});

describe("the trail as a file", () => {
  const texts = {
    column: (name: string) => name,
    kind: () => "Laporan diubah",
    nobody: "Server",
    gone: "Akun yang sudah dihapus",
    yes: "ya",
    cut: null,
  };

  it("has a row for each entry, in local time, with everything that was before and after", () => {
    const [heads = [], row = [], ...more] = auditCsv([entry], "Asia/Jakarta", texts);
    expect(more).toEqual([]);
    expect(Object.fromEntries(heads.map((head, at) => [head, row[at]]))).toEqual({
      id: 7,
      time: "2026-06-05 00:30 WIB",
      person: "Camat Selat",
      username: "camat.selat",
      kind: "Laporan diubah",
      action: "report.corrected",
      subject: entry.subject,
      place: "Selat Hilir",
      campaign: "BIAN Kapuas",
      sample: "ya",
      reason: "typingError",
      before: JSON.stringify(entry.before),
      after: JSON.stringify(entry.after),
      hash: entry.hash,
    });
  });

  it("says where it stops, and who is gone", () => {
    const gone = { ...entry, displayName: null, username: null };
    const rows = auditCsv([gone, { ...gone, actorId: null }], "Asia/Jakarta", {
      ...texts,
      cut: "Berhenti di sini.",
    });
    expect(rows.slice(1).map((row) => row[2] ?? row[0])).toEqual([
      "Akun yang sudah dihapus",
      "Server",
      "Berhenti di sini.",
    ]);
  });
});

describe("what deeds write beside a report", () => {
  it.each(["openUntil", "place", "doses", "isCumulative", "stored", "conflicts", "refused"])(
    "has a name for %s in both languages",
    (field) => {
      for (const { audit } of Object.values(catalogues)) {
        expect(audit.fields).toHaveProperty(field);
      }
    },
  );
});
