import "server-only";

import { SaxesParser } from "saxes";

import { limits } from "@/lib/base/limits";

import { FileRejection } from "@/lib/base/spreadsheet/cell";

export type Attributes = Readonly<Record<string, string>>;

/** Elements by their names without prefix, as they come. The text is that of an element alone. */
export type XmlHandlers = {
  readonly open?: (name: string, attributes: Attributes, parent: string) => void;
  readonly close?: (name: string, text: string, parent: string) => void;
};

/** Elements that all files of a workbook may still have. */
export class XmlBudget {
  #left: number = limits.xmlElements;

  take(): void {
    this.#left -= 1;
    if (this.#left < 0) throw new FileRejection("tooComplex");
  }
}

/**
 * Reads XML as it comes: UTF-8 or UTF-16. Only the five entities that XML has itself are known, and
 * a document that declares a type of its own is rejected.
 *
 * @throws {FileRejection} `damaged`, `tooComplex`.
 */
export async function readXml(
  pieces: AsyncIterable<Uint8Array>,
  { open, close }: XmlHandlers,
  budget: XmlBudget,
): Promise<void> {
  const reject = (): never => {
    throw new FileRejection("damaged");
  };
  const parser = new SaxesParser({ position: false, xmlns: false });
  const path: string[] = [];
  let text = "";
  parser.on("error", reject);
  parser.on("doctype", reject);
  parser.on("opentag", ({ name, attributes }) => {
    budget.take();
    if (path.length >= limits.xmlDepth) reject();
    const bare = localName(name);
    open?.(bare, attributes, path.at(-1) ?? "");
    path.push(bare);
    text = "";
  });
  const addText = (part: string) => {
    text += part;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const name = path.pop() ?? "";
    close?.(name, text, path.at(-1) ?? "");
    text = "";
  });

  let decoder: TextDecoder | undefined;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    parser.write(decoded(decoder, piece));
  }
  parser.write(decoded(decoder ?? new TextDecoder()));
  parser.close();
}

/** "r" of "x:r": the prefixes of the formats that are read here carry no meaning. */
export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff || (first !== 0 && second === 0)) return "utf-16le";
  return first === 0xfe || first === 0 ? "utf-16be" : "utf-8";
}

function decoded(decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return decoder.decode(piece, { stream: piece !== undefined });
  } catch {
    throw new FileRejection("damaged");
  }
}
