import fc from "fast-check";
import writeXlsxFile from "write-excel-file/node";
import { expect, test } from "vitest";

import { FileRejection } from "@/lib/base/spreadsheet/cell";
import { parseFile } from "@/lib/base/spreadsheet/server/parse";
import { processorTime } from "@/tests/support/processor-time";

const whole = await writeXlsxFile([
  ["Kode", "Tanggal", "MR"],
  [
    "62.03.01.1006",
    { value: new Date("2026-06-02T00:00:00Z"), type: Date, format: "dd-mm-yyyy" },
    12,
  ],
  [null, "x", { value: "A1*2", type: "Formula" }],
]).toBuffer();

/** Fails when the answer is neither a workbook nor a rejection, or does not come. */
async function answers(bytes: Buffer): Promise<void> {
  const took = processorTime();
  try {
    const { sheets } = await parseFile(bytes);
    expect(sheets.length).toBeGreaterThan(0);
  } catch (error) {
    if (!(error instanceof FileRejection)) throw error;
  }
  expect(took()).toBeLessThan(2_000);
}

const place = fc.nat({ max: whole.length - 1 });

test("any bytes have an answer", { timeout: 30_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 4_000 }), (bytes) => answers(Buffer.from(bytes))),
    { numRuns: 300 },
  );
});

test("any bytes that begin as an archive have an answer", { timeout: 30_000 }, async () => {
  const bytes = fc.uint8Array({ maxLength: 500 });
  await fc.assert(
    fc.asyncProperty(bytes, bytes, (inside, end) =>
      answers(Buffer.concat([Buffer.from("PK\x03\x04"), inside, Buffer.from("PK\x05\x06"), end])),
    ),
    { numRuns: 300 },
  );
});

test("a workbook that ends anywhere has an answer", { timeout: 30_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(place, (end) => answers(whole.subarray(0, end))),
    { numRuns: 300 },
  );
});

test("a workbook with any bits turned has an answer", { timeout: 30_000 }, async () => {
  const flips = fc.array(fc.tuple(place, fc.integer({ min: 1, max: 255 })), {
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(flips, async (turned) => {
      const bytes = Buffer.from(whole);
      for (const [at, bits] of turned) bytes[at] = (bytes[at] ?? 0) ^ bits;
      await answers(bytes);
    }),
    { numRuns: 600 },
  );
});

test(
  "a workbook without any of its parts in between has an answer",
  { timeout: 30_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(place, place, (one, other) =>
        answers(
          Buffer.concat([
            whole.subarray(0, Math.min(one, other)),
            whole.subarray(Math.max(one, other)),
          ]),
        ),
      ),
      { numRuns: 300 },
    );
  },
);
