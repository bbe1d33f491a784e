import { appendLine } from "./log-file";
import type { News } from "./supervisor";

/**
 * Where a running product's lines go: our own output, and a file beside the data when there is one.
 * Until the address is told the terminal is a person's: lines wait.
 */
export class ServerLog {
  readonly #file: string | undefined;
  #waiting: (() => void)[] | undefined = [];

  /** @param file lines of JSON; undefined: our own output alone. */
  constructor(file: string | undefined) {
    this.#file = file;
    // Who read us has gone: that ends no server.
    for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  }

  /** What the web server printed. Its own lines of JSON stay as they are; its banner is not shown. */
  take(line: string, from: "stdout" | "stderr"): void {
    if (line.trim() === "") return;
    const isOurs = line.startsWith("{");
    this.#keep(isOurs ? line : toLine("output", { from, text: line }));
    if (isOurs || from === "stderr") this.#show(() => process[from].write(`${line}\n`));
  }

  /** What became of a part of the product. */
  tell(news: News): void {
    this.#keep(toLine("part", { event: news.kind, ...facts(news) }));
    this.#show(() => {
      console.log(sentence(news));
    });
  }

  /** The person has read what there was to read. */
  open(): void {
    for (const show of this.#waiting ?? []) show();
    this.#waiting = undefined;
  }

  #keep(line: string): void {
    if (this.#file !== undefined) appendLine(this.#file, line);
  }

  #show(show: () => void): void {
    if (this.#waiting === undefined) show();
    else this.#waiting.push(show);
  }
}

function toLine(kind: string, told: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ at: new Date().toISOString(), kind, ...told });
}

function facts(news: News): Readonly<Record<string, unknown>> {
  if (news.kind === "back") return { part: news.part };
  const { part, reason, waitSeconds, attempt } = news;
  return { part, reason, waitSeconds, attempt };
}

function sentence(news: News): string {
  if (news.kind === "back") return `${news.part} berjalan lagi.`;
  const { kind, part, waitSeconds, attempt, tries } = news;
  // What a start that failed printed is in the file.
  const [reason = ""] = news.reason.split("\n");
  const what =
    kind === "ended" ? `${part} berhenti: ${reason} Dinyalakan lagi` : `${reason} Dicoba lagi`;
  const when = waitSeconds === 0 ? "sekarang" : `dalam ${String(waitSeconds)} detik`;
  const which = attempt === null ? "" : ` (percobaan ${String(attempt)} dari ${String(tries)})`;
  return `${what} ${when}${which}.`;
}
