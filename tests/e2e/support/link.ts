import { once } from "node:events";
import { createServer, request as forward } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

type LinkState = "up" | "slow" | "down" | "stuck";

/** Of a slow line. */
const bytesPerSecond = 50_000 / 8;
const latency = 400;

/** The road between a device and the product, which a story can cut. */
export type Link = {
  /** What the device believes to be the product. */
  readonly url: string;
  /**
   * `up`; `slow`: 50 kbit/s for all connections together, each answer 400 ms late; `down`:
   * connections break off; `stuck`: requests go out and no answer comes.
   */
  readonly set: (state: LinkState) => void;
  /** The worker's script is another one from now on: a new version of the application. */
  readonly renewWorker: () => void;
  readonly close: () => Promise<void>;
};

/** Opens a road to the product. */
export async function openLink(product: string): Promise<Link> {
  const target = new URL(product);
  let state: LinkState = "up";
  /** When a slow line has carried what it was given. */
  let freeAt = 0;
  let version = "";
  const server = createServer((incoming, outgoing) => {
    if (state === "stuck") return;
    if (state === "down") {
      incoming.socket.destroy();
      return;
    }
    const isWorker = incoming.url === "/sw.js" && version !== "";
    const onward = forward(
      {
        host: target.hostname,
        port: target.port,
        method: incoming.method,
        path: incoming.url,
        // What is added to the worker's script is not compressed.
        headers: {
          ...incoming.headers,
          ...(isWorker && { "accept-encoding": "identity", "if-none-match": "" }),
        },
      },
      (answer) => {
        const { "content-length": length, etag, ...headers } = answer.headers;
        outgoing.writeHead(answer.statusCode ?? 502, {
          ...headers,
          ...(isWorker || length === undefined ? {} : { "content-length": length }),
          ...(isWorker || etag === undefined ? {} : { etag }),
        });
        const late = state === "slow" ? latency : 0;
        // In the order in which they came: one waits for the other.
        let written = Promise.resolve();
        answer.on("data", (part: Buffer) => {
          if (state === "slow") {
            freeAt = Math.max(freeAt, Date.now() + late) + (1000 * part.length) / bytesPerSecond;
            const wait = freeAt - Date.now();
            written = written.then(() => pause(wait));
          }
          written = written.then(() => void outgoing.write(part));
        });
        answer.on("end", () => {
          void written.then(() => outgoing.end(isWorker ? version : undefined));
        });
      },
    );
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://localhost:${String(port)}`,
    set: (next) => {
      // What was cut off or stuck stays unanswered.
      if (next === "down" || state === "stuck") server.closeAllConnections();
      state = next;
    },
    renewWorker: () => {
      version = `\n// ${String(Date.now())}`;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
