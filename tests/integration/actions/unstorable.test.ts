import { emptyDatabase, query } from "@/tests/support/database";

import { beforeAll, describe, expect, it, test } from "vitest";

import { isStorable } from "@/lib/base/forms/storable";
import { areas, newPerson, setScene, slugs, today, type Person } from "@/tests/support/scene";
import { spoiltLeaves } from "@/tests/support/spoilt";

import { actionsOnDisk, callAction, form } from "./call";
import { calls, clearReports, haveReport } from "./calls";

let admin: Person;

beforeAll(async () => {
  await emptyDatabase();
  await setScene();
  admin = await newPerson("administrator", areas.nation);
});

/** What PostgreSQL takes as no text, and a day that it does not have. */
const spoilt = ["a\0b", "a\ud800b", "0000-01-01"];

/** They read no text that anyone sends them, or what they do not know is the usual. */
const takeAnything = new Set(["signOut", "switchLocale"]);

/** A change of a campaign leaves these as they are, whatever stands there. */
const unread = /^changeCampaignAction body\.(slug|districtCode|timeZone)$/;

/** Every call with one of its texts spoilt, also inside a field that is JSON; and the text as it comes. */
function spoiltCalls(sent: readonly unknown[]): { where: string; text: string; args: unknown[] }[] {
  return sent.flatMap((argument, index) => {
    const put = (value: unknown) => sent.map((each, at) => (at === index ? value : each));
    if (!(argument instanceof FormData)) {
      const isState = typeof argument === "object" && argument !== null && "status" in argument;
      const leaves = isState ? [] : spoiltLeaves(argument, spoilt);
      return leaves.map(({ where, text, value }) => ({ where, text, args: put(value) }));
    }
    const fields = [...argument].filter(
      (pair): pair is [string, string] => typeof pair[1] === "string",
    );
    return fields.flatMap(([name, right]) =>
      spoiltLeaves(fromJson(right), spoilt).map(({ where, text, value }) => {
        const isWhole = typeof value === "string";
        const made = form(Object.fromEntries(fields));
        made.set(name, isWhole ? value : JSON.stringify(value));
        // A form has no halves of letters: what comes in their place is one.
        const came = made.get(name);
        const isText = isWhole && typeof came === "string";
        return { where: name + where, text: isText ? came : text, args: put(made) };
      }),
    );
  });
}

/** A field of a form that is a list or an object; any other text is itself. */
function fromJson(text: string): unknown {
  return /^[[{]/.test(text) ? (JSON.parse(text) as unknown) : text;
}

async function entries(): Promise<number> {
  const [row] = await query<{ entries: number }>(
    "select count(*)::int as entries from audit_entry",
  );
  return row?.entries ?? 0;
}

describe("a text that no database keeps", async () => {
  const actions = await actionsOnDisk();

  test.each([...actions.keys()].filter((name) => !takeAnything.has(name)))(
    "in any part of a call of %s is rejected in words, and nothing is stored",
    async (name) => {
      const action = actions.get(name);
      const prepare = calls[name];
      if (!action || !prepare) throw new Error(`no call of ${name}`);
      for (const { where, text, args } of spoiltCalls(await prepare(admin))) {
        await prepare(admin);
        const before = await entries();
        const outcome = await callAction(action, args, admin);
        if (isStorable(text) || unread.test(`${name} ${where}`)) continue;
        expect(outcome, `${where} ${JSON.stringify(text)}`).not.toMatch(/^(done|letIn)$/);
        expect(await entries(), where).toBe(before);
      }
    },
    60_000,
  );
});

describe("what is no form, sent in a form's place", async () => {
  const actions = await actionsOnDisk();

  test.each([...actions.keys()])(
    "to %s is rejected like one without fields, and nothing is stored",
    async (name) => {
      const action = actions.get(name);
      const prepare = calls[name];
      if (!action || !prepare) throw new Error(`no call of ${name}`);
      const sent = await prepare(admin);
      for (const [index, right] of sent.entries()) {
        if (!(right instanceof FormData)) continue;
        for (const wrong of [undefined, null, "a=b", {}, [["lakukan", "verifikasi"]]]) {
          const before = await entries();
          const args = sent.map((each, at) => (at === index ? wrong : each));
          await expect(callAction(action, args, admin), JSON.stringify(wrong)).resolves.toEqual(
            expect.any(String),
          );
          expect(await entries()).toBe(before);
        }
      }
    },
  );
});

describe("taking back a zero report", async () => {
  const undo = (await actionsOnDisk()).get("undoZeroReport");
  const right = { slug: slugs.home, unit: areas.homeSelatHilir, day: today };

  it.each([
    ["of a unit with a zero byte in its code", { unit: "\0" }, "rejected"],
    ["of a unit that is half a letter", { unit: "\ud800" }, "rejected"],
    ["of a campaign with a zero byte in its name", { slug: "\0" }, "rejected"],
    ["of a day that no calendar has", { day: "0000-01-01" }, "rejected"],
    ["that was sent", {}, "done"],
  ])("%s", async (_, over, outcome) => {
    // Whoever has written all of the above is asked to wait.
    const person = await newPerson("administrator", areas.nation);
    await clearReports();
    await haveReport(person);
    if (!undo) throw new Error("no action");
    expect(await callAction(undo, [{ ...right, ...over }], person)).toBe(outcome);
    expect(await query("select 1 from daily_report")).toHaveLength(outcome === "done" ? 0 : 1);
  });
});
