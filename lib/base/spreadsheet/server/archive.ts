import "server-only";

import { crc32 } from "node:zlib";

import { fromBufferPromise, type Entry, type ZipFile } from "yauzl";

import { limits } from "@/lib/base/limits";

import { FileRejection } from "@/lib/base/spreadsheet/cell";

/**
 * A ZIP archive whose files are unpacked piece by piece. Nothing that it says of itself is believed:
 * sizes and checksums are counted while unpacking, and all files share one limit.
 */
export class Archive {
  #unpacked = 0;

  private constructor(
    private readonly file: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws {FileRejection} `damaged`, `unpacksTooLarge`. */
  static async open(bytes: Buffer): Promise<Archive> {
    const file = await orDamaged(
      // Sizes are compared here, with the checksum.
      fromBufferPromise(bytes, { validateEntrySizes: false }),
    );
    if (file.entryCount > limits.archiveEntries) throw new FileRejection("unpacksTooLarge");
    const entries = new Map<string, Entry>();
    const listed = file.eachEntry()[Symbol.asyncIterator]();
    for (;;) {
      const next = await orDamaged(listed.next());
      if (next.done === true) break;
      const { value } = next;
      const path = plainPath(value.fileName);
      // Readers differ in which of two files of one name they take.
      if (entries.has(path)) throw new FileRejection("damaged");
      entries.set(path, value);
    }
    rejectOverlap([...entries.values()]);
    return new Archive(file, entries);
  }

  has(path: string): boolean {
    return this.entries.has(plainPath(path));
  }

  /**
   * The content of a file, in pieces.
   *
   * @throws {FileRejection} `damaged`, also when there is no such file; `unpacksTooLarge`.
   */
  async *read(path: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(plainPath(path));
    if (!entry) throw new FileRejection("damaged");
    const room = limits.unpackedBytes - this.#unpacked;
    if (entry.uncompressedSize > room) throw new FileRejection("unpacksTooLarge");

    const stream = await orDamaged(this.file.openReadStreamPromise(entry));
    // What goes wrong after the last piece was taken is nobody's any more.
    stream.on("error", () => undefined);
    const pieces = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    let [length, checksum] = [0, 0];
    try {
      for (;;) {
        const next = await orDamaged(pieces.next());
        if (next.done === true) break;
        const { value } = next;
        length += value.length;
        this.#unpacked += value.length;
        if (length > entry.uncompressedSize) throw new FileRejection("unpacksTooLarge");
        checksum = crc32(value, checksum);
        yield value;
      }
    } finally {
      stream.destroy();
    }
    if (length !== entry.uncompressedSize || checksum !== entry.crc32) {
      throw new FileRejection("damaged");
    }
  }
}

/** Names in an archive of Office files do not tell capitals apart; some writers begin with "/". */
function plainPath(path: string): string {
  return path.replace(/^\//, "").toLowerCase();
}

/** Files that share bytes are how a small archive unpacks to a huge one. */
function rejectOverlap(entries: readonly Entry[]): void {
  let end = 0;
  const inOrder = [...entries].sort(
    (one, other) => one.relativeOffsetOfLocalHeader - other.relativeOffsetOfLocalHeader,
  );
  for (const { relativeOffsetOfLocalHeader: start, compressedSize, fileNameLength } of inOrder) {
    if (start < end) throw new FileRejection("damaged");
    end = start + localHeaderBytes + fileNameLength + compressedSize;
  }
}

const localHeaderBytes = 30;

async function orDamaged<Value>(work: Promise<Value>): Promise<Value> {
  return work.catch((): never => {
    throw new FileRejection("damaged");
  });
}
