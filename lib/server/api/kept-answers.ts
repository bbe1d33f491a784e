/** An answer's bytes. */
type Body = Uint8Array<ArrayBuffer>;

/** Bodies of answers by key, the ones longest unused leaving first when they exceed their room. */
export class KeptAnswers {
  readonly #bodies = new Map<string, Body>();
  #bytes = 0;

  /** @param room bytes that the bodies and keys may take together; 0 keeps nothing. */
  constructor(readonly room: number) {}

  get(key: string): Body | undefined {
    const body = this.#bodies.get(key);
    if (body === undefined) return undefined;
    // A map keeps the order of insertion: what was used last stands last.
    this.#bodies.delete(key);
    this.#bodies.set(key, body);
    return body;
  }

  keep(key: string, body: Body): void {
    this.#drop(key);
    const size = sizeOf(key, body);
    if (size > this.room) return;

    this.#bodies.set(key, body);
    this.#bytes += size;
    for (const oldest of this.#bodies.keys()) {
      if (this.#bytes <= this.room) break;
      this.#drop(oldest);
    }
  }

  get bytes(): number {
    return this.#bytes;
  }

  #drop(key: string): void {
    const body = this.#bodies.get(key);
    if (body === undefined) return;
    this.#bodies.delete(key);
    this.#bytes -= sizeOf(key, body);
  }
}

/** A key is UTF-16, and an entry has a cost of its own. */
function sizeOf(key: string, body: Body): number {
  return body.byteLength + 2 * key.length + 100;
}
