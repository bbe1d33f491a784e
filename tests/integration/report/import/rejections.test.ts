import { emptyDatabase, query } from "@/tests/support/database";

import { beforeEach, describe, expect, test } from "vitest";

import { regionCode } from "@/lib/base/region/code";
import { authorize } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { readFindings } from "@/lib/monitor/quality/server/queries";
import { readImport, sourceOf } from "@/lib/report/import/server/read-import";
import { actorOf, grantFor, makeCampaign, today, units } from "@/tests/integration/report/campaign";
import { wib } from "@/tests/integration/report/sending";

import { cumulative, load, remembered, sheet } from "./importing";

type Loaded = { readonly rows: readonly string[]; readonly name?: string };

let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  campaign = await makeCampaign();
});

function read(text: string) {
  const terms = { at: wib("10:00"), names: { unit: "Unit", day: "Tanggal" } };
  return readImport(grantFor("62.03"), campaign, Buffer.from(text), terms);
}

test("a file with a stray quote is not read, and its row is told", async () => {
  const text = 'kode;tanggal;OPV\n62.03.01.1007;"2026-06-01;4\n62.03.01.1007;"2026-06-02";5';
  expect(await read(text)).toEqual({ problem: "strayQuote", detail: "2" });
});

test("a second table with other heads is asked about, and none is read before", async () => {
  const text =
    "kode;tanggal;OPV\n62.03.01.1007;2026-06-01;4\nkode;tanggal;MR\n62.03.01.1007;2026-06-02;5";
  expect(await read(text)).toMatchObject({
    check: null,
    asking: { asked: [{ kind: "table", options: [{ value: "0" }, { value: "2" }] }] },
  });
});

test("a head over sasaran and hasil is read as the doses", async () => {
  const text = "kode;tanggal;OPV;\n;;Sasaran;Hasil\n62.03.01.1007;2026-06-01;412;83";
  expect(await read(text)).toMatchObject({
    check: { reports: [{ counts: [{ intervention: "OPV", value: 83 }] }] },
  });
});

describe("what is rejected for good", () => {
  const file = sheet(
    `${units.hilir};31 Juni 2026;12`,
    `${units.hilir};2026-06-01;10`,
    `${units.hilir};2026-06-02;8`,
    `${units.hulu};kemarin;3`,
  );
  const lines = [
    {
      line: 2,
      unit: units.hilir,
      day: "31 Juni 2026",
      kind: "noSuchDay",
      detail: { figures: '[false,[["MR/young",12,0]]]' },
      file: "juni.csv",
    },
    {
      line: 4,
      unit: units.hilir,
      day: "2026-06-02",
      kind: "cumulativeFell",
      detail: {
        day: "2026-06-02",
        intervention: "MR",
        targetGroup: "young",
        before: 10,
        value: 8,
      },
      file: "juni.csv",
    },
  ];

  test("is remembered once, however often the file is loaded", async () => {
    await load(campaign, file, cumulative);
    await load(campaign, file, cumulative);
    expect(await remembered()).toEqual(lines);
  });

  test("shows itself among the findings until a report of that day mends it", async () => {
    await load(campaign, file, cumulative);
    expect(await rulesFound()).toEqual(["cumulativeFell", "noSuchDay"]);

    await load(campaign, sheet(`${units.hilir};2026-06-02;18`), {
      ...cumulative,
      at: wib("15.30"),
    });
    expect(await rulesFound()).toEqual(["noSuchDay"]);
  });

  test.each([
    ["its reports and its rejections in two", file, 2n],
    ["reports alone in one", sheet(`${units.hilir};2026-06-01;5`), 1n],
    ["rejections alone in one", sheet(`${units.hilir};31 Juni 2026;12`), 1n],
    ["what was stored before in none", sheet(`${units.hulu};2026-06-01;4`), 0n],
  ])("makes a new version of the campaign with each step that stores: %s", async (_, text, by) => {
    await load(campaign, sheet(`${units.hulu};2026-06-01;4`));
    const before = await version();
    await load(campaign, text, cumulative);
    expect((await version()) - before).toBe(by);
  });

  async function version(): Promise<bigint> {
    const [row] = await query<{ version: string }>("select version from campaign");
    return BigInt(row?.version ?? 0);
  }

  describe("as a day that does not exist", () => {
    const wrong = (day: string) => sheet(`${units.hilir};${day};12`, `${units.hulu};2026-06-03;4`);

    test.each(["31 Juni 2026", "2026-13-02", "13/13/2026"])("%s is a finding", async (day) => {
      await load(campaign, wrong(day));
      expect(await rulesFound()).toEqual(["noSuchDay"]);
    });

    test.each([
      ["another day of the unit in the same line", { rows: [`${units.hilir};2026-06-02;7`] }],
      ["the unit's figures in another line", { rows: ["", `${units.hilir};2026-06-02;12`] }],
      [
        "the same row of another file",
        { name: "lain.csv", rows: [`${units.hilir};2026-06-02;12`] },
      ],
      ["the same figures of another unit", { rows: [`${units.hulu};2026-06-02;12`] }],
      ["a mended row that was not stored", { rows: [`${units.hilir};2026-06-01;12`] }],
    ])("stays after %s", async (_, { rows, name = "juni.csv" }: Loaded) => {
      await load(campaign, sheet(`${units.hilir};2026-06-01;5`), { fileName: "awal.csv" });
      await load(campaign, wrong("31/06/2026"));
      await load(campaign, sheet(...rows), { fileName: name });
      expect(await rulesFound()).toEqual(["noSuchDay"]);
    });

    test.each([
      ["with its day put right", wrong("2026-06-02")],
      ["with its day put right, stored from elsewhere before", wrong("2026-06-01")],
    ])("goes with the same row of the same file %s", async (_, mended) => {
      await load(campaign, sheet(`${units.hilir};2026-06-01;12`), { fileName: "awal.csv" });
      await load(campaign, wrong("31/06/2026"));
      await load(campaign, mended);
      expect(await rulesFound()).toEqual([]);
    });
  });

  async function rulesFound() {
    const actor = actorOf("healthOffice", "62.03");
    const grant = authorize(actor, "quality:review", regionCode.parse("62.03"));
    const findings = await readFindings(grant, campaign, today);
    return findings
      .filter(({ subject }) => subject.startsWith("import/"))
      .map(({ rule }) => rule)
      .sort();
  }
});

test("a file's name that is too long loses whole letters, and the file is loaded", async () => {
  const form = new FormData();
  form.set("file", new File(["a"], `${"a".repeat(299)}👶.csv`));
  const { name: fileName = "" } = (await sourceOf(form, "", "tempelan")) ?? {};
  expect(fileName).toBe("a".repeat(299));

  await load(campaign, sheet(`${units.hilir};31 Juni 2026;12`), { fileName });
  expect(await remembered()).toMatchObject([{ file: fileName }]);
});
