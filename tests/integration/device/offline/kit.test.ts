import { emptyDatabase } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import type { Campaign } from "@/lib/campaign/campaign";
import { readEntryKit } from "@/lib/device/offline/kit/server/queries";
import { kitPlaces, kitRows } from "@/lib/device/offline/kit/rows";
import { entryKit, type EntryKit } from "@/lib/device/offline/schema";
import { askedDay } from "@/lib/report/entry-day";
import { entryColumns, type EntryRow } from "@/lib/report/entry-row";
import { entryPlaces, entryRows } from "@/lib/report/server/queries";

import { openDay } from "@/lib/report/verification/server/reopening-commands";

import { grantFor, makeCampaign, units } from "../../report/campaign";
import { mr, mrOld, opv, report, submit } from "../../report/sending";
import { office } from "../../report/verification/office";

let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  campaign = await makeCampaign();
});

/** As a device gets it: through JSON and the schema of the answer. */
async function kitOf(region: string, at: Date): Promise<EntryKit> {
  const kit = await readEntryKit(grantFor(region), campaign, at);
  return entryKit.parse(JSON.parse(JSON.stringify(kit)));
}

async function send(unit: string, day: string, tallies: ReturnType<typeof mr>[] | "zero") {
  // Some of the counts are far above the target populations here, and are confirmed.
  const what =
    tallies === "zero"
      ? { zero: true, tallies: [] }
      : { tallies, isAboveTargetConfirmed: true as const };
  const [result] = await submit(campaign, [report({ unit, day, ...what })], {
    region: "62.03",
    at: new Date("2026-06-18T08:00:00Z"),
  });
  expect(result?.outcome).toBe("stored");
}

/** Tallies of a report in one order: the server's is not told. */
function ordered(rows: readonly EntryRow[]) {
  return rows.map(({ standing, ...row }) => ({
    ...row,
    standing: standing && {
      ...standing,
      tallies: standing.tallies
        .map(({ intervention, targetGroup, residents, nonResidents }) =>
          [intervention, targetGroup, residents, nonResidents].join(" "),
        )
        .sort(),
    },
  }));
}

async function fill() {
  for (const [index, day] of [
    ...["2026-06-01", "2026-06-02", "2026-06-03", "2026-06-04", "2026-06-05", "2026-06-07"],
    ...["2026-06-15", "2026-06-16", "2026-06-17"],
  ].entries()) {
    await send(units.hilir, day, [mr(11 + index), opv(index % 2)]);
    if (index % 3 === 0) await send(units.hulu, day, "zero");
    else if (index % 3 === 1) await send(units.hulu, day, [mr(0), mrOld(index)]);
    if (index > 3) await send(units.mambulau, day, [opv(40 + index)]);
  }
}

describe("the rows that a device makes of its kit", () => {
  it.each(["62.03", "62.03.01", units.hilir])(
    "are those that the server draws for %s, on every open day that the kit reaches",
    async (region) => {
      await fill();
      const kit = await kitOf(region, new Date("2026-06-17T08:00:00Z"));
      expect(kit.from).toBe("2026-06-04");

      for (const day of ["04", "05", "06", "07", "08", "15", "16", "17", "18"]) {
        const asked = askedDay(kit.campaign, "2026-06-18", `2026-06-${day}`, []);
        if (asked.kind !== "open") throw new Error(`${day} is not open`);
        const { round } = asked;
        const entry = { round, day: asked.day };
        const drawn = await entryRows(grantFor(region), campaign, entry);

        expect(ordered(kitRows(kit, entry)), day).toEqual(ordered(drawn));
        expect(kitPlaces(kit, entry), day).toEqual(
          await entryPlaces(grantFor(region), campaign, entry),
        );
      }
    },
  );

  it("are of the asked kecamatan or village alone", async () => {
    await fill();
    const kit = await kitOf("62.03", new Date("2026-06-05T08:00:00Z"));
    const [round] = campaign.rounds;
    if (!round) throw new Error("the campaign has no round");
    for (const within of ["62.03.02", units.hulu]) {
      const entry = { round, day: "2026-06-05", within };
      expect(ordered(kitRows(kit, entry))).toEqual(
        ordered(await entryRows(grantFor("62.03"), campaign, entry)),
      );
    }
  });

  it("still know sudah and biasanya of days before those that the kit holds one by one", async () => {
    await fill();
    const kit = await kitOf("62.03.01", new Date("2026-06-17T08:00:00Z"));
    const [hilir] = kitRows(kit, { round: { number: 1 }, day: "2026-06-04" });
    expect(hilir?.cells[0]).toMatchObject({ before: 36, yesterday: 13, usual: [11, 12, 13] });
  });
});

describe("a kit", () => {
  it("holds nothing of a neighbour's villages", async () => {
    await fill();
    const kit = await kitOf("62.03.01", new Date("2026-06-17T08:00:00Z"));
    expect(kit.units.map(({ code }) => code)).toEqual([units.hilir, units.hulu]);
    expect(new Set(kit.reports.map(({ unit }) => unit))).toEqual(
      new Set([units.hilir, units.hulu]),
    );
  });

  it("knows which days of the own kecamatan are open again, and no other's", async () => {
    const at = new Date("2026-06-17T12:00:00Z");
    for (const place of ["62.03.01", "62.03.02"]) {
      const wish = { place, day: "2026-06-16", reason: "Jaringan putus" };
      await openDay(office("report:verify"), campaign, wish, { at });
    }
    const { openings } = await kitOf("62.03.01", at);
    expect(openings).toEqual([
      { place: "62.03.01", day: "2026-06-16", until: "2026-06-18T12:00:00.000Z" },
    ]);
    expect((await kitOf("62.03.01", new Date("2026-06-18T12:00:00Z"))).openings).toEqual([]);
  });

  it("says whose it is and has the columns of the campaign", async () => {
    const kit = await kitOf("62.03.01", new Date("2026-06-17T08:00:00Z"));
    expect(kit.person).toBe(grantFor("62.03.01").actor.id);
    expect(kit.campaign.columns).toEqual(entryColumns(campaign));
  });
});
