import { crc32, inflateRawSync } from "node:zlib";

import { FileRefusal } from "./cell";

export type ZipEntry = { readonly path: string; readonly content: Buffer };

const entryLimit = 1_000;
const unpackedLimitBytes = 80 * 1024 * 1024;

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;

/**
 * The XML files of an archive, unpacked. What an entry says of its size is not believed: unpacking
 * stops at the limit, which all entries share.
 *
 * @throws {FileRefusal} `unpacksTooLarge`, `damaged`.
 */
export function unzip(archive: Buffer): ZipEntry[] {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || end + 22 > archive.length) throw new FileRefusal("damaged");
  const count = archive.readUInt16LE(end + 10);
  if (count > entryLimit) throw new FileRefusal("unpacksTooLarge");

  const entries: ZipEntry[] = [];
  let unpacked = 0;
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (readUInt32(archive, at) !== directoryEntry) throw new FileRefusal("damaged");
    const nameLength = archive.readUInt16LE(at + 28);
    const path = archive.toString("utf8", at + 46, at + 46 + nameLength);
    if (/\.xml(\.rels)?$|\.rels$/.test(path)) {
      const content = unpack(archive, at, unpackedLimitBytes - unpacked);
      unpacked += content.length;
      entries.push({ path, content });
    }
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(archive: Buffer, directory: number, limit: number): Buffer {
  const method = archive.readUInt16LE(directory + 10);
  const size = archive.readUInt32LE(directory + 20);
  const local = archive.readUInt32LE(directory + 42);
  if (readUInt32(archive, local) !== localHeader) throw new FileRefusal("damaged");
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(start, start + size);

  if (method === 0 && packed.length <= limit) return packed;
  if (method !== 8 || limit <= 0) throw new FileRefusal("unpacksTooLarge");
  try {
    return inflateRawSync(packed, { maxOutputLength: limit });
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    throw new FileRefusal(isTooLarge ? "unpacksTooLarge" : "damaged");
  }
}

function readUInt32(archive: Buffer, at: number): number {
  if (at + 4 > archive.length) throw new FileRefusal("damaged");
  return archive.readUInt32LE(at);
}

/** An archive of these entries without compression, for a library that wants one. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, content } of entries) {
    const name = Buffer.from(path);
    const sizes = Buffer.alloc(26);
    sizes.writeUInt16LE(20, 0);
    sizes.writeUInt32LE(crc32(content), 10);
    sizes.writeUInt32LE(content.length, 14);
    sizes.writeUInt32LE(content.length, 18);
    sizes.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(18);
    tail.writeUInt32LE(offset, 14);
    directory.push(uint32(directoryEntry), Buffer.from([20, 0]), sizes, tail.subarray(4), name);
    const local = Buffer.concat([uint32(localHeader), sizes, name, content]);
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, listed, uint32(endOfDirectory), end]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
