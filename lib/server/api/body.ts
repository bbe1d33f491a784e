import { limits } from "@/lib/base/limits";

import { ApiProblem } from "./api-problem";

const bodyLimit = limits.bodyMegabytes * 1024 * 1024;

/**
 * The JSON of a request's body.
 *
 * @throws {ApiProblem} `tooLarge` above 5 MB, as soon as that is known; `notJson`.
 */
export async function readJson(request: Request): Promise<unknown> {
  return parseJson(await readText(request));
}

/** @throws {ApiProblem} `notJson` */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiProblem(400, "notJson", "the body is not JSON");
  }
}

/**
 * A request's body as text. It may be longer than it said, or say nothing. Where the signal is weak
 * a device sends it gzipped (`Content-Encoding: gzip`), a tenth of its size; the limit is for what
 * comes out.
 *
 * @throws {ApiProblem} `tooLarge`; `notJson` when it is not UTF-8, or not gzipped as it says.
 */
export async function readText({ headers, body }: Request): Promise<string> {
  if (Number(headers.get("content-length") ?? 0) > bodyLimit) throw tooLarge();
  if (body === null) return "";

  const isZipped = headers.get("content-encoding")?.trim().toLowerCase() === "gzip";
  const plain: ReadableStream<Uint8Array> = isZipped
    ? body.pipeThrough(new DecompressionStream("gzip"))
    : body;
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const reader = plain.getReader(); ;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw isZipped ? new ApiProblem(400, "notJson", "the body is not gzip") : error;
    });
    if (done) break;
    length += value.byteLength;
    if (length > bodyLimit) {
      await reader.cancel();
      throw tooLarge();
    }
    parts.push(value);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    throw new ApiProblem(400, "notJson", "the body is not UTF-8");
  }
}

function tooLarge(): ApiProblem {
  return new ApiProblem(413, "tooLarge", "the body is too large");
}
