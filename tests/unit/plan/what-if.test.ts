import { describe, expect, it } from "vitest";

import { seededRandom } from "@/lib/coverage/seeded-random";
import {
  capacityOf,
  effectsOf,
  expectedPerDay,
  suggestedMove,
  type PlaceLoad,
  type TeamLoad,
} from "@/lib/plan/what-if";

function place(code: string, need: number | null, rest: Partial<PlaceLoad> = {}): PlaceLoad {
  return { code, name: code, need, served: 1000, target: 5000, daysLeft: 10, ...rest };
}

function teams(base: string, count: number, peoplePerDay: number): TeamLoad[] {
  return Array.from({ length: count }, (_, at) => {
    const id = `${base}-${String(at + 1)}`;
    return { id, name: id, base, peoplePerDay };
  });
}

const places = [place("selat", 389), place("mantangai", 211), place("timpah", 60)];
const all = [...teams("selat", 5, 150), ...teams("mantangai", 1, 80), ...teams("timpah", 1, 60)];

describe("moving a team from Selat to Mantangai for two days", () => {
  const effects = effectsOf(places, all, { team: "selat-5", to: "mantangai", perDay: 80, days: 2 });

  it("says the loss first: 750 to 600 a day, still enough", () => {
    expect(effects[0]).toMatchObject({
      code: "selat",
      before: 750,
      after: 600,
      short: 0,
      change: -300,
    });
  });

  it("then the gain: 80 to 160 a day, 51 a day short", () => {
    expect(effects[1]).toMatchObject({
      code: "mantangai",
      before: 80,
      after: 160,
      short: 51,
      change: 160,
    });
  });

  it("says what it makes of the end: so many people, of so many", () => {
    expect(effects[1]?.forecast).toEqual({ before: 1800 / 5000, after: 1960 / 5000 });
  });
});

it("adds a team, which is taken from nowhere", () => {
  const effects = effectsOf(places, all, { team: null, to: "timpah", perDay: 70, days: 3 });
  expect(effects).toHaveLength(1);
  expect(effects[0]).toMatchObject({ before: 60, after: 130, short: 0, change: 210 });
});

it("changes nothing where the team is there already, and says what nobody knows", () => {
  expect(effectsOf(places, all, { team: "timpah-1", to: "timpah", perDay: 9, days: 1 })).toEqual(
    [],
  );
  const [unknown] = effectsOf([place("x", null, { target: null })], [], {
    team: null,
    to: "x",
    perDay: 5,
    days: 1,
  });
  expect(unknown).toMatchObject({ short: null, forecast: null });
});

it("expects of a team what the others there serve", () => {
  expect(expectedPerDay("mantangai", 150, all)).toBe(80);
  expect(expectedPerDay("nowhere", 150, all)).toBe(150);
  expect(capacityOf("selat", all)).toBe(750);
});

describe("the suggestion", () => {
  it("takes a team from where there is enough to where most is lacking, and says what it brings", () => {
    const found = suggestedMove(places, all);
    expect(found?.team.base).toBe("selat");
    expect(found?.to.code).toBe("mantangai");
    expect(found?.from.short).toBe(0);
    expect(found?.lacking).toEqual({ before: 131, after: 51 });
  });

  it("is none where nobody has a team to spare, or nobody lacks any", () => {
    expect(suggestedMove([place("selat", 750), place("mantangai", 900)], all)).toBeNull();
    expect(suggestedMove([place("selat", 10), place("mantangai", 10)], all)).toBeNull();
    expect(suggestedMove([place("selat", null), place("mantangai", 100)], all)).toBeNull();
  });

  it("never makes a place lack more than it did, whatever there is", () => {
    const random = seededRandom(11);
    for (let turn = 0; turn < 200; turn += 1) {
      const some = Array.from({ length: 6 }, (_, at) =>
        place(`p${String(at)}`, Math.floor(random() * 300)),
      );
      const working = some.flatMap(({ code }) =>
        teams(code, Math.floor(random() * 4), 20 + Math.floor(random() * 80)),
      );
      const found = suggestedMove(some, working);
      if (!found) continue;
      expect(found.from.short).toBe(0);
      expect(found.lacking.after).toBeLessThan(found.lacking.before);
    }
  });

  it("takes under 50 ms for 17 kecamatan and 60 teams", () => {
    const many = Array.from({ length: 17 }, (_, at) => place(`p${String(at)}`, 50 + 20 * at));
    const working = many.flatMap(({ code }, at) => teams(code, at % 2 === 0 ? 6 : 1, 60));
    suggestedMove(many, working);
    const began = performance.now();
    suggestedMove(many, working);
    expect(performance.now() - began).toBeLessThan(50);
  });
});
