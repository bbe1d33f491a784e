import { beforeEach, describe, expect, test } from "vitest";

import { emptyDatabase, query } from "@/tests/support/database";

import { authorize } from "@/lib/account/auth/grant";
import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { createCampaign } from "@/lib/campaign/server/commands";
import { findCampaign } from "@/lib/campaign/server/queries";
import { regionCode } from "@/lib/base/region/code";
import {
  decideTargetSource,
  importTargetPopulations,
} from "@/lib/campaign/target-population/server/commands";
import { correctTarget } from "@/lib/campaign/target-population/server/correct-commands";
import { cellVersions } from "@/lib/campaign/target-population/server/queries";
import { readTargets } from "@/lib/campaign/target-population/server/read-targets";
import {
  targetPopulationInput,
  type TargetCorrection,
} from "@/lib/campaign/target-population/schema";

import { bian, loadDistricts, person } from "../district";

let dinkes: Actor;
let campaign: Campaign;
const at = new Date("2022-05-12T02:00:00Z");

beforeEach(async () => {
  await emptyDatabase();
  await loadDistricts();
  dinkes = await person("healthOffice", "62.03");
  campaign = await twoRounds();
});

async function twoRounds(): Promise<Campaign> {
  await createCampaign(
    authorize(dinkes, "campaign:manage", dinkes.homeRegion),
    bian({
      rounds: [
        { number: 1, startsOn: "2022-05-18", endsOn: "2022-05-31" },
        { number: 2, startsOn: "2022-06-06", endsOn: "2022-06-17" },
      ],
    }),
  );
  const found = await findCampaign(dinkes, "bian-kapuas-2022");
  if (!found) throw new Error("the campaign was not made");
  return found;
}

const mr = { intervention: "MR", targetGroup: "9-59-bulan" };
const selatHilir = "62.03.01.1007";
const murungKeramat = "62.03.01.1006";

type Terms = { source?: string; asOf?: string; inForceFrom?: string; decree?: string };

function load(
  rows: unknown[],
  terms: Terms = {},
  options: { newestSeen?: number | null; reason?: string } = {},
) {
  return importTargetPopulations(
    authorize(dinkes, "target:import", dinkes.homeRegion),
    campaign,
    targetPopulationInput.parse({ source: "local", asOf: "2022-05-12", ...terms, rows }),
    { isDryRun: false, at, ...options },
  );
}

const inForce = (place: string, round = 1, source = "local", day = "2022-05-20") =>
  query(
    `select people::int as people from place_target
     where place_code = $1 and round_number = $2 and source = $3 and intervention_code = 'MR'
       and from_day <= $4::date and $4::date < until_day`,
    [place, round, source, day],
  );

