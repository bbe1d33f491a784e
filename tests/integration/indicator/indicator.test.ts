import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, it } from "vitest";

import { emptyDatabase, query } from "@/tests/support/database";

import { authorize } from "@/lib/account/auth/grant";
import { ownPlace, type Actor } from "@/lib/account/auth/policy";
import { officesInput } from "@/lib/account/office/schema";
import { storeOffices } from "@/lib/account/office/server/commands";
import { regionCode } from "@/lib/base/region/code";
import { givesNothing, type Campaign } from "@/lib/campaign/campaign";
import { readRecordHistory } from "@/lib/campaign/record/server/queries";
import { campaignInput } from "@/lib/campaign/schema";
import { createCampaign } from "@/lib/campaign/server/commands";
import { findCampaign } from "@/lib/campaign/server/queries";
import { periodKey } from "@/lib/indicator/period";
import { numberOf } from "@/lib/indicator/quantity";
import { indicatorInput, indicatorValueInput } from "@/lib/indicator/schema";
import { addTemplate, storeIndicator } from "@/lib/indicator/server/commands";
import {
  findValue,
  isAnyIndicator,
  isIndicatorValued,
  listIndicators,
  listReachedUnits,
  listValues,
  ownIndicators,
  readSeries,
} from "@/lib/indicator/server/queries";
import { readIndicatorView } from "@/lib/indicator/server/read";
import { removeIndicator } from "@/lib/indicator/server/remove-commands";
import { storeIndicatorValue, valueIdOf } from "@/lib/indicator/server/value-commands";

import { bianBody, loadDistricts, person } from "../campaign/district";

const district = regionCode.parse("62.03");
const today = "2024-07-16";
const hilir = "62.03.01.1007";
const keramat = "62.03.01.1006";
const lamunti = "62.03.09.2001";

let dinkes: Actor;
let campaign: Campaign;

const manage = (actor: Actor = dinkes) => authorize(actor, "indicator:manage", actor.homeRegion);
const submit = (actor: Actor = dinkes) => authorize(actor, "indicator:submit", ownPlace(actor));
const read = (actor: Actor = dinkes) => authorize(actor, "coverage:read", ownPlace(actor));

const kampungKb = (over: object = {}) =>
  campaignInput.parse({
    ...bianBody,
    slug: "kampung-kb",
    name: "Kampung KB",
    startsOn: "2024-01-01",
    endsOn: "2024-12-31",
    rhythm: "periods",
    period: "halfYear",
    rounds: [{ number: 1, startsOn: "2024-01-01", endsOn: "2024-12-31" }],
    interventions: [],
    targetGroups: [],
    gates: [],
    reportingUnits: undefined,
    ...over,
  });

const indicator = (over: object = {}) =>
  indicatorInput.parse({
    sent: randomUUID(),
    version: 0,
    code: "STUNTING",
    name: "Stunting balita",
    measure: "percent",
    direction: "down",
    period: "half",
    baseline: "2023-S2",
    ...over,
  });

const value = (of: string, unit: string, over: object = {}) =>
  indicatorValueInput.parse({
    sent: randomUUID(),
    version: 0,
    indicator: of,
    unit,
    period: "2024-S1",
    ...over,
  });

async function add(over: object = {}): Promise<string> {
  const id = randomUUID();
  await storeIndicator(manage(), campaign, id, indicator(over));
  return id;
}

const say = async (of: string, unit: string, over: object, actor: Actor = dinkes) => {
  const input = value(of, unit, over);
  return storeIndicatorValue(submit(actor), campaign, valueIdOf(input), input, today);
};

async function headOf(code: string): Promise<Actor> {
  const [row] = await query<{ id: string }>(
    `insert into app_user (username, display_name, role, home_region_code, office_code, password_hash)
     values ($1, $1, 'unitHead', '62.03', $2, 'x') returning id`,
    [`kepala.${code}`, code],
  );
  return {
    ...dinkes,
    id: row?.id ?? "",
    username: `kepala.${code}`,
    role: "unitHead",
    office: { code, name: `Dinas ${code}` },
  };
}

