import { FileRejection } from "./cell";

/** How many files are read at once, how many wait, and how long. */
type QueueTerms = {
  readonly atOnce: number;
  readonly waiting: number;
  readonly milliseconds: number;
};

/** Lets a few files be read at once; the others wait in the order in which they came. */
export class ReaderQueue {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(private readonly terms: QueueTerms) {}

  /** @throws {FileRejection} `busy` when too many wait already, or when the turn does not come. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#running >= this.terms.atOnce) await this.#turn();
    else this.#running += 1;
    try {
      return await work();
    } finally {
      // The place goes to the next, or back.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }

  #turn(): Promise<void> {
    if (this.#waiting.length >= this.terms.waiting) throw new FileRejection("busy");
    return new Promise((resolve, reject) => {
      const start = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(start), 1);
        reject(new FileRejection("busy"));
      }, this.terms.milliseconds);
      this.#waiting.push(start);
    });
  }
}
