import { ApiProblem } from "./api-problem";

const bodyLimit = 5 * 1024 * 1024;

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
 * A request's body as text. It may be longer than it said, or say nothing.
 *
 * @throws {ApiProblem} `tooLarge`; `notJson` when it is not UTF-8.
 */
export async function readText({ headers, body }: Request): Promise<string> {
  if (Number(headers.get("content-length") ?? 0) > bodyLimit) throw tooLarge();
  if (body === null) return "";

  const parts: Uint8Array[] = [];
  let length = 0;
  for (const reader = body.getReader(); ;) {
    const { done, value } = await reader.read();
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
  return new ApiProblem(413, "tooLarge", "the body is above 5 MB");
}