beforeEach(async () => {
  await emptyDatabase();
  await loadDistricts();
  dinkes = await person("healthOffice", "62.03");
  const people = authorize(dinkes, "people:manage", dinkes.homeRegion);
  const offices = ["dp3a", "dinsos"].map((code) => ({ code, name: `Dinas ${code}`, kind: "opd" }));
  await storeOffices(people, officesInput.parse({ districtCode: district, offices }));
  await createCampaign(authorize(dinkes, "campaign:manage", dinkes.homeRegion), kampungKb());
  const made = await findCampaign(dinkes, "kampung-kb");
  if (!made) throw new Error("Kampung KB is not there");
  campaign = made;
});

describe("a campaign that gives nothing", () => {
  it("may be saved where something is counted once a period, and nowhere else", () => {
    expect(givesNothing(campaign)).toBe(true);
    const daily = { ...kampungKb(), rhythm: "daily", period: undefined };
    const issues = campaignInput.safeParse(daily).error?.issues ?? [];
    expect(issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["interventions", "atLeastOne"],
      ["targetGroups", "atLeastOne"],
    ]);
  });

  it("is owed no report", async () => {
    const due = await query("select * from reports_due($1, $2, 1, 'district', null, null)", [
      district,
      campaign.id,
    ]);
    expect(due).toEqual([]);
  });
});

describe("an indicator", () => {
  it("is stored once, changed by its version, and keeps its history", async () => {
    const id = randomUUID();
    const first = indicator();
    expect(await storeIndicator(manage(), campaign, id, first)).toMatchObject({ version: 1 });
    expect(await storeIndicator(manage(), campaign, id, first)).toMatchObject({
      version: 1,
      replayed: true,
    });
    const goals = [{ period: "2024-S1", value: 20 }];
    const changed = indicator({ version: 1, name: "Balita stunting", office: "dinsos", goals });
    expect(await storeIndicator(manage(), campaign, id, changed)).toMatchObject({ version: 2 });
    const late = storeIndicator(manage(), campaign, id, indicator({ version: 1 }));
    await expect(late).rejects.toMatchObject({ code: "recordChanged" });
    const [found] = await listIndicators(read(), campaign);
    expect(found).toMatchObject({
      name: "Balita stunting",
      office: { code: "dinsos", name: "Dinas dinsos" },
      version: 2,
    });
    expect(found?.goals.map((goal) => [periodKey(goal.period), goal.value])).toEqual([
      ["2024-S1", 20],
    ]);
    const history = await readRecordHistory(read(), { campaign, kind: "indicator", id });
    expect(history.map(({ version }) => version)).toEqual([2, 1]);
    const actions = await query("select action from audit_entry where action like 'indicator.%'");
    expect(actions).toEqual([{ action: "indicator.added" }, { action: "indicator.changed" }]);
  });

  it("has a code of its own, an office and units that there are", async () => {
    await add();
    const refused = (over: object) =>
      storeIndicator(manage(), campaign, randomUUID(), indicator(over));
    await expect(refused({ code: "stunting" })).rejects.toMatchObject({
      code: "duplicate",
      field: "code",
    });
    await expect(refused({ code: "A", office: "tidak-ada" })).rejects.toMatchObject({
      code: "unknownOffice",
    });
    const goals = [{ period: "2024-S1", unit: "99.99", value: 1 }];
    await expect(refused({ code: "A", goals })).rejects.toMatchObject({ code: "unknownUnit" });
  });

  it("stays what its values were sent as", async () => {
    const id = await add();
    await say(id, hilir, { numerator: 18, denominator: 120 });
    const change = (over: object) =>
      storeIndicator(manage(), campaign, id, indicator({ version: 1, ...over }));
    await expect(change({ measure: "count" })).rejects.toMatchObject({
      code: "indicatorHasValues",
      field: "measure",
    });
    await expect(change({ period: "year", baseline: null })).rejects.toMatchObject({
      field: "period",
    });
    await expect(change({ name: "Nama lain" })).resolves.toMatchObject({ version: 2 });
  });

  it("is removed while nothing was ever entered for it, and its code is free again", async () => {
    const [id, valued] = [await add(), await add({ code: "B" })];
    await say(valued, hilir, { numerator: 18, denominator: 120 });
    await expect(removeIndicator(manage(), campaign, valued)).rejects.toMatchObject({
      code: "indicatorHasValues",
    });
    expect(await isIndicatorValued(read(), campaign, valued)).toBe(true);
    expect(await isIndicatorValued(read(), campaign, id)).toBe(false);
    await removeIndicator(manage(), campaign, id);
    await expect(removeIndicator(manage(), campaign, id)).rejects.toMatchObject({
      code: "notFound",
    });
    expect((await listIndicators(read(), campaign)).map(({ code }) => code)).toEqual(["B"]);
    const [removed] = await query("select subject from audit_entry where action = $1", [
      "indicator.removed",
    ]);
    expect(removed).toEqual({ subject: `indicator/${id}/STUNTING` });
    await add();
  });

  it("comes from the template fourteen at a time, and none twice", async () => {
    await add();
    expect(await addTemplate(manage(), campaign, "2023-S2")).toBe(13);
    expect(await addTemplate(manage(), campaign, "2023-S2")).toBe(0);
    const all = await listIndicators(read(), campaign);
    expect(all).toHaveLength(14);
    expect(all.filter(({ direction }) => direction === "up")).toHaveLength(6);
    expect(await isAnyIndicator(read())).toBe(true);
    const camat = await person("subdistrictHead", "62.03.01");
    expect(await isAnyIndicator(read(camat))).toBe(true);
    const elsewhere = await person("healthOffice", "62.10");
    expect(await isAnyIndicator(read(elsewhere))).toBe(false);
    expect(() => manage(camat)).toThrow();
  });
});

