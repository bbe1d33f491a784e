import { describe, expect, it } from "vitest";

import { coverageLinks } from "@/lib/monitor/coverage/links";
import { parseCoverageParams } from "@/lib/monitor/coverage/params";

import { campaignOf } from "./coverage-view-campaign";

const today = "2026-06-04";
const campaign = campaignOf({});

describe("the address of a coverage screen", () => {
  it("says nothing: first intervention, all groups, today, the deciding source, most needed first", () => {
    const params = parseCoverageParams({}, campaign, today);

    expect(params).toMatchObject({
      targetGroup: null,
      source: "local",
      on: today,
      isToday: true,
      sort: { column: "kurang", isDescending: true },
      level: "parts",
      isBelowGoal: false,
      ignored: [],
    });
    expect(params.intervention.code).toBe("MR");
    expect(params.round.number).toBe(1);
  });

  it("leaves out what is no text: `?toString=a` comes with a function first", () => {
    const query = { toString: [String, "a"] as unknown as string[] };
    expect(parseCoverageParams(query, campaign, today).ignored).toEqual([]);
  });

  it("is read parameter by parameter", () => {
    const params = parseCoverageParams(
      {
        intervensi: "OPV",
        kelompok: "9-59-bulan",
        sampai: "2026-05-30",
        sumber: "pusdatin",
        urut: "nama-naik",
        tampil: "desa",
        "di-bawah-target": "ya",
        cari: "  selat ",
        peringkat: "kurang",
        matriks: "abjad",
        semua: "ya",
      },
      campaign,
      today,
    );

    expect(params).toMatchObject({
      targetGroup: "9-59-bulan",
      on: "2026-05-30",
      isToday: false,
      source: "pusdatin",
      sort: { column: "nama", isDescending: false },
      level: "units",
      isBelowGoal: true,
      search: "selat",
      ranking: "needed",
      matrix: "name",
      isShowingAll: true,
      ignored: [],
    });
  });

  it.each([
    ["intervensi", "ZZ", "unknown"],
    ["kelompok", "lansia", "unknown"],
    ["sampai", "2026-06-05", "future"],
    ["sampai", "2026-06-31", "noSuchDay"],
    ["sampai", "kemarin", "noSuchDay"],
    ["sampai", "2026-05-01", "outsideRound"],
    ["sumber", "bps", "unknown"],
    ["putaran", "7", "unknown"],
    ["urut", "kurang", "unknown"],
    ["tampil", "dusun", "unknown"],
    ["di-bawah-target", "tidak", "unknown"],
    ["cari", "x".repeat(81), "unknown"],
  ])("with %s=%s still opens, and says that this was left out", (name, value, reason) => {
    const params = parseCoverageParams({ [name]: value }, campaign, today);

    expect(params.ignored).toEqual([{ name, value: value.slice(0, 80), reason }]);
    expect({ ...params, ignored: [] }).toEqual(parseCoverageParams({}, campaign, today));
  });

  it("with a group that the intervention is not given to shows all its groups and says so", () => {
    const params = parseCoverageParams(
      { intervensi: "OPV", kelompok: "7-12-tahun" },
      campaign,
      today,
    );

    expect(params.targetGroup).toBeNull();
    expect(params.ignored).toEqual([{ name: "kelompok", value: "7-12-tahun", reason: "notGiven" }]);
  });

  it("leaves nonsense out and keeps the rest", () => {
    const params = parseCoverageParams(
      { intervensi: ["OPV", "MR"], kelompok: "???", sampai: "", sumber: "pusdatin" },
      campaign,
      today,
    );

    expect(params.intervention.code).toBe("OPV");
    expect(params.source).toBe("pusdatin");
    expect(params.ignored.map(({ name }) => name)).toEqual(["kelompok"]);
  });

  it("with today's day, or any after the last of the round, asks for nothing earlier", () => {
    expect(parseCoverageParams({ sampai: today }, campaign, today)).toEqual(
      parseCoverageParams({}, campaign, today),
    );
    expect(parseCoverageParams({ sampai: "2026-06-17" }, campaign, "2026-08-01").isToday).toBe(
      true,
    );
    expect(parseCoverageParams({ sampai: "2026-06-16" }, campaign, "2026-08-01").isToday).toBe(
      false,
    );
  });

  it("chooses the round of the day, or the one that it names", () => {
    const two = campaignOf({ hasSecondRound: true });

    expect(parseCoverageParams({}, two, "2026-07-03").round.number).toBe(2);
    expect(parseCoverageParams({ putaran: "1" }, two, "2026-07-03").round.number).toBe(1);
    expect(parseCoverageParams({ sampai: "2026-06-01" }, two, "2026-07-03").round.number).toBe(1);
    expect(
      parseCoverageParams({ putaran: "2", sampai: "2026-06-01" }, two, "2026-07-03").ignored,
    ).toEqual([{ name: "sampai", value: "2026-06-01", reason: "outsideRound" }]);
  });
});

describe("links of a coverage screen", () => {
  const params = parseCoverageParams(
    { intervensi: "OPV", sampai: "2026-05-30", cari: "selat", intruder: "x" },
    campaign,
    today,
  );
  const links = coverageLinks(campaign, params, "62.03.09");

  it("keep what was asked for and change one thing", () => {
    expect(links.here({ intervensi: "MR" })).toBe(
      "/cakupan/62.03.09?kampanye=bian&intervensi=MR&sampai=2026-05-30&cari=selat",
    );
    expect(links.here({ sampai: "", cari: "" })).toBe(
      "/cakupan/62.03.09?kampanye=bian&intervensi=OPV",
    );
  });

  it("lead to another place without this table's search", () => {
    expect(links.place(null)).toBe("/cakupan?kampanye=bian&intervensi=OPV&sampai=2026-05-30");
    expect(links.place("pkm 1/a")).toBe(
      "/cakupan/pkm%201%2Fa?kampanye=bian&intervensi=OPV&sampai=2026-05-30",
    );
  });

  it("name the place of the file, and send what a form does not hold", () => {
    expect(links.csv).toBe(
      "/cakupan/csv?kampanye=bian&intervensi=OPV&sampai=2026-05-30&wilayah=62.03.09",
    );
    expect(links.kept(["sampai", "cari", "wilayah"])).toEqual([
      ["kampanye", "bian"],
      ["intervensi", "OPV"],
    ]);
  });
});