describe("importing target populations", () => {
  test("puts them in force for the village, its kecamatan and the kabupaten", async () => {
    const result = await load([
      { unit: selatHilir, ...mr, people: 347 },
      { unit: murungKeramat, ...mr, people: 100 },
    ]);

    expect(result).toMatchObject({ accepted: 2, rejected: [] });
    expect(await inForce(selatHilir)).toEqual([{ people: 347 }]);
    expect(await inForce("62.03.01")).toEqual([{ people: 447 }]);
    expect(await inForce("62.03", 2)).toEqual([{ people: 447 }]);
  });

  test("of a source with fractions stores whole numbers and keeps its sum, once that was said", async () => {
    const grant = authorize(dinkes, "target:import", dinkes.homeRegion);
    const file = Buffer.from(`kode;MR 9–59 bulan\n${selatHilir};547,94\n${murungKeramat};537,36\n`);
    const read = (answers: ReadonlyMap<string, string>) =>
      readTargets(grant, campaign, file, { asOf: "2022-05-12", answers });
    const first = await read(new Map());
    if (!("asking" in first)) throw new Error("the file was not read");
    expect(first.asking.asked.map(({ kind }) => kind)).toEqual(["fractions"]);
    const [question] = first.asking.asked;
    const second = await read(new Map([[question?.id ?? "", "round"]]));
    if (!("check" in second) || second.check === null) throw new Error("the file was not read");
    const { cells, original } = second.check;
    expect([original, second.asking.isOpen()]).toEqual([1_085.3, false]);

    const rows = cells.map(({ round, ...cell }) => ({ ...cell, ...(round > 0 && { round }) }));
    const reason = "Sumber memuat pecahan, jumlah asli 1.085,3";
    await load(rows, {}, { reason });
    expect(await inForce(selatHilir)).toEqual([{ people: 548 }]);
    expect(await inForce("62.03.01")).toEqual([{ people: 1_085 }]);
    expect(await query("select reason from target_set")).toEqual([{ reason }]);
    expect(
      await query(
        "select after->>'reason' as reason from audit_entry where action = 'target.imported'",
      ),
    ).toEqual([{ reason }]);
  });

  test("stores nothing when one row is bad, and says which and why", async () => {
    const result = await load([
      { unit: selatHilir, ...mr, people: 347 },
      { unit: murungKeramat, ...mr, people: 12.5 },
      { unit: "62.03.01.9999", ...mr, people: 3 },
    ]);

    expect(result.accepted).toBe(1);
    expect(result.rejected).toMatchObject([
      { row: 2, field: "people", code: "notWhole" },
      { row: 3, field: "unit", code: "unknownUnit" },
    ]);
    expect(await query("select id from target_set")).toEqual([]);
  });

  test("stores nothing on a dry run", async () => {
    const result = await importTargetPopulations(
      authorize(dinkes, "target:import", dinkes.homeRegion),
      campaign,
      targetPopulationInput.parse({
        source: "local",
        asOf: "2022-05-12",
        rows: [{ unit: selatHilir, ...mr, people: 347 }],
      }),
      { isDryRun: true, at },
    );
    expect(result).toEqual({ accepted: 1, rejected: [], setId: null });
    expect(await query("select id from target_set")).toEqual([]);
  });

  test("a newer set supersedes the boxes that it names and leaves the others", async () => {
    await load([
      { unit: selatHilir, ...mr, people: 347 },
      { unit: murungKeramat, ...mr, people: 100 },
    ]);
    await load([{ unit: selatHilir, ...mr, people: 350 }], { decree: "440/187/DINKES/2022" });

    expect(await inForce("62.03.01")).toEqual([{ people: 450 }]);
    expect(await query("select people from target_population order by people")).toEqual([
      { people: 100 },
      { people: 347 },
      { people: 350 },
    ]);
  });

  test("a number for one round goes before the number for every round", async () => {
    await load([
      { unit: selatHilir, ...mr, people: 347 },
      { unit: selatHilir, ...mr, round: 2, people: 360 },
    ]);
    expect(await inForce(selatHilir, 1)).toEqual([{ people: 347 }]);
    expect(await inForce(selatHilir, 2)).toEqual([{ people: 360 }]);
  });

  test("two sources stand side by side, and deciding moves no number", async () => {
    await load([{ unit: selatHilir, ...mr, people: 347 }]);
    await load([{ unit: selatHilir, ...mr, people: 300 }], { source: "pusdatin" });
    await decideTargetSource(
      authorize(dinkes, "target:import", dinkes.homeRegion),
      campaign,
      "pusdatin",
      "SK 12/2026",
    );
    expect(
      await query("select before, after from audit_entry where action = 'target.sourceDecided'"),
    ).toEqual([
      { before: { source: "local" }, after: { source: "pusdatin", reason: "SK 12/2026" } },
    ]);

    expect(await inForce(selatHilir, 1, "local")).toEqual([{ people: 347 }]);
    expect(await inForce(selatHilir, 1, "pusdatin")).toEqual([{ people: 300 }]);
    expect((await findCampaign(dinkes, campaign.slug))?.decidingTargetSource).toBe("pusdatin");
  });

  test("zero people is a target population; it is not the same as none", async () => {
    await load([{ unit: selatHilir, ...mr, people: 0 }]);
    expect(await inForce(selatHilir)).toEqual([{ people: 0 }]);
    expect(await inForce(murungKeramat)).toEqual([]);
  });

  test("is rejected when someone else imported after the preview", async () => {
    const first = await load([{ unit: selatHilir, ...mr, people: 347 }], {}, { newestSeen: null });
    await expect(
      load([{ unit: selatHilir, ...mr, people: 1 }], {}, { newestSeen: null }),
    ).rejects.toMatchObject({ code: "conflict" });
    await load([{ unit: selatHilir, ...mr, people: 348 }], {}, { newestSeen: first.setId });
    expect(await inForce(selatHilir)).toEqual([{ people: 348 }]);
  });

  test("raises the campaign's version and leaves an entry in the audit trail", async () => {
    await load([{ unit: selatHilir, ...mr, people: 347 }]);
    expect((await findCampaign(dinkes, campaign.slug))?.version).toBeGreaterThan(campaign.version);
    expect(
      await query("select subject, after->>'rows' as rows from audit_entry where action = $1", [
        "target.imported",
      ]),
    ).toEqual([{ subject: campaign.slug, rows: "1" }]);
  });

  test("is rejected to someone whose region is only a part of the kabupaten", async () => {
    const part = await person("healthOffice", "62.03.01");
    await expect(
      importTargetPopulations(
        authorize(part, "target:import", part.homeRegion),
        campaign,
        targetPopulationInput.parse({ source: "local", asOf: "2022-05-12", rows: [{}] }),
        { isDryRun: false, at },
      ),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("which set decides", () => {
  const set = (people: number, asOf: string, inForceFrom?: string) =>
    load([{ unit: selatHilir, ...mr, people }], { asOf, ...(inForceFrom && { inForceFrom }) });
  const onDays = (place: string, days: readonly string[], round = 1) =>
    Promise.all(
      days.map(async (day) => Number((await inForce(place, round, "local", day))[0]?.["people"])),
    );

  test("is decided by date: an older one that is loaded later does not win", async () => {
    await load([{ unit: murungKeramat, ...mr, people: 1 }], { asOf: "2022-01-01" });
    await set(320_760, "2022-05-20");
    await set(330_000, "2022-05-25");
    await set(320_576, "2022-05-10");
    const days = [
      "2022-05-09",
      "2022-05-10",
      "2022-05-19",
      "2022-05-20",
      "2022-05-24",
      "2022-05-25",
    ];
    const people = [320_576, 320_576, 320_576, 320_760, 320_760, 330_000];
    expect(await onDays(selatHilir, days)).toEqual(people);
    expect(await onDays("62.03.01", days)).toEqual(people.map((number) => number + 1));
    expect(await onDays("62.03", days)).toEqual(people.map((number) => number + 1));
    expect(await query("select * from roll_up_differences('62.03', $1)", [campaign.id])).toEqual(
      [],
    );
  });

  test("goes by the day from which it holds, not by the date of its data", async () => {
    await set(100, "2022-05-12");
    await set(120, "2022-01-02", "2022-05-25");
    expect(await onDays(selatHilir, ["2022-05-24", "2022-05-25"])).toEqual([100, 120]);
  });

  test("of one day is the newest", async () => {
    await set(100, "2022-05-12");
    await set(120, "2022-05-12");
    expect(await onDays(selatHilir, ["2022-05-01", "2022-05-12"])).toEqual([120, 120]);
  });

  test("changes nothing in a round that is over when it comes into force", async () => {
    await set(100, "2022-05-12");
    await set(120, "2022-06-02");
    expect(await onDays(selatHilir, ["2022-06-10"], 1)).toEqual([100]);
    expect(await onDays(selatHilir, ["2022-06-10"], 2)).toEqual([120]);
  });

  test("keeps the first number of a unit for the days before, so that none is without", async () => {
    await set(100, "2022-07-01");
    expect(await onDays(selatHilir, ["2022-05-18"], 1)).toEqual([100]);
  });
});

describe("correcting one number", () => {
  const box = { unit: selatHilir, ...mr };
  const terms = {
    source: "local",
    asOf: "2022-05-14",
    decree: "SK 7",
    reason: "Salah ketik",
  } as const;

  const ipv = { intervention: "IPV", targetGroup: "12-59-bulan" };

  function correct(over: Partial<TargetCorrection> = {}) {
    return correctTarget(
      authorize(dinkes, "target:import", dinkes.homeRegion),
      campaign,
      { ...box, ...terms, round: 1, seen: 347, people: 374, ...over },
      at,
    );
  }

  beforeEach(async () => {
    await load([
      { ...box, people: 347 },
      { unit: murungKeramat, ...mr, people: 100 },
    ]);
  });

  test("makes a version of that number alone, with day, decree and reason", async () => {
    expect(await correct()).toMatchObject({ kind: "stored" });
    expect(await inForce(selatHilir)).toEqual([{ people: 374 }]);
    expect(await inForce("62.03.01", 2)).toEqual([{ people: 474 }]);
    const grant = authorize(dinkes, "target:import", dinkes.homeRegion);
    expect(await cellVersions(grant, campaign, { ...box, source: "local" })).toMatchObject([
      { people: 374, round: 0, asOf: "2022-05-14", decree: "SK 7", reason: "Salah ketik" },
      { people: 347, round: 0, asOf: "2022-05-12", decree: null, reason: null },
    ]);
    expect(await query("select count(*)::int from target_population")).toEqual([{ count: 3 }]);
    expect(
      await query("select before, after from audit_entry where action = 'target.corrected'"),
    ).toMatchObject([
      { before: { people: 347 }, after: { people: 374, reason: "Salah ketik", decree: "SK 7" } },
    ]);
  });

  test("that somebody else changed meanwhile stores nothing and says the number of now", async () => {
    const answers = await Promise.all([correct({ people: 374 }), correct({ people: 743 })]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(["changed", "stored"]);
    const [stored] = await inForce(selatHilir);
    expect(answers.find(({ kind }) => kind === "changed")).toEqual({
      kind: "changed",
      now: Number(stored?.["people"]),
    });
  });

  test("goes on where another number was changed meanwhile", async () => {
    await correct({ unit: murungKeramat, seen: 100, people: 110 });
    expect(await correct()).toMatchObject({ kind: "stored" });
    expect(await inForce("62.03.01")).toEqual([{ people: 484 }]);
  });

  test("is for the round alone where the number in force is", async () => {
    await load([{ ...box, round: 2, people: 300 }]);
    await correct({ round: 2, seen: 300, people: 310 });
    expect(await inForce(selatHilir, 2)).toEqual([{ people: 310 }]);
    expect(await inForce(selatHilir, 1)).toEqual([{ people: 347 }]);
  });

  test("holds from the day of the number that was wrong, unless another is said", async () => {
    await correct();
    expect(await inForce(selatHilir, 1, "local", "2022-05-12")).toEqual([{ people: 374 }]);
    await correct({ seen: 374, people: 380, inForceFrom: "2022-05-25" });
    expect(await inForce(selatHilir, 1, "local", "2022-05-24")).toEqual([{ people: 374 }]);
    expect(await inForce(selatHilir, 1, "local", "2022-05-25")).toEqual([{ people: 380 }]);
  });

  test("gives a number to a box that had none", async () => {
    await correct({ ...ipv, seen: null, people: 12 });
    expect(
      await query("select people from target_population where intervention_code = 'IPV'"),
    ).toEqual([{ people: 12 }]);
  });

  test("rejects a box that the campaign does not have, and a grant for a part of it", async () => {
    await expect(correct({ unit: "62.03.01.9999", seen: null })).rejects.toMatchObject({
      code: "notFound",
    });
    const camat = { ...dinkes, homeRegion: regionCode.parse("62.03.01") };
    await expect(
      correctTarget(
        authorize(camat, "target:import", camat.homeRegion),
        campaign,
        { ...box, ...terms, round: 1, seen: 347, people: 1 },
        at,
      ),
    ).rejects.toMatchObject({ code: "forbidden" });
    expect(await inForce(selatHilir)).toEqual([{ people: 347 }]);
  });
});