describe("a value", () => {
  it("is stored once, corrected by its version, taken back, and keeps its history", async () => {
    const id = await add();
    const input = value(id, hilir, { numerator: 24, denominator: 120 });
    const key = valueIdOf(input);
    const store = (sent: typeof input) => storeIndicatorValue(submit(), campaign, key, sent, today);
    expect(await store(input)).toMatchObject({ version: 1, replayed: false });
    expect(await store(input)).toMatchObject({ version: 1, replayed: true });
    const late = store(value(id, hilir, { numerator: 20, denominator: 120 }));
    await expect(late).rejects.toMatchObject({ code: "recordChanged" });
    expect(await store(value(id, hilir, { version: 1, value: 15 }))).toMatchObject({ version: 2 });
    expect(await store(value(id, hilir, { version: 2 }))).toMatchObject({ version: 3 });
    const units = await listReachedUnits(read(), campaign, []);
    const [unit] = units.filter(({ code }) => code === hilir);
    if (!unit) throw new Error(hilir);
    const [emptied] = await readSeries(read(), campaign, { indicator: id, unit });
    expect(emptied).toMatchObject({ value: null, numerator: null, version: 3 });
    const history = await readRecordHistory(read(), { campaign, kind: "indicatorValue", id: key });
    expect(history.map(({ body }) => body)).toMatchObject([
      { value: null, numerator: null },
      { value: 15 },
      { numerator: 24, denominator: 120 },
    ]);
  });

  it("is one of a unit and period, whatever its id", async () => {
    const id = await add();
    const other = await add({ code: "KB" });
    await say(id, hilir, { value: 20 });
    const again = value(id, hilir, { value: 21 });
    const twice = storeIndicatorValue(submit(), campaign, randomUUID(), again, today);
    await expect(twice).rejects.toMatchObject({ code: "duplicate" });
    const key = valueIdOf(again);
    const moved = value(other, hilir, { version: 1, value: 3 });
    await expect(storeIndicatorValue(submit(), campaign, key, moved, today)).rejects.toMatchObject({
      code: "unchangeable",
    });
  });

  it("of 12,5 deaths is refused, above 100 percent asked about, of the future refused", async () => {
    const deaths = await add({ code: "IBU", measure: "count" });
    const share = await add();
    await expect(say(deaths, hilir, { value: 12.5 })).rejects.toMatchObject({
      code: "countNotWhole",
      field: "value",
    });
    await expect(say(share, hilir, { value: 120 })).rejects.toMatchObject({
      code: "percentAboveHundred",
    });
    const more = { numerator: 121, denominator: 120 };
    await expect(say(share, hilir, more)).rejects.toMatchObject({ code: "numeratorAbove" });
    await expect(say(share, hilir, { ...more, isConfirmed: true })).resolves.toMatchObject({
      version: 1,
    });
    await expect(say(share, hilir, { period: "2025-S1", value: 1 })).rejects.toMatchObject({
      code: "periodAhead",
      field: "period",
    });
    await expect(say(share, hilir, { period: "2023", value: 1 })).rejects.toMatchObject({
      code: "periodOfIndicator",
    });
  });

  it("is said of their own by camat and lurah, and by the office that answers for it", async () => {
    const share = await add();
    const marriage = await add({ code: "KAWIN", measure: "count", office: "dp3a" });
    const camat = await person("subdistrictHead", "62.03.01");
    const lurah = await person("villageHead", hilir);
    const owner = await headOf("dp3a");
    const other = await headOf("dinsos");
    await say(share, hilir, { value: 20 }, camat);
    await expect(say(share, lamunti, { value: 20 }, camat)).rejects.toMatchObject({
      code: "notFound",
    });
    await say(marriage, hilir, { value: 2 }, lurah);
    await expect(say(share, keramat, { value: 20 }, lurah)).rejects.toMatchObject({
      code: "notFound",
    });
    await say(marriage, lamunti, { value: 1 }, owner);
    for (const [actor, of] of [
      [owner, share],
      [other, marriage],
    ] as const) {
      const strange = say(of, keramat, { value: 1 }, actor);
      await expect(strange).rejects.toMatchObject({ code: "notFound" });
    }
    const bupati = await person("regentOffice", "62.03");
    expect(() => submit(bupati)).toThrow();
    const all = await listIndicators(read(owner), campaign);
    expect(ownIndicators(read(owner), all).map(({ code }) => code)).toEqual(["KAWIN"]);
    const seen = async (actor: Actor) =>
      (await listReachedUnits(read(actor), campaign, all)).map(({ code }) => code);
    expect(await seen(owner)).toEqual([keramat, hilir, lamunti]);
    expect(await seen(lurah)).toEqual([hilir]);
    expect(await seen(other)).toEqual([]);
  });

  it("is listed by period and id, a page at a time, of one's own units alone", async () => {
    const id = await add();
    for (const unit of [keramat, hilir, lamunti]) {
      await say(id, unit, { value: 20 });
      await say(id, unit, { value: 30, period: "2023-S2" });
    }
    const indicators = await listIndicators(read(), campaign);
    const page = async (actor: Actor, after: { startsOn: string; id: string } | null) =>
      listValues(read(actor), campaign, {
        units: await listReachedUnits(read(actor), campaign, indicators),
        indicators,
        startsOn: null,
        after,
        limit: 4,
      });
    const first = await page(dinkes, null);
    expect(first.map((each) => periodKey(each.period))).toEqual([
      ...["2023-S2", "2023-S2", "2023-S2", "2024-S1"],
    ]);
    const last = first.at(-1);
    const rest = await page(dinkes, { startsOn: "2024-01-01", id: last?.id ?? "" });
    expect(new Set([...first, ...rest].map((each) => each.id)).size).toBe(6);
    const camat = await person("subdistrictHead", "62.03.09");
    expect((await page(camat, null)).map(({ unit }) => unit)).toEqual([lamunti, lamunti]);
    const strange = valueIdOf({ indicator: id, unit: hilir, period: "2024-S1" });
    const units = await listReachedUnits(read(camat), campaign, indicators);
    expect(await findValue(read(camat), campaign, { id: strange, units })).toBeNull();
  });
});

