import http from "node:http";

import type { Case } from "./case";
import type { Person } from "./ground";
import { escaped } from "./unstorable";

export type Answer = {
  /** null: the connection ended, or nothing came in time. */
  readonly status: number | null;
  readonly headers: http.IncomingHttpHeaders;
  /** The first megabyte. */
  readonly text: string;
  readonly isHang: boolean;
  readonly milliseconds: number;
};

export type Send = (
  request: Pick<Case, "method" | "path" | "headers" | "body" | "person" | "patience">,
) => Promise<Answer>;

/** Longer than an answer may take. */
const hangAfter = 10_000;

const maxText = 1024 * 1024;

/** Sends requests as they are, with the cookie of their person. */
export function makeSend(port: number, cookieOf: (person: Person) => string | null): Send {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 32 });
  return ({ method, path, headers, body, person, patience = hangAfter }) =>
    new Promise((resolve) => {
      const began = performance.now();
      const cookie = cookieOf(person);
      const state = { isHang: false };
      const end = (status: number | null, answered: http.IncomingHttpHeaders, text: string) => {
        clearTimeout(timer);
        const { isHang } = state;
        resolve({
          status,
          headers: answered,
          text,
          isHang,
          milliseconds: performance.now() - began,
        });
      };
      const request = http.request({
        agent,
        host: "127.0.0.1",
        port,
        method,
        // What Node would not send at all.
        path: path.replaceAll(/[^\x21-\x7e]+/g, escaped),
        headers: {
          ...headers,
          ...(cookie === null ? {} : { cookie }),
          ...(body === null ? {} : { "content-length": String(body.length) }),
        },
      });
      const timer = setTimeout(() => {
        state.isHang = true;
        request.destroy();
      }, patience);
      request.on("error", () => {
        end(null, {}, "");
      });
      request.on("response", (response) => {
        const parts: Buffer[] = [];
        let length = 0;
        response.on("data", (part: Buffer) => {
          if (length < maxText) parts.push(part);
          length += part.length;
        });
        const finish = () => {
          const status = response.complete ? (response.statusCode ?? null) : null;
          end(status, response.headers, Buffer.concat(parts).toString("utf8"));
        };
        response.on("end", finish);
        response.on("close", finish);
        response.on("error", finish);
      });
      request.end(body ?? undefined);
    });
}
