import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { roadFaults, type RoadFault } from "@/tests/proofs/faults/plan";
import { openRoad, type Road } from "@/tests/proofs/faults/road";

const path = "/api/v1/campaigns/uji/daily-reports";
const body = JSON.stringify({ reports: "x".repeat(4_000) });
const scene = {} as { server: Server; road: Road; arrived: string[] };

beforeEach(async () => {
  const arrived: string[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (part: Buffer) => (text += part.toString()));
    request.on("end", () => {
      if (text !== "") arrived.push(text);
      response.end(JSON.stringify({ answer: "y".repeat(4_000) }));
    });
    request.on("error", () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const road = await openRoad((server.address() as AddressInfo).port);
  Object.assign(scene, { server, road, arrived });
});

afterEach(async () => {
  await scene.road.close();
  scene.server.closeAllConnections();
  await new Promise((resolve) => scene.server.close(resolve));
});

/** What a device sees of one sending: a status and whether the whole answer came. */
async function send(method = "POST") {
  try {
    const response = await fetch(`http://127.0.0.1:${String(scene.road.port)}${path}`, {
      method,
      ...(method === "POST" && { body }),
    });
    const text = await response.text();
    return { status: response.status, isWhole: text.endsWith("}") };
  } catch {
    return { status: 0, isWhole: false };
  }
}

/** What the device sees, and how often the report arrived in the end. */
const expected: Record<RoadFault, { status: number; arrived: number }> = {
  cutBeforeRequest: { status: 0, arrived: 0 },
  cutInBody: { status: 0, arrived: 0 },
  cutBeforeAnswer: { status: 0, arrived: 1 },
  halfAnswer: { status: 0, arrived: 1 },
  slowAnswer: { status: 200, arrived: 1 },
  error500: { status: 500, arrived: 0 },
  error503: { status: 503, arrived: 0 },
  error500After: { status: 500, arrived: 1 },
  duplicate: { status: 200, arrived: 2 },
  lateDuplicate: { status: 200, arrived: 2 },
  reordered: { status: 0, arrived: 1 },
};

describe("the road between a device and the server", () => {
  it("passes on what is sent, both ways", async () => {
    expect(await send()).toEqual({ status: 200, isWhole: true });
    expect(scene.arrived).toEqual([body]);
  });

  it.each(roadFaults)("can make a report suffer: %s", async (fault) => {
    scene.road.arm(fault, 0);
    expect((await send()).status).toBe(expected[fault].status);
    await scene.road.settle();
    expect(scene.arrived.filter((text) => text === body)).toHaveLength(expected[fault].arrived);
    expect(scene.road.suffered()).toBe(1);
    expect(await send()).toEqual({ status: 200, isWhole: true });
  });

  it("delivers a reordered report after the one that is sent next", async () => {
    scene.road.arm("reordered", 0);
    await send();
    expect(scene.arrived).toHaveLength(0);
    await send();
    await scene.road.settle();
    expect(scene.arrived).toHaveLength(2);
  });

  it("leaves everything but reports alone, and tells what has not happened", async () => {
    scene.road.arm("error500", 0);
    expect((await send("GET")).status).toBe(200);
    expect(scene.road.suffered()).toBe(0);
    expect(scene.road.disarm()).toBe(true);
    expect(scene.road.disarm()).toBe(false);
  });
});
