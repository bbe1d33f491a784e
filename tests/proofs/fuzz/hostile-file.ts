import { sheetXml, workbookParts, writeArchive, writeWorkbook } from "./archive";

/** A file that is made to stop or slow whoever reads it. */
type HostileFile = { readonly what: string; readonly make: () => Buffer };

const row = (inside: string, number = 1) => `<row r="${String(number)}">${inside}</row>`;
const sheet = (rows: string) => writeWorkbook(sheetXml(rows));
const typed = (type: string, text: string) =>
  `<?xml version="1.0"?><!DOCTYPE x [${type}]>` +
  sheetXml(row(`<c r="A1" t="inlineStr"><is><t>${text}</t></is></c>`)).replace(/^<\?xml.*?\?>/, "");

const nested = ["a", "b", "c", "d"]
  .map((name, index) => {
    const inside = index === 0 ? "x".repeat(50) : `&${"abcd".charAt(index - 1)};`.repeat(50);
    return `<!ENTITY ${name} "${inside}">`;
  })
  .join("");

/** Archives whose directory is not theirs, or leads past their end. */
const cutDirectories: readonly HostileFile[] = [
  { what: "PK and nothing", make: () => Buffer.from("PK") },
  { what: "a directory cut after its mark", make: () => archiveEnd([0x50, 0x4b, 1, 2], 4) },
  { what: "a directory past the end", make: () => archiveEnd([], 60_000) },
  {
    what: "65,535 files announced",
    make: () => writeArchive(workbookParts, 65_535),
  },
  {
    what: "a file that begins past the end",
    make: () => writeWorkbook(sheetXml(""), [], { offset: 4_000_000 }),
  },
  {
    what: "a file longer than the archive",
    make: () => writeWorkbook(sheetXml(""), [], { packedSize: 9_000_000 }),
  },
  {
    what: "files that share their bytes",
    make: () => writeWorkbook(sheetXml(""), [], { offset: 0 }),
  },
  {
    what: "2,000 files",
    make: () =>
      writeArchive(
        Array.from({ length: 2_000 }, (_, at) => ({ path: `${String(at)}.xml`, content: "" })),
      ),
  },
  {
    what: "two files of one name",
    make: () =>
      writeWorkbook(sheetXml(""), [{ path: "xl/worksheets/Sheet1.xml", content: "<x/>" }]),
  },
];

const lies: readonly HostileFile[] = [
  { what: "a wrong checksum", make: () => writeWorkbook(sheetXml(""), [], { crc: 1 }) },
  { what: "a size that is too small", make: () => writeWorkbook(sheetXml(""), [], { size: 3 }) },
  {
    what: "a size that is too large",
    make: () => writeWorkbook(sheetXml(""), [], { size: 9_000 }),
  },
  { what: "an unknown packing", make: () => writeWorkbook(sheetXml(""), [], { method: 99 }) },
  { what: "a locked file", make: () => writeWorkbook(sheetXml(""), [], { isEncrypted: true }) },
  {
    what: "a bomb of 90 MB",
    make: () => writeWorkbook(Buffer.concat([Buffer.from(sheetXml("")), Buffer.alloc(90e6, 32)])),
  },
  {
    what: "a bomb that says it is small",
    make: () => writeWorkbook(Buffer.alloc(70e6, 32), [], { size: 500 }),
  },
];

const far = [
  "A99999999",
  "XFD1048576",
  "A1048576",
  "OJL1",
  "ZZZZ1",
  "A0",
  "A01",
  "a1",
  "$A$1",
  "A-1",
  "",
];

