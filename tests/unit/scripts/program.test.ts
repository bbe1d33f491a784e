import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { runProgram } from "../../../scripts/program";
import { projectFolder } from "../../../scripts/project";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cakupan-program-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A program as `runProgram` names it: from node_modules. */
function program(code: string): string {
  const file = path.join(folder, "program.mjs");
  writeFileSync(file, code);
  return path.relative(path.join(projectFolder, "node_modules"), file);
}

describe("a program that we start", () => {
  it("tells each line as it comes, and keeps the last ones", async () => {
    const entry = program(
      `for (let each = 1; each <= 500; each += 1) console.log("line " + each);
       console.error("{\\"kind\\":\\"problem\\"}"); process.stdout.write("no end"); process.exitCode = 3;`,
    );
    const lines: string[] = [];
    const onLine = (line: string, from: string) => lines.push(`${from} ${line}`);
    const ran = runProgram(entry, [], {}, false, { onLine });

    expect(await ran.exit).toBe(3);
    expect(ran.ending()).toBe("kode 3.");
    expect(lines).toHaveLength(502);
    expect(lines).toContain('stderr {"kind":"problem"}');
    expect(lines).toContain("stdout no end");
    expect(ran.output().split("\n")).toHaveLength(400);
  });

  it("that wants more memory than it may have dies alone, and its last words say why", async () => {
    const entry = program(
      "const kept = []; for (;;) kept.push(new Array(10_000).fill(kept.length));",
    );
    const ran = runProgram(entry, [], {}, false, { heapMegabytes: 128 });

    expect(await ran.exit).not.toBe(0);
    expect(ran.ending()).toMatch(/^(sinyal SIGABRT|kode 134)\.$/);
    expect(ran.output()).toContain("heap out of memory");
  }, 60_000);

  it("that is killed says by what", async () => {
    const ran = runProgram(program("setInterval(() => undefined, 1000)"), [], {}, false);
    process.kill(ran.pid ?? 0, "SIGKILL");
    await ran.exit;
    expect(ran.ending()).toBe("sinyal SIGKILL.");
  });
});
