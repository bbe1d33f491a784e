import { readdir, readFile } from "node:fs/promises";

import { describe, expect, test } from "vitest";
import { z } from "zod";

import { AppError } from "@/lib/base/errors";
import { typedOr, untouched } from "@/lib/base/forms/form-state";
import { FormError, parseForm, typedText } from "@/lib/base/forms/parse-form";
import { problem, problemsByField } from "@/lib/base/forms/problem";
import { respond } from "@/lib/account/auth/server/respond";

const schema = z.object({
  name: z.string().min(1, problem("required")).max(5, problem("tooLong")),
  children: z.coerce.number(problem("wholeNumber")).int(problem("wholeNumber")),
});

function form(fields: Record<string, string | File>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

describe("reading a form", () => {
  test("gives what the schema makes of it", () => {
    expect(parseForm(schema, form({ name: "Selat", children: "12" }))).toEqual({
      name: "Selat",
      children: 12,
    });
  });

  test("names each field's problem", () => {
    expect(() => parseForm(schema, form({ name: "", children: "12,5" }))).toThrow(FormError);
    try {
      parseForm(schema, form({ name: "", children: "12,5" }));
    } catch (error) {
      expect(error).toMatchObject({ fields: { name: ["required"], children: ["wholeNumber"] } });
    }
  });

  test("leaves files to who expects them", () => {
    expect(typedText(form({ name: "Selat", file: new File(["a;b"], "sasaran.csv") }))).toEqual({
      name: "Selat",
    });
  });

  test("a problem inside a list is told by its place, one without a name as a wrong format", () => {
    const rounds = z.object({
      rounds: z.array(z.object({ startsOn: z.iso.date(problem("noSuchDay")), days: z.number() })),
    });
    const parsed = rounds.safeParse({ rounds: [{ startsOn: "2021-06-31", days: "tiga" }] });

    expect(parsed.error && problemsByField(parsed.error)).toEqual({
      "rounds.0.startsOn": ["noSuchDay"],
      "rounds.0.days": ["wrongFormat"],
    });
  });
});

describe("the answer of an action", () => {
  const typed = form({ name: "Selat Hilir" });

  test("is the result when it worked", async () => {
    expect(await respond(typed, () => Promise.resolve(3))).toEqual({ status: "saved", result: 3 });
  });

  test("keeps what was typed when a field does not fit", async () => {
    const state = await respond(typed, () => Promise.resolve(parseForm(schema, typed)));

    expect(state).toEqual({
      status: "rejected",
      code: null,
      fields: { name: ["tooLong"], children: ["wholeNumber"] },
      typed: { name: "Selat Hilir" },
    });
    expect(typedOr(state, "name")).toBe("Selat Hilir");
    expect(typedOr(state, "children", "7")).toBe("7");
  });

  test("tells an expected failure by its code, at its field when it has one", async () => {
    const failing = (error: Error) => respond(typed, () => Promise.reject(error));

    expect(await failing(new AppError("conflict", "version 3"))).toMatchObject({
      code: "conflict",
      fields: {},
    });
    expect(await failing(new AppError("duplicate", "slug", "slug"))).toMatchObject({
      code: null,
      fields: { slug: ["duplicate"] },
    });
  });

  test("does not swallow a defect, nor a parse that is not the form's", async () => {
    await expect(respond(typed, () => Promise.reject(new Error("SELECT 1")))).rejects.toThrow();
    await expect(
      respond(typed, () => Promise.resolve(z.number().parse("a row of the database"))),
    ).rejects.toThrow(z.ZodError);
  });

  test("before it was sent, a field shows what stands", () => {
    expect(typedOr(untouched, "name", "Panamas")).toBe("Panamas");
    expect(typedOr(untouched, "name")).toBe("");
  });
});

describe("a password", () => {
  test.each(["password", "current", "next", "again"])(
    "typed in %s is not given back",
    async (name) => {
      const secret = "RAHASIA-SEKALI-1";
      const reject = () => {
        throw new AppError("conflict", "for the test");
      };
      const answer = await respond(form({ username: "camat.selat", [name]: secret }), () =>
        Promise.resolve().then(reject),
      );
      expect(answer).toMatchObject({ status: "rejected", typed: { username: "camat.selat" } });
      expect(JSON.stringify(answer)).not.toContain(secret);
    },
  );

  test("is typed in no other field of ours", async () => {
    const files = (await readdir("components", { recursive: true })).filter((file) =>
      file.endsWith(".tsx"),
    );
    const texts = await Promise.all(files.map((file) => readFile(`components/${file}`, "utf8")));
    const forms = texts.filter((text) => /type=[^\n]*"password"/.test(text));
    const names = forms.flatMap((text) =>
      [...text.matchAll(/name(?:=|: )"(\w+)"/g)].map(([, name]) => name ?? ""),
    );
    const known = ["username", "kembali", "password", "current", "next", "again"];
    expect(forms).toHaveLength(2);
    expect([...new Set(names)].sort()).toEqual([...known].sort());
  });
});