const sheets: readonly HostileFile[] = [
  ...far.map((address) => ({
    what: `a cell at ${address || "nowhere"}`,
    make: () => sheet(`<row><c r="${address}"><v>1</v></c></row>`),
  })),
  {
    what: "a row of eight digits",
    make: () => sheet(row('<c r="A99999999"><v>1</v></c>', 99_999_999)),
  },
  { what: "row 1e9 without addresses", make: () => sheet(row("<c><v>1</v></c>", 1e9)) },
  {
    what: "an address in single quotes",
    make: () => sheet("<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"),
  },
  { what: "cells that never close", make: () => sheet("<c>".repeat(400_000)) },
  {
    what: "cells in each other",
    make: () => sheet("<row>" + "<c>".repeat(50_000) + "</c>".repeat(50_000) + "</row>"),
  },
  {
    what: "formulas that never close",
    make: () => sheet(`<row r="1"><c r="A1">${"<f>".repeat(400_000)}</c></row>`),
  },
  {
    what: "one row of a million cells",
    make: () => sheet(row("<c><v>1</v></c>".repeat(1_000_000))),
  },
  { what: "a million rows", make: () => sheet("<row><c><v>1</v></c></row>".repeat(1_000_000)) },
  { what: "ten million elements", make: () => sheet("<x/>".repeat(10_000_000)) },
  {
    what: "100,000 attributes",
    make: () =>
      sheet(`<row ${Array.from({ length: 100_000 }, (_, at) => `a${String(at)}=""`).join(" ")}/>`),
  },
  {
    what: "a text of 40 MB",
    make: () => sheet(row(`<c t="inlineStr"><is><t>${"x".repeat(40e6)}</t></is></c>`)),
  },
  {
    what: "100,000 merged ranges",
    make: () =>
      writeWorkbook(
        sheetXml("").replace(
          "</worksheet>",
          `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(100_000)}</mergeCells></worksheet>`,
        ),
      ),
  },
  { what: "entities that multiply", make: () => writeWorkbook(typed(nested, "&d;")) },
  {
    what: "an entity from elsewhere",
    make: () => writeWorkbook(typed('<!ENTITY e SYSTEM "file:///etc/passwd">', "&e;")),
  },
  {
    what: "an unknown entity",
    make: () => sheet(row('<c t="inlineStr"><is><t>&nbsp;</t></is></c>')),
  },
  {
    what: "a text by a number that is none",
    make: () => sheet(row('<c t="s"><v>4294967295</v></c>')),
  },
  {
    what: "the same cell twice",
    make: () => sheet(row("<c r='A1'><v>1</v></c><c r='A1'><v>2</v></c>")),
  },
  {
    what: "bytes that are no UTF-8",
    make: () => writeWorkbook(Buffer.from(sheetXml("\xff\xfe"), "latin1")),
  },
  { what: "XML of zeros", make: () => writeWorkbook(Buffer.alloc(5_000_000)) },
];

const heads = "Kode;Tanggal;Nihil";

const texts: readonly HostileFile[] = [
  {
    what: "a CSV of 400,000 columns",
    make: () => Buffer.from(`${heads}${";x".repeat(400_000)}\r\nX;Y;ya\r\n`),
  },
  {
    what: "a CSV of 2,000,000 rows",
    make: () => Buffer.from(`${heads}\n` + "1\n".repeat(2_000_000)),
  },
  {
    what: "one head 10,000 times",
    make: () => Buffer.from("Kode" + ";MR".repeat(10_000) + "\r\n"),
  },
  {
    what: "a fault in every cell",
    make: () => Buffer.from(`${heads}\r\n` + "X;31/6/2026;entah\r\n".repeat(9_900)),
  },
  { what: "quotes that never close", make: () => Buffer.from('"'.repeat(2_000_001)) },
  {
    what: "quotes and spaces",
    make: () => Buffer.from('"' + '"a'.repeat(400_000) + " ".repeat(1_000_000) + ";"),
  },
  {
    what: "deep quotes",
    make: () => Buffer.from(`${heads}\r\n"${'""'.repeat(500_000)}";"${'"'.repeat(9)}\r\n`),
  },
  {
    what: "UTF-16 without its end",
    make: () =>
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(heads, "utf16le"), Buffer.from([0])]),
  },
  { what: "half a surrogate in UTF-16", make: () => Buffer.from([0xff, 0xfe, 0x41, 0, 0, 0xd8]) },
  { what: "UTF-32", make: () => Buffer.from([0xff, 0xfe, 0, 0, 0x4b, 0, 0, 0]) },
  { what: "NUL in a name", make: () => Buffer.from(`${heads}\r\n${"x".repeat(20_000)};\0;ya\r\n`) },
  {
    what: "Windows-1252 letters",
    make: () => Buffer.from(`${heads}\r\nd\x96sa;\xff;y\x81\r\n`, "latin1"),
  },
  {
    what: "a text of 100,000 letters",
    make: () => Buffer.from(`${heads}\r\n${"x".repeat(100_000)};1;ya\r\n`),
  },
  {
    what: "names of 30,000 letters",
    make: () =>
      Buffer.from(`${heads}\r\n` + `${"y".repeat(30_000)};31/6/2026;entah\r\n`.repeat(100)),
  },
];

function archiveEnd(between: readonly number[], offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), Buffer.from(between), end]);
}

export const hostileFiles: readonly HostileFile[] = [
  ...cutDirectories,
  ...lies,
  ...sheets,
  ...texts,
];
