import { batchInput, moveInput } from "@/lib/stock/schema";

import type { Endpoint } from "./endpoint";
import { recordStoredAnswer } from "./schema/records";
import {
  batchAnswer,
  batchesAnswer,
  batchesQuery,
  moveAnswer,
  movesAnswer,
  movesQuery,
} from "./schema/stock";

const listing = [401, 403, 404, 409, 422, 500, 503];
const reading = listing.filter((status) => status !== 422);
const writing = [400, 401, 403, 404, 409, 413, 422, 429, 500, 503];

/** What a campaign is supplied with, in the caller's stores. */
export const stockEndpoints = {
  stockBatches: {
    operation: "stockBatches",
    method: "GET",
    path: "/api/v1/campaigns/{slug}/batches",
    rule: "stock:report",
    summary:
      "Batches that a campaign is supplied with, by id, and the stores that are the caller's.",
    query: batchesQuery,
    answer: { status: 200, schema: batchesAnswer },
    problems: listing,
  },
  stockBatch: {
    operation: "stockBatch",
    method: "GET",
    path: "/api/v1/campaigns/{slug}/batches/{id}",
    rule: "stock:report",
    summary: "One batch with its versions.",
    answer: { status: 200, schema: batchAnswer },
    problems: reading,
  },
  storeStockBatch: {
    operation: "storeStockBatch",
    method: "PUT",
    path: "/api/v1/campaigns/{slug}/batches/{id}",
    rule: "stock:manage",
    summary:
      "Stores a batch, of unknown number, size or expiry too. A new one may come with its receipt into the kabupaten's store.",
    body: batchInput,
    answer: { status: 200, schema: recordStoredAnswer },
    problems: writing,
  },
  stockMoves: {
    operation: "stockMoves",
    method: "GET",
    path: "/api/v1/campaigns/{slug}/stock-moves",
    rule: "stock:report",
    summary: "The ledger of doses in the caller's stores, the latest day first.",
    query: movesQuery,
    answer: { status: 200, schema: movesAnswer },
    problems: listing,
  },
  stockMove: {
    operation: "stockMove",
    method: "GET",
    path: "/api/v1/campaigns/{slug}/stock-moves/{id}",
    rule: "stock:report",
    summary: "One line of the ledger.",
    answer: { status: 200, schema: moveAnswer },
    problems: reading,
  },
  storeStockMove: {
    operation: "storeStockMove",
    method: "PUT",
    path: "/api/v1/campaigns/{slug}/stock-moves/{id}",
    rule: "stock:report",
    summary:
      "Writes down a move of doses. Nothing of the ledger is changed: what was wrong is put right by a move that names it. Where a store would fall below zero, then or later, nothing is stored (stockShort).",
    isPersonal: true,
    body: moveInput,
    answer: { status: 200, schema: recordStoredAnswer },
    problems: writing,
  },
} as const satisfies Record<string, Endpoint>;
