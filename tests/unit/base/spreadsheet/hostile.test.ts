import { expect, test } from "vitest";

import { limits } from "@/lib/base/limits";
import { FileRejection } from "@/lib/base/spreadsheet/cell";
import { parseFile } from "@/lib/base/spreadsheet/server/parse";
import { hostileFiles } from "@/tests/proofs/fuzz/hostile-file";
import { processorTime } from "@/tests/support/processor-time";

/** In how much of the processor's time an answer is there: generous, and far below what it was. */
const [slowest, bombs] = [2_000, 6_000];

const expected: Readonly<Record<string, string>> = {
  "65,535 files announced": "unpacksTooLarge",
  "2,000 files": "unpacksTooLarge",
  "a size that is too small": "unpacksTooLarge",
  "a bomb of 90 MB": "unpacksTooLarge",
  "a bomb that says it is small": "unpacksTooLarge",
  "a cell at OJL1": "tooManyRows",
  "a row of eight digits": "tooManyRows",
  "row 1e9 without addresses": "tooManyRows",
  "an address in single quotes": "tooManyRows",
  "a cell at A99999999": "tooManyRows",
  "a cell at XFD1048576": "tooManyRows",
  "a cell at A1048576": "tooManyRows",
  "one row of a million cells": "tooManyRows",
  "a million rows": "tooManyRows",
  "ten million elements": "tooComplex",
  "100,000 merged ranges": "tooComplex",
  "100,000 attributes": "empty",
  "quotes that never close": "strayQuote",
  "quotes and spaces": "strayQuote",
  "a CSV of 400,000 columns": "tooManyRows",
  "a CSV of 2,000,000 rows": "tooManyRows",
  "one head 10,000 times": "tooManyRows",
  "a fault in every cell": "read",
  "UTF-16 without its end": "read",
  "half a surrogate in UTF-16": "read",
  "Windows-1252 letters": "read",
  "names of 30,000 letters": "read",
  "UTF-32": "notSpreadsheet",
  "NUL in a name": "notSpreadsheet",
};

test.each(hostileFiles.map(({ what, make }) => [what, make] as const))(
  "%s is answered at once",
  { timeout: 20_000 },
  async (what, make) => {
    const bytes = make();
    expect(bytes.length).toBeLessThanOrEqual(limits.fileBytes);
    const took = processorTime();
    const answer = await parseFile(bytes).then(
      () => "read",
      (error: unknown) => {
        if (error instanceof FileRejection) return error.problem;
        throw error;
      },
    );
    expect(answer).toBe(expected[what] ?? "damaged");
    const isLong = /bomb|million|40 MB|2,000,000/.test(what);
    expect(took()).toBeLessThan(isLong ? bombs : slowest);
  },
);
