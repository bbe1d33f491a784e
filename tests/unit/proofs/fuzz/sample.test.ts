import { expect, test } from "vitest";
import { z } from "zod";

import { endpoints } from "@/lib/server/api/endpoints";
import type { Endpoint } from "@/lib/server/api/endpoint";

import { makeChance } from "../../../proofs/fuzz/chance";
import { sampleOf, shapeOf } from "../../../proofs/fuzz/sample";

test("what may be a number or nothing is sampled as both", () => {
  const shape = shapeOf(z.number().nullable());
  const chance = makeChance(1);
  const goals = Array.from({ length: 60 }, () => sampleOf(shape, {}, chance));
  expect(goals.some((goal) => goal === null)).toBe(true);
  expect(goals.some((goal) => typeof goal === "number")).toBe(true);
});

const bodies = Object.values<Endpoint>(endpoints).flatMap((endpoint) =>
  endpoint.body ? [{ operation: endpoint.operation, body: endpoint.body }] : [],
);

test.each(bodies)("a body of $operation can be described and sampled", ({ body }) => {
  expect(sampleOf(shapeOf(body), {}, makeChance(1))).toBeDefined();
});