it("shows the kabupaten as the sum of the counts, and a kecamatan as its own", async () => {
  const share = await add();
  const deaths = await add({ code: "IBU", measure: "count" });
  const told = [
    [hilir, 6, 10, 5],
    [lamunti, 9, 90, 9],
  ] as const;
  for (const [unit, before, of, now] of told) {
    await say(share, unit, { period: "2023-S2", numerator: before, denominator: of });
    await say(share, unit, { numerator: now, denominator: of });
    await say(deaths, unit, { period: "2023-S2", value: 1 });
  }
  await say(deaths, hilir, { value: 0 });
  const view = await readIndicatorView(read(), campaign, {}, today);
  expect(view.params.shown && periodKey(view.params.shown)).toBe("2024-S1");
  const [stunting, ibu] = view.rows;
  expect(stunting?.whole.after && numberOf(stunting.whole.after)).toBe(14);
  expect(stunting?.whole).toMatchObject({ verdict: "better", units: 3, compared: 2 });
  expect(ibu?.whole).toMatchObject({ verdict: "better", compared: 1 });
  expect(view.filled).toEqual({ filled: 3, of: 6 });
  const camat = await person("subdistrictHead", "62.03.09");
  const own = await readIndicatorView(read(camat), campaign, {}, today);
  expect(own.rows[0]?.whole).toMatchObject({ units: 1, verdict: "same" });
});
