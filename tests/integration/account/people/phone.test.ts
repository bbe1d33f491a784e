import { describe, expect, test } from "vitest";

import { query } from "@/tests/support/database";
import { changePerson, createPerson, setActive } from "@/lib/account/people/server/commands";
import {
  findPerson,
  phonesOf,
  phonesOfSubdistrictHeads,
} from "@/lib/account/people/server/queries";
import { regionCode } from "@/lib/base/region/code";
import { person } from "../../campaign/district";

import { camat, dinkes, manage } from "./managers";

describe("a telephone number", () => {
  const kapuas = regionCode.parse("62.03");

  test("is kept in one form, leads to the camat, and stands in no entry of the trail", async () => {
    await createPerson(manage(dinkes), { ...camat(), phone: "+6281234567890" });
    expect((await findPerson(manage(dinkes), "camat.selat"))?.phone).toBe("+6281234567890");
    expect(await phonesOfSubdistrictHeads(manage(dinkes), kapuas)).toEqual(
      new Map([["62.03.01", "+6281234567890"]]),
    );

    const { username, ...terms } = camat();
    await changePerson(manage(dinkes), username, { ...terms, phone: "+6285211112222" });
    // A form that does not know of numbers leaves them be.
    await changePerson(manage(dinkes), username, terms);
    expect((await findPerson(manage(dinkes), username))?.phone).toBe("+6285211112222");
    await changePerson(manage(dinkes), username, { ...terms, phone: null });
    expect(await phonesOfSubdistrictHeads(manage(dinkes), kapuas)).toEqual(new Map());

    const entries = await query<{ entry: string }>(
      "select audit_entry::text as entry from audit_entry",
    );
    expect(entries.map(({ entry }) => entry).join()).not.toMatch(/8123456|85211/);
    expect(entries.filter(({ entry }) => entry.includes("isPhoneChanged"))).toHaveLength(2);
  });

  test("of a camat who is disabled leads to nobody", async () => {
    await createPerson(manage(dinkes), { ...camat(), phone: "+6281234567890" });
    await setActive(manage(dinkes), "camat.selat", false);
    expect(await phonesOfSubdistrictHeads(manage(dinkes), kapuas)).toEqual(new Map());
  });

  test("of a person is told to who manages them, while they may sign in", async () => {
    await createPerson(manage(dinkes), { ...camat(), phone: "+6281234567890" });
    const one = await findPerson(manage(dinkes), "camat.selat");
    if (!one) throw new Error("the camat is not there");
    const elsewhere = await person("healthOffice", "62.10", "dinkes.gunungmas");
    expect(await phonesOf(manage(dinkes), [one.id, dinkes.id])).toEqual(
      new Map([[one.id, "+6281234567890"]]),
    );
    expect(await phonesOf(manage(elsewhere), [one.id])).toEqual(new Map());
    await setActive(manage(dinkes), "camat.selat", false);
    expect(await phonesOf(manage(dinkes), [one.id])).toEqual(new Map());
  });

  test("that cannot be called is rejected by the database, too", async () => {
    await expect(
      query("update app_user set phone = '0812' where id = $1", [dinkes.id]),
    ).rejects.toThrow(/app_user_phone/);
  });
});
