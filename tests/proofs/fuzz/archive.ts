import { crc32, deflateRawSync } from "node:zlib";

/** How an archive lies about a file of it. Sizes and checksum are what it states. */
type ArchiveFault = {
  readonly crc?: number;
  readonly size?: number;
  readonly packedSize?: number;
  /** Where it says the file begins. */
  readonly offset?: number;
  readonly method?: number;
  readonly isEncrypted?: boolean;
};

export type ArchiveEntry = {
  readonly path: string;
  readonly content: string | Buffer;
  readonly fault?: ArchiveFault;
};

/**
 * A ZIP archive as Office writes it, but for the faults that are asked for.
 *
 * @param count files that its directory says it has; absent: as many as it has.
 */
export function writeArchive(entries: readonly ArchiveEntry[], count = entries.length): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { path, content, fault = {} } of entries) {
    const name = Buffer.from(path);
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(fault.isEncrypted ? 1 : 0, 2);
    head.writeUInt16LE(fault.method ?? 8, 4);
    head.writeUInt32LE(fault.crc ?? crc32(bytes), 10);
    head.writeUInt32LE(fault.packedSize ?? packed.length, 14);
    head.writeUInt32LE(fault.size ?? bytes.length, 18);
    head.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(fault.offset ?? at, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), head, tail, name);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), head, name, packed]);
    parts.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listed, end]);
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";

/** The other files of a workbook with one sheet, `xl/worksheets/sheet1.xml`. */
export const workbookParts: readonly ArchiveEntry[] = [
  {
    path: "[Content_Types].xml",
    content: `<Types xmlns="${packaged}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
  },
  {
    path: "_rels/.rels",
    content: `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  },
  {
    path: "xl/workbook.xml",
    content: `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>`,
  },
  {
    path: "xl/_rels/workbook.xml.rels",
    content: `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  },
];

/** The XML of a sheet around its rows. */
export function sheetXml(rows: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;
}

/**
 * A workbook of one sheet.
 *
 * @param sheet its XML, whole.
 * @param others stand in place of the parts of their path, or beside them.
 */
export function writeWorkbook(
  sheet: string | Buffer,
  others: readonly ArchiveEntry[] = [],
  fault: ArchiveFault = {},
): Buffer {
  const replaced = new Set(others.map(({ path }) => path));
  return writeArchive([
    ...workbookParts.filter(({ path }) => !replaced.has(path)),
    ...others,
    { path: "xl/worksheets/sheet1.xml", content: sheet, fault },
  ]);
}
