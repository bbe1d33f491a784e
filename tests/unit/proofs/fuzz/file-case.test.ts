import { expect, test } from "vitest";

import { FileRejection } from "@/lib/base/spreadsheet/cell";
import { parseFile } from "@/lib/base/spreadsheet/server/parse";

import { makeChance } from "../../../proofs/fuzz/chance";
import { fileCase } from "../../../proofs/fuzz/file-case";
import type { Ground } from "../../../proofs/fuzz/ground";
import { isRejected } from "../../../proofs/fuzz/judge";

const ground: Ground = {
  slugs: ["bian"],
  values: {
    kampanye: ["bian"],
    day: ["2026-06-04"],
    unit: ["62.03.01.1007"],
    figures: ["daily"],
    source: ["local"],
    asOf: ["2026-06-04"],
  },
  pages: [],
  endpoints: [],
  actions: [
    { id: "60".padEnd(42, "a"), name: "previewTallies", address: "/input/muat", forms: [] },
    { id: "60".padEnd(42, "b"), name: "previewTargets", address: "/sasaran/muat", forms: [] },
  ],
  rights: [],
};

const cases = Array.from({ length: 400 }, (_, seed) => fileCase(ground, makeChance(seed)));

test("files go to every action that takes one, in the name of who may send it", () => {
  const doors = new Map(cases.map(({ target, headers }) => [target, headers["next-action"]]));
  expect(doors).toEqual(
    new Map([
      ["action previewTallies with a file", "60".padEnd(42, "a")],
      ["action previewTargets with a file", "60".padEnd(42, "b")],
    ]),
  );
  expect(new Set(cases.map(({ person }) => person))).toEqual(
    new Set(["villageHead", "subdistrictHead", "healthOffice"]),
  );
});

test("some are read, and others are not", { timeout: 30_000 }, async () => {
  const answers = await Promise.all(
    cases.slice(0, 50).map(async ({ body }) => {
      const text = body.toString("latin1");
      const start = text.indexOf("\r\n\r\n", text.indexOf("filename=")) + 4;
      const bytes = Buffer.from(
        text.slice(start, text.lastIndexOf("\r\n------cakupan-fuzz\r\n")),
        "latin1",
      );
      return parseFile(bytes).then(
        () => "read",
        (error: unknown) => {
          if (error instanceof FileRejection) return error.problem;
          throw error;
        },
      );
    }),
  );
  expect(new Set(answers).size).toBeGreaterThan(3);
  expect(answers).toContain("read");
});

test("a file that is not read counts as rejected, and a preview does not", () => {
  const answer = (kind: string) => ({
    status: 200,
    headers: {},
    text: `1:{"status":"saved","result":{"kind":"${kind}"}}`,
    isHang: false,
    milliseconds: 5,
  });
  const file = { target: "action previewTallies with a file" };
  expect(isRejected(file, answer("unreadable"))).toBe(true);
  expect(isRejected(file, answer("preview"))).toBe(false);
});
