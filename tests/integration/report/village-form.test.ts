import { emptyDatabase, query } from "@/tests/support/database";
// Before anything of Next: it lets Next find its storages.
import { withinRequest } from "@/tests/support/next-request";

import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, it } from "vitest";

import { addDays } from "@/lib/base/time/calendar-day";
import { untouched } from "@/lib/base/forms/form-state";
import { submitVillage } from "@/lib/report/server/actions";
import { setEntryFigures } from "@/lib/report/server/figures-commands";
import { entryFiguresOf } from "@/lib/report/server/figures-queries";

import {
  areas,
  cookieOf,
  newPerson,
  setScene,
  slugs,
  systemGrant,
  today,
  type Person,
} from "@/tests/support/scene";

let camat: Person;
let lurah: Person;

beforeEach(async () => {
  await emptyDatabase();
  await setScene();
  camat = await newPerson("subdistrictHead", areas.homeSelat);
  lurah = await newPerson("villageHead", areas.homeSelatHilir);
});

/** Sends one village's form as a browser without scripts does; true: it was led on to the list. */
async function send(person: Person, over: Record<string, string> = {}) {
  const form = new FormData();
  const fields = {
    kampanye: slugs.home,
    id: randomUUID(),
    unit: areas.homeSelatHilir,
    day: today,
    baseVersion: "0",
    "r:MR/bayi": "4",
    ...over,
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const headers = new Headers({ cookie: await cookieOf(person) });
  return withinRequest(headers, async () => {
    try {
      return await submitVillage(untouched, form);
    } catch (error) {
      if (error instanceof Error && error.message === "NEXT_REDIRECT") return true;
      throw error;
    }
  });
}

async function loadTarget(people: number) {
  const of = "campaign where slug = $1";
  await query(
    `with made as (
       insert into target_set (district_code, campaign_id, source, as_of, in_force_from)
       select district_code, id, deciding_target_source, '2026-01-01', '2026-01-01' from ${of}
       returning district_code, campaign_id, id)
     insert into target_population
     select district_code, campaign_id, id, $2, 'MR', 'bayi', 0, $3::int from made`,
    [slugs.home, areas.homeSelatHilir, people],
  );
  await query(`select refresh_place_target(district_code, id) from ${of}`, [slugs.home]);
}

function residents() {
  return query("select residents from tally");
}

describe("a village's form without scripts", () => {
  it("says what is asked besides tallies, and comes back with what is no count", async () => {
    await query("update campaign set report_parts = '{reasons,vials}', version = version + 1");
    const fields = { hasParts: "1", "part:reason/sick": "3", "part:vials/MR": "" };
    expect(await send(lurah, { ...fields, "part:vials/MR": "dua" })).toMatchObject({
      result: {
        kind: "rejected",
        problems: [{ code: "partOutOfRange" }],
        parts: { texts: { "reason/sick": "3", "vials/MR": "dua" } },
      },
    });
    expect(await send(lurah, fields)).toBe(true);
    expect(await query("select kind, code, count from report_part")).toEqual([
      { kind: "reason", code: "sick", count: 3 },
    ]);
    // A form of before that has no such fields leaves them.
    expect(await send(lurah, { baseVersion: "1", "r:MR/bayi": "5" })).toBe(true);
    expect(await query("select count from report_part")).toEqual([{ count: 3 }]);
  });

  it("is stored and leads back to the list", async () => {
    expect(await send(lurah)).toBe(true);
    expect(await query("select via from submission")).toEqual([{ via: "screen" }]);
  });

  it("asks for a reason where another's report is changed, and keeps what was typed", async () => {
    await send(lurah);
    const change = { baseVersion: "1", "r:MR/bayi": "9" };
    const answer = await send(camat, { ...change, reason: "" });
    expect(answer).toMatchObject({
      result: {
        kind: "needsAnswer",
        problems: [{ code: "reasonNeeded" }],
        standing: { isOwn: false, version: 1 },
        typed: { residents: { "MR/bayi": "9" } },
      },
    });
    expect(await residents()).toEqual([{ residents: 4 }]);

    expect(await send(camat, { ...change, reason: "other", reasonNote: "" })).toMatchObject({
      result: { kind: "needsAnswer" },
    });
    expect(await send(camat, { ...change, reason: "other", reasonNote: "Dihitung ulang" })).toBe(
      true,
    );
    expect(await residents()).toEqual([{ residents: 9 }]);
    expect(
      await query(
        "select reason_code as code, reason_note as note from submission where version = 2",
      ),
    ).toEqual([{ code: "other", note: "Dihitung ulang" }]);
  });

  it("asks whether a count far above the target is right, and keeps it with the answer", async () => {
    await loadTarget(40);
    const far = { "r:MR/bayi": "587903" };
    expect(await send(lurah, far)).toMatchObject({
      result: {
        kind: "needsAnswer",
        problems: [{ code: "farAboveTarget", before: 40, value: 587_903 }],
        typed: { residents: { "MR/bayi": "587903" } },
      },
    });
    expect(await residents()).toEqual([]);
    expect(await send(lurah, { ...far, aboveTarget: "1" })).toBe(true);
    expect(await residents()).toEqual([{ residents: 587_903 }]);
  });

  it("asks for none where the dinkes fills its own empty cells after the cut-off", async () => {
    const office = await newPerson("healthOffice", areas.home);
    const yesterday = { day: addDays(today, -1) };
    expect(await send(office, yesterday)).toBe(true);
    const filled = { ...yesterday, baseVersion: "1", "o:MR/bayi": "" };
    expect(await send(office, { ...filled, "r:OPV/bayi": "2" })).toBe(true);
    expect(
      await send(office, { ...filled, baseVersion: "2", "r:MR/bayi": "5", "r:OPV/bayi": "2" }),
    ).toMatchObject({ result: { kind: "needsAnswer" } });
  });

  it.each([
    ["verifiedReport", "update daily_report set status = 'verified'"],
    ["dayClosed", "update campaign set report_cut_off = '00:00'"],
  ])("says that it is rejected: %s", async (code, happened) => {
    await send(lurah);
    await query(happened);
    expect(await send(lurah, { baseVersion: "1", "r:MR/bayi": "9" })).toMatchObject({
      result: { kind: "rejected", problems: [{ code }] },
    });
    expect(await residents()).toEqual([{ residents: 4 }]);
  });

  it("stores cumulative figures as the difference from the days before", async () => {
    const office = await newPerson("healthOffice", areas.home);
    expect(await send(office, { day: addDays(today, -1), "r:MR/bayi": "22" })).toBe(true);
    expect(await send(lurah, { figures: "cumulative", "r:MR/bayi": "35" })).toBe(true);
    expect(
      await query(
        "select residents, figures from tally join submission on id = submission_id order by tally.day",
      ),
    ).toEqual([
      { residents: 22, figures: "daily" },
      { residents: 13, figures: "cumulative" },
    ]);
  });

  it("asks for the reason of a cumulative figure that falls, with both numbers", async () => {
    const office = await newPerson("healthOffice", areas.home);
    await send(office, { day: addDays(today, -1), "r:MR/bayi": "22" });
    const falling = { figures: "cumulative", "r:MR/bayi": "20" };
    expect(await send(lurah, falling)).toMatchObject({
      result: {
        kind: "needsAnswer",
        figures: "cumulative",
        typed: { residents: { "MR/bayi": "20" } },
        problems: [{ code: "cumulativeFell", before: 22, value: 20 }],
      },
    });
    expect(await send(lurah, { ...falling, reason: "cumulativeFell" })).toBe(true);
    expect(await query("select residents from tally order by day")).toEqual([
      { residents: 22 },
      { residents: -2 },
    ]);
  });

  it("asks whether a later cumulative figure holds the same doses, and stores the answer", async () => {
    const office = await newPerson("healthOffice", areas.home);
    expect(await send(lurah, { figures: "cumulative", "r:MR/bayi": "35" })).toBe(true);
    const missed = { day: addDays(today, -1), "r:MR/bayi": "22" };
    expect(await send(office, missed)).toMatchObject({
      result: {
        kind: "needsAnswer",
        typed: { residents: { "MR/bayi": "22" } },
        problems: [{ code: "laterCumulative", later: today, before: 35, value: 57 }],
      },
    });
    expect(await send(office, { ...missed, reason: "inLater" })).toBe(true);
    expect(await query("select reason_code as code from submission order by day")).toEqual([
      { code: "inLater" },
      { code: null },
    ]);
  });

  it("shows what stands when it was typed over an older version", async () => {
    await send(lurah);
    expect(await send(camat, { "r:MR/bayi": "9" })).toMatchObject({
      result: {
        kind: "conflict",
        standing: { version: 1 },
        typed: { residents: { "MR/bayi": "9" } },
        base: 0,
      },
    });
  });

  describe("ends a conflict by the choice of one of the two", () => {
    const conflict = { "r:MR/bayi": "9", over: "1" };
    const choices = () =>
      query("select conflict_kept as kept, reason_code as reason from submission order by version");
    beforeEach(() => send(lurah));

    it("with what was typed, as a correction of the version shown", async () => {
      expect(await send(camat, { ...conflict, choice: "mine" })).toBe(true);
      expect(await residents()).toEqual([{ residents: 9 }]);
      expect(await choices()).toEqual([
        { kept: null, reason: null },
        { kept: "mine", reason: "conflictChoice" },
      ]);
    });

    it("with what stands, which changes nothing, whatever is in the fields by now", async () => {
      expect(await send(camat, { ...conflict, "r:MR/bayi": "x", choice: "theirs" })).toBe(true);
      expect(await residents()).toEqual([{ residents: 4 }]);
      expect(await choices()).toContainEqual({ kept: "theirs", reason: null });
    });

    it("not over a version that nobody showed", async () => {
      await send(lurah, { baseVersion: "1", "r:MR/bayi": "5" });
      for (const choice of ["mine", "theirs"]) {
        expect(await send(camat, { ...conflict, choice })).toMatchObject({
          result: { kind: "conflict", standing: { version: 2 } },
        });
      }
      expect(await residents()).toEqual([{ residents: 5 }]);
    });

    it("with Nihil, where Nihil was pressed", async () => {
      const nothing = { "r:MR/bayi": "" };
      expect(await send(camat, { ...nothing, zero: "1" })).toMatchObject({
        result: { kind: "conflict", isZero: true },
      });
      const chosen = { "r:MR/bayi": "0", wasZero: "1", over: "1", choice: "mine" };
      expect(await send(camat, chosen)).toBe(true);
      expect(await query("select is_zero as zero from daily_report")).toEqual([{ zero: true }]);
    });
  });

  it("gives numbers back that stood in the fields when Nihil was pressed", async () => {
    expect(await send(lurah, { zero: "1" })).toMatchObject({
      result: {
        kind: "rejected",
        problems: [{ code: "zeroWithCounts" }],
        typed: { residents: { "MR/bayi": "4" } },
        isZero: false,
      },
    });
  });
});

describe("how a person types", () => {
  it("is daily until the person says cumulative, and the trail says when", async () => {
    const grant = systemGrant("tally:submit");
    await query(
      `insert into app_user (id, username, display_name, role, home_region_code, password_hash)
       values ($1, 'scene', 'Scene', 'administrator', '00', 'x')`,
      [grant.actor.id],
    );
    expect(await entryFiguresOf(grant)).toBe("daily");
    await setEntryFigures(grant, "cumulative");
    await setEntryFigures(grant, "cumulative");

    expect(await entryFiguresOf(grant)).toBe("cumulative");
    expect(
      await query("select before, after from audit_entry where action = 'person.figuresChosen'"),
    ).toEqual([{ before: { figures: "daily" }, after: { figures: "cumulative" } }]);
  });
});
