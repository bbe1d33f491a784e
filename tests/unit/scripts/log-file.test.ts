import {
  appendFileSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect, it } from "vitest";

import { appendLine, rotateHeld } from "../../../scripts/log-file";
import { isStorageFull, wordsSince } from "../../../scripts/postgres-log";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cakupan-log-"));
  file = path.join(folder, "server.log");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it("a log is its owner's alone, and appended to", () => {
  appendLine(file, "one");
  appendLine(file, "two");
  expect(readFileSync(file, "utf8")).toBe("one\ntwo\n");
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

it("a log that has grown begins anew, and five are kept in all", () => {
  for (let each = 1; each <= 9; each += 1) appendLine(file, `line ${String(each)}`, 5);
  expect(readdirSync(folder).sort()).toEqual([
    "server.log",
    "server.log.1",
    "server.log.2",
    "server.log.3",
    "server.log.4",
  ]);
  expect(readFileSync(file, "utf8")).toBe("line 9\n");
  expect(readFileSync(`${file}.4`, "utf8")).toBe("line 5\n");
});

it("a disk that is full loses the line and fails nothing", () => {
  expect(() => {
    appendLine("/dev/full", "lost");
  }).not.toThrow();
});

it("a line that was cut off ends before the next one", () => {
  mkdirSync(file);
  appendLine(file, "lost");
  rmdirSync(file);
  appendLine(file, "next");
  appendLine(file, "after");
  expect(readFileSync(file, "utf8")).toBe("\nnext\nafter\n");
});

it("a log that another program holds goes on in the same file", () => {
  const held = openSync(file, "a");
  writeSync(held, "an hour ago\n");
  rotateHeld(file, 5);
  writeSync(held, "now\n");
  closeSync(held);
  expect(readFileSync(`${file}.1`, "utf8")).toBe("an hour ago\n");
  expect(readFileSync(file, "utf8")).toBe("now\n");
});

it("the last words of PostgreSQL are those since its start", () => {
  appendFileSync(file, "earlier: No space left on device\n");
  const { size } = statSync(file);
  expect(isStorageFull(wordsSince(file, 0))).toBe(true);
  expect(wordsSince(file, size)).toBe("");
  appendFileSync(file, "ready\n");
  expect(wordsSince(file, size)).toBe("ready");
  expect(isStorageFull(wordsSince(file, size))).toBe(false);
});
