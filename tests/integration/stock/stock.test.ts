import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, it } from "vitest";

import { emptyDatabase, query } from "@/tests/support/database";

import { authorize } from "@/lib/account/auth/grant";
import { ownPlace, type Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { readRecordHistory } from "@/lib/campaign/record/server/queries";
import { createCampaign } from "@/lib/campaign/server/commands";
import { findCampaign } from "@/lib/campaign/server/queries";
import { batchInput, moveInput } from "@/lib/stock/schema";
import { storeBatch } from "@/lib/stock/server/commands";
import { storeMove } from "@/lib/stock/server/ledger-commands";
import {
  isAnyStock,
  listMoves,
  listStores,
  readBatch,
  readFlows,
  readMove,
} from "@/lib/stock/server/queries";
import { readIssued } from "@/lib/stock/server/issued-queries";
import { readSupply } from "@/lib/stock/server/read-supply";

import { bian, loadDistricts, person } from "../campaign/district";

const district = "62.03";
const selat = "62.03.01";
const today = "2026-11-30";

let dinkes: Actor;
let camat: Actor;
let campaign: Campaign;
const manage = () => authorize(dinkes, "stock:manage", dinkes.homeRegion);
const report = (actor: Actor = dinkes) => authorize(actor, "stock:report", ownPlace(actor));

beforeEach(async () => {
  await emptyDatabase();
  await loadDistricts();
  dinkes = await person("healthOffice", district);
  camat = await person("subdistrictHead", selat);
  await createCampaign(authorize(dinkes, "campaign:manage", dinkes.homeRegion), bian());
  campaign = (await findCampaign(dinkes, "bian-kapuas-2022")) as Campaign;
});

function batchBody(change: object = {}) {
  return batchInput.parse({
    sent: randomUUID(),
    version: 0,
    code: "MR-01",
    product: "MR",
    dosesPerVial: 10,
    expiresOn: "2022-06-30",
    interventions: ["MR"],
    ...change,
  });
}

async function batch(change: object = {}): Promise<string> {
  const id = randomUUID();
  await storeBatch(manage(), campaign, id, batchBody(change));
  return id;
}

async function move(of: string, change: object, actor: Actor = dinkes): Promise<string> {
  const id = randomUUID();
  const body = { sent: randomUUID(), version: 0, batch: of, day: "2022-05-20", ...change };
  await storeMove(report(actor), campaign, id, moveInput.parse(body));
  return id;
}

async function supply(on = "2022-05-31", actor: Actor = dinkes) {
  const grants = {
    stock: report(actor),
    read: authorize(actor, "coverage:read", ownPlace(actor)),
  };
  return readSupply(grants, campaign, { today, on });
}

describe("a batch", () => {
  it("comes with its first receipt: 181 vials of ten are 1,810 doses in the kabupaten's store", async () => {
    expect(await isAnyStock(report())).toBe(false);
    const id = await batch({ vials: 181, day: "2022-05-18", document: "BA-1" });
    expect(await readFlows(report(), campaign)).toMatchObject([
      { store: district, batch: id, day: "2022-05-18", flow: { received: 1_810 } },
    ]);
    const [first] = await listMoves(report(), campaign, {}, { after: null, limit: 9 });
    expect(first).toMatchObject({ kind: "receipt", vials: 181, doses: 1_810, document: "BA-1" });
    expect(await isAnyStock(report(camat))).toBe(true);
  });

  it("of which nothing is known but its doses is stored, and says so", async () => {
    const unknown = { code: "", dosesPerVial: null, expiresOn: null, product: "COVID-19" };
    const id = await batch({ ...unknown, doses: 38_000, day: "2022-05-18" });
    expect(await readBatch(report(), campaign, id)).toMatchObject({
      code: null,
      dosesPerVial: null,
      expiresOn: null,
    });
    const { supply: seen } = await supply();
    expect(seen?.totals).toMatchObject({ received: 38_000, onHand: 38_000 });
  });

  it("with 31 June is rejected, with 30 June stored", () => {
    const body = { sent: randomUUID(), version: 0, code: "AZ", product: "AZ", dosesPerVial: 10 };
    const of = (expiresOn: string) =>
      batchInput.safeParse({ ...body, expiresOn, interventions: ["MR"] });
    expect(of("2021-06-31").error?.issues).toMatchObject([
      { path: ["expiresOn"], message: "noSuchDay" },
    ]);
    expect(of("2021-06-30").success).toBe(true);
  });

  it("sent twice is stored once; a change names the version that it changes", async () => {
    const id = randomUUID();
    const body = batchBody({ vials: 5, day: "2022-05-18" });
    await storeBatch(manage(), campaign, id, body);
    expect(await storeBatch(manage(), campaign, id, body)).toMatchObject({ replayed: true });
    const later = batchBody({ version: 1, expiresOn: "2022-07-31" });
    expect(await storeBatch(manage(), campaign, id, later)).toMatchObject({ version: 2 });
    const old = storeBatch(manage(), campaign, id, batchBody({ version: 1 }));
    await expect(old).rejects.toMatchObject({ code: "recordChanged" });
    const smaller = storeBatch(manage(), campaign, id, batchBody({ version: 2, dosesPerVial: 5 }));
    await expect(smaller).rejects.toMatchObject({ code: "inUse", field: "dosesPerVial" });
    const history = await readRecordHistory(report(), { campaign, kind: "batch", id });
    expect(history.map(({ version }) => version)).toEqual([2, 1]);
  });

  it("is given as what the campaign has", async () => {
    const other = batch({ interventions: ["COVID"] });
    await expect(other).rejects.toMatchObject({ code: "unknownIntervention" });
  });
});

describe("the ledger", () => {
  it("lets nothing fall below zero, then or later", async () => {
    const id = await batch({ vials: 100, day: "2022-05-18" });
    const issue = { kind: "issue", from: district, to: selat };
    await expect(move(id, { ...issue, vials: 101 })).rejects.toMatchObject({ code: "stockShort" });
    await move(id, { ...issue, vials: 80, day: "2022-05-25" });
    // Enough lies there on its own day, and not after it.
    const earlier = move(id, { ...issue, vials: 30, day: "2022-05-20" });
    await expect(earlier).rejects.toMatchObject({ code: "stockShort" });
    const before = move(id, { ...issue, vials: 5, day: "2022-05-17" });
    await expect(before).rejects.toMatchObject({ code: "stockShort" });
    await move(id, { ...issue, vials: 20, day: "2022-05-20" });
    const { supply: seen } = await supply();
    expect(seen?.totals).toMatchObject({ received: 1_000, moved: 0, onHand: 1_000 });
    const [moves] = await query("select count(*)::int as count from stock_move");
    expect(moves).toEqual({ count: 3 });
  });

  it("takes a late count sheet as an adjustment with a reason", async () => {
    const id = await batch({ vials: 100, day: "2022-05-18" });
    const count = { kind: "count", to: district, vials: 97, day: "2022-05-24" };
    await expect(move(id, count)).rejects.toMatchObject({ code: "reasonNeeded", field: "reason" });
    const sheet = await move(id, { ...count, reason: "3 vial pecah, lembar terlambat" });
    expect(await readMove(report(), campaign, sheet)).toMatchObject({
      from: district,
      to: null,
      vials: 3,
      doses: 30,
      counted: 970,
    });
    const same = await move(id, { ...count, day: "2022-05-26" });
    expect(await readMove(report(), campaign, same)).toMatchObject({ doses: 0, counted: 970 });
    const { supply: seen } = await supply();
    expect(seen?.totals).toMatchObject({ received: 1_000, adjusted: -30, onHand: 970 });
  });

  it("is put right by another move, once, and nothing of it is changed", async () => {
    const id = await batch({ vials: 100, day: "2022-05-18" });
    const wrong = await move(id, { kind: "receipt", to: district, vials: 50 });
    const back = { kind: "receipt", corrects: wrong, reason: "Tercatat dua kali" };
    const right = await move(id, back);
    expect(await readMove(report(), campaign, right)).toMatchObject({
      kind: "receipt",
      from: district,
      to: null,
      vials: 50,
    });
    expect(await readMove(report(), campaign, wrong)).toMatchObject({ correctedBy: right });
    await expect(move(id, back)).rejects.toMatchObject({ code: "stockCorrected" });
    const { supply: seen } = await supply();
    expect(seen?.totals).toMatchObject({ received: 1_000, onHand: 1_000 });
    await expect(query("set role cakupan_app; update stock_move set doses = 1")).rejects.toThrow();
  });

  it("stores a move that is sent twice once, at once too", async () => {
    const id = await batch({ vials: 10, day: "2022-05-18" });
    const body = moveInput.parse({
      sent: randomUUID(),
      version: 0,
      kind: "issue",
      batch: id,
      from: district,
      to: selat,
      vials: 6,
      day: "2022-05-20",
    });
    const of = randomUUID();
    const stored = await Promise.all([1, 2, 3].map(() => storeMove(report(), campaign, of, body)));
    expect(stored.filter(({ replayed }) => !replayed)).toHaveLength(1);
    // Two that each fit alone: one is stored, the other falls short.
    const both = await Promise.allSettled(
      [1, 2].map(() => move(id, { kind: "discard", from: district, vials: 3, reason: "Beku" })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is read page by page, of a store or a kind", async () => {
    const id = await batch({ vials: 100, day: "2022-05-18" });
    for (const day of ["2022-05-19", "2022-05-20", "2022-05-21"]) {
      await move(id, { kind: "issue", from: district, to: selat, vials: 1, day });
    }
    const [first] = await listMoves(report(), campaign, {}, { after: null, limit: 1 });
    if (!first) throw new Error("nothing was written down");
    expect(first.day).toBe("2022-05-21");
    const rest = await listMoves(report(), campaign, {}, { after: first, limit: 9 });
    expect(rest.map(({ day }) => day)).toEqual(["2022-05-20", "2022-05-19", "2022-05-18"]);
    const ofStore = await listMoves(
      report(),
      campaign,
      { store: selat },
      { after: null, limit: 9 },
    );
    expect(ofStore).toHaveLength(3);
    const receipts = await listMoves(
      report(),
      campaign,
      { kind: "receipt", batch: id },
      { after: null, limit: 9 },
    );
    expect(receipts).toHaveLength(1);
  });

  it("takes no day to come, and no place that there is not", async () => {
    const id = await batch({ vials: 100, day: "2022-05-18" });
    const ahead = move(id, { kind: "receipt", to: district, vials: 1, day: "2099-01-01" });
    await expect(ahead).rejects.toMatchObject({ code: "stockDayAhead" });
    const nowhere = move(id, { kind: "issue", from: district, to: "62.03.77", vials: 1 });
    await expect(nowhere).rejects.toMatchObject({ code: "stockUnknownStore", field: "to" });
    const none = move(randomUUID(), { kind: "receipt", to: district, vials: 1 });
    await expect(none).rejects.toMatchObject({ code: "stockUnknownBatch" });
  });
});

describe("a camat", () => {
  it("reads and writes down what happens in the store of the kecamatan, and of no other", async () => {
    const id = await batch({ vials: 100, day: "2022-05-18" });
    await move(id, { kind: "issue", from: district, to: selat, vials: 20 });
    const elsewhere = await move(id, { kind: "issue", from: district, to: "62.03.09", vials: 7 });
    expect(await listStores(report(camat), campaign)).toEqual([{ key: selat, name: "Selat" }]);
    expect(await listMoves(report(camat), campaign, {}, { after: null, limit: 9 })).toHaveLength(1);
    expect(await readMove(report(camat), campaign, elsewhere)).toBeNull();
    const { supply: seen } = await supply("2022-05-31", camat);
    expect(seen?.totals).toMatchObject({ moved: 200, onHand: 200 });

    const own = { from: selat, vials: 2, reason: "VVM C" };
    await move(id, { kind: "discard", ...own }, camat);
    await move(id, { kind: "return", ...own, to: district }, camat);
    await move(id, { kind: "return", ...own, vials: 1 }, camat);
    await move(id, { kind: "count", to: selat, vials: 14, reason: "1 pecah" }, camat);
    await move(id, { kind: "receipt", to: selat, vials: 3 }, camat);
    // Versions and the sums by day are those of the ledger.
    const differences = "select * from record_differences($1, $2)";
    expect(await query(differences, [district, campaign.id])).toEqual([]);
    for (const others of [
      { kind: "issue", from: selat, to: "62.03.09", vials: 1 },
      { kind: "issue", from: district, to: selat, vials: 1 },
      { kind: "receipt", to: district, vials: 1 },
      { kind: "discard", from: "62.03.09", vials: 1, reason: "Beku" },
      { kind: "count", to: "62.03.09", vials: 7 },
      { kind: "return", from: selat, to: "62.03.09", vials: 1 },
    ]) {
      await expect(move(id, others, camat)).rejects.toMatchObject({ code: "stockUnknownStore" });
    }
    const notTheirs = { kind: "issue", corrects: elsewhere, reason: "Salah" };
    await expect(move(id, notTheirs, camat)).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("what went out of a batch", () => {
  it("is what its stores below the kabupaten got, less what they threw away or gave back", async () => {
    const id = await batch();
    await move(id, { kind: "receipt", from: null, to: district, vials: 100, document: "SBBK" });
    await move(id, { kind: "issue", from: district, to: selat, vials: 40, document: "SBBK" });
    await move(id, { kind: "discard", from: selat, to: null, vials: 3, reason: "pecah" });
    const other = await batch({ code: null });
    await move(other, { kind: "receipt", from: null, to: district, vials: 5, document: "SBBK" });
    const read = (actor: Actor) =>
      readIssued(authorize(actor, "safety:report", ownPlace(actor)), campaign);
    expect(await read(dinkes)).toEqual([{ code: "MR-01", doses: 370 }]);
    expect(await read(camat)).toEqual([{ code: "MR-01", doses: 370 }]);
    expect(await read(await person("subdistrictHead", "62.03.09"))).toEqual([]);
    expect(await read(await person("villageHead", "62.03.01.1006"))).toEqual([]);
  });
});
