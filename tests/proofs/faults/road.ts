import {
  createServer,
  request as forward,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { setTimeout as pause } from "node:timers/promises";

import { pickLocalPort } from "../../../scripts/free-port";
import { type RoadFault } from "./plan";

/** The way from one device to the server, on a port of its own; it can be made to fail. */
export type Road = {
  readonly port: number;
  /** The next report that is sent over it suffers the fault. */
  readonly arm: (fault: RoadFault, seed: number) => void;
  /** Takes an armed fault back; true: it has not happened. */
  readonly disarm: () => boolean;
  /** Faults that happened. */
  readonly suffered: () => number;
  /** Resolves when a report is on its way to the server. */
  readonly nextDelivery: () => Promise<void>;
  /** Delivers what is still held back, and waits for it. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Changes what goes over the road; for showing that a run can fail. */
export type Disguise = {
  readonly isFor: (delivery: Delivery) => boolean;
  readonly outward: (delivery: Delivery) => Promise<Delivery>;
  readonly inward: (answer: Buffer) => Buffer;
};

type RoadOptions = {
  readonly disguise?: Disguise | undefined;
  /** Told of the body of each report that a device sends, whatever becomes of it. */
  readonly onReports?: (body: Buffer) => void;
};

export type Delivery = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
};

type Answer = {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
};

/**
 * Opens the way.
 *
 * @param target port of the server on this machine.
 */
export async function openRoad(
  target: number,
  { disguise, onReports }: RoadOptions = {},
): Promise<Road> {
  const state = { suffered: 0, armed: null as { fault: RoadFault; seed: number } | null };
  const held: Delivery[] = [];
  const under = new Set<Promise<unknown>>();
  let waiting: (() => void)[] = [];

  async function deliver(delivery: Delivery): Promise<Answer | null> {
    if (isReport(delivery)) {
      for (const resolve of waiting) resolve();
      waiting = [];
    }
    if (!disguise?.isFor(delivery)) {
      return send(target, delivery).catch(() => null);
    }
    const answer = await disguise
      // An answer that is read on the way is not to be packed.
      .outward({ ...delivery, headers: { ...delivery.headers, "accept-encoding": "identity" } })
      .then((changed) => send(target, changed))
      .catch(() => null);
    return answer && { ...answer, body: disguise.inward(answer.body) };
  }

  function later(work: Promise<unknown>) {
    under.add(work);
    void work.finally(() => under.delete(work));
  }

  async function pass(delivery: Delivery, response: ServerResponse): Promise<void> {
    if (isReport(delivery)) onReports?.(delivery.body);
    const isSuffering = state.armed !== null && isReport(delivery);
    const { fault, seed } = (isSuffering && state.armed) || { fault: null, seed: 0 };
    if (isSuffering) {
      state.armed = null;
      state.suffered += 1;
    }
    switch (fault) {
      case "cutBeforeRequest":
        response.destroy();
        break;
      case "cutInBody":
        await sendHalf(target, delivery);
        response.destroy();
        break;
      case "cutBeforeAnswer":
        await deliver(delivery);
        response.destroy();
        break;
      case "halfAnswer":
        answerHalf(await deliver(delivery), response);
        break;
      case "slowAnswer": {
        const answer = await deliver(delivery);
        await pause(200 + (seed % 1_500));
        reply(answer, response);
        break;
      }
      case "error500":
      case "error503":
        reject(response, fault === "error500" ? 500 : 503);
        break;
      case "error500After":
        await deliver(delivery);
        reject(response, 500);
        break;
      case "duplicate": {
        const [answer] = await Promise.all([deliver(delivery), deliver(delivery)]);
        reply(answer, response);
        break;
      }
      case "lateDuplicate":
        reply(await deliver(delivery), response);
        held.push(delivery);
        return;
      case "reordered":
        response.destroy();
        held.push(delivery);
        return;
      case null:
        reply(await deliver(delivery), response);
    }
    if (isReport(delivery)) for (const late of held.splice(0)) later(deliver(late));
  }

  const server = createServer((request, response) => {
    void read(request)
      .then((body) =>
        pass(
          {
            method: request.method ?? "GET",
            path: request.url ?? "/",
            headers: request.headers,
            body,
          },
          response,
        ),
      )
      .catch(() => response.destroy());
  });
  const port = await pickLocalPort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));

  return {
    port,
    arm: (fault, seed) => {
      state.armed = { fault, seed };
    },
    disarm: () => {
      const isLeft = state.armed !== null;
      state.armed = null;
      return isLeft;
    },
    suffered: () => state.suffered,
    nextDelivery: () => new Promise((resolve) => waiting.push(resolve)),
    settle: async () => {
      for (const late of held.splice(0)) later(deliver(late));
      await Promise.all(under);
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** What brings something to the server, and is not asked for. */
function isReport({ method, path }: Delivery): boolean {
  return (method === "POST" && path.includes("/daily-reports")) || method === "PUT";
}

async function read(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function send(port: number, { method, path, headers, body }: Delivery): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = forward(
      {
        host: "127.0.0.1",
        port,
        method,
        path,
        headers: {
          ...withoutHeaders(headers, "transfer-encoding", "connection"),
          "content-length": String(body.length),
        },
        timeout: 60_000,
      },
      (response) => {
        read(response).then(
          (answer) => {
            resolve({
              status: response.statusCode ?? 502,
              headers: response.headers,
              body: answer,
            });
          },
          (error: unknown) => {
            reject(error instanceof Error ? error : new Error(String(error)));
          },
        );
      },
    );
    request.on("timeout", () => request.destroy(new Error("no answer")));
    request.on("error", reject);
    request.end(body);
  });
}

/** Half of the body arrives, and then the line is dead. */
function sendHalf(port: number, { method, path, headers, body }: Delivery): Promise<void> {
  return new Promise((resolve) => {
    const request = forward({
      host: "127.0.0.1",
      port,
      method,
      path,
      headers: { ...headers, "content-length": String(body.length) },
    });
    request.on("error", () => {
      resolve();
    });
    request.on("close", () => {
      resolve();
    });
    request.write(body.subarray(0, Math.floor(body.length / 2)), () => {
      setTimeout(() => request.destroy(), 20);
    });
  });
}

function reply(answer: Answer | null, response: ServerResponse): void {
  if (answer === null) {
    response.destroy();
    return;
  }
  response.writeHead(answer.status, headersOf(answer));
  response.end(answer.body);
}

function answerHalf(answer: Answer | null, response: ServerResponse): void {
  if (answer === null) {
    response.destroy();
    return;
  }
  response.writeHead(answer.status, {
    ...headersOf(answer),
    "content-length": String(answer.body.length),
  });
  response.write(answer.body.subarray(0, Math.floor(answer.body.length / 2)), () => {
    setTimeout(() => response.destroy(), 10);
  });
}

function reject(response: ServerResponse, status: number): void {
  response.writeHead(status, { "content-type": "application/problem+json" });
  response.end(JSON.stringify({ type: "about:blank", title: "Fault", status, code: "unexpected" }));
}

function headersOf({ headers }: Answer): Record<string, string | string[]> {
  return withoutHeaders(headers, "transfer-encoding", "connection", "content-length");
}

/** Headers but for those of one connection, or of a body that is written anew. */
export function withoutHeaders(
  headers: IncomingMessage["headers"],
  ...names: readonly string[]
): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || names.includes(name) ? [] : [[name, value]],
    ),
  );
}
