import { emptyDatabase, query, rewrite } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import { rememberDevice } from "@/lib/account/auth/server/known-device-commands";
import type { Campaign } from "@/lib/campaign/campaign";

import { actorOf, makeCampaign, units } from "./campaign";
import { mr, report, reports, stored, submit, wib } from "./sending";

const camat = actorOf("subdistrictHead", "62.03.01").id;
/** Day 2 closed at 16.00; the morning of day 4. */
const closedDay = "2026-06-02";
const morning = wib("09.00", "2026-06-04");
let campaign: Campaign;
let phone: string;
let desk: string;

beforeEach(async () => {
  await emptyDatabase();
  campaign = await makeCampaign();
  phone = await rememberDevice(null, camat);
  desk = await rememberDevice(null, camat);
});

function typedInTime(unit = units.hilir) {
  return report({ unit, day: closedDay, submittedAt: wib("14.00", closedDay).toISOString() });
}

function from(device: string | undefined, at = morning, waitingSince = at) {
  return { at, sentAt: at, contact: { ...(device && { device }), waitingSince } };
}

/** A report of the day itself, with nothing else waiting. */
function sendsToday(device?: string, at = wib("08.00", "2026-06-04")) {
  const sent = report({ unit: units.hulu, day: "2026-06-04", tallies: [mr(at.getTime() % 997)] });
  return submit(campaign, [sent], from(device, at));
}

const closed = [{ outcome: "rejected", problems: [{ code: "dayClosed" }] }];

describe("a report that claims to have waited for two days", () => {
  it("is believed from a device that was not in contact since", async () => {
    const sent = typedInTime();
    expect(await submit(campaign, [sent], from(phone))).toEqual([stored(sent, 1)]);
  });

  it("is not from a device that sent another this morning, without anything waiting", async () => {
    await sendsToday(phone);
    expect(await submit(campaign, [typedInTime()], from(phone))).toMatchObject(closed);
  });

  it("is not, also when that other report was rejected: the device was in contact", async () => {
    const rejected = report({ unit: units.mambulau, day: "2026-06-04" });
    const at = wib("08.00", "2026-06-04");
    expect(await submit(campaign, [rejected], from(phone, at))).toMatchObject([
      { outcome: "rejected" },
    ]);
    // What was rejected waits on the device still, but was typed this morning.
    expect(await submit(campaign, [typedInTime()], from(phone))).toMatchObject(closed);
  });

  it("is believed from the phone upriver while the desk was online all the time", async () => {
    await sendsToday(desk);
    const sent = typedInTime();
    expect(await submit(campaign, [sent], from(phone))).toEqual([stored(sent, 1)]);
  });

  it("is not from who has no device, or one that is new, while the person sent from elsewhere", async () => {
    await sendsToday(desk);
    expect(await submit(campaign, [typedInTime()], from(undefined))).toMatchObject(closed);
    const fresh = await rememberDevice(null, camat);
    expect(await submit(campaign, [typedInTime()], from(fresh))).toMatchObject(closed);
    const unheardOf = crypto.randomUUID();
    expect(await submit(campaign, [typedInTime()], from(unheardOf))).toMatchObject(closed);
  });

  it("is not from who tells neither an hour of sending nor what waits, and sent others before", async () => {
    const at = wib("08.00", "2026-06-04");
    await submit(campaign, [report({ day: "2026-06-04" })], { at, contact: {} });
    const claimed = { at: morning, sentAt: morning, contact: {} };
    expect(await submit(campaign, [typedInTime()], claimed)).toMatchObject(closed);
  });

  it("counts as typed at the last contact, so a contact before the cut-off does it no harm", async () => {
    const at = wib("15.00", closedDay);
    await sendsOn(closedDay, phone, at);
    const sent = typedInTime();
    expect(await submit(campaign, [sent], from(phone))).toEqual([stored(sent, 1)]);
    expect(await reports()).toMatchObject([{ submitted_at: at }, {}]);
  });
});

function sendsOn(day: string, device: string, at: Date) {
  return submit(campaign, [report({ unit: units.hulu, day })], from(device, at));
}

describe("a queue that goes in several batches", () => {
  it("is believed to its end, though the line drops between them", async () => {
    const [first, second] = [typedInTime(units.hilir), typedInTime(units.hulu)];
    const waitingSince = wib("14.00", closedDay);
    expect(await submit(campaign, [first], from(phone, morning, waitingSince))).toEqual([
      stored(first, 1),
    ]);
    const evening = wib("19.00", "2026-06-04");
    expect(await submit(campaign, [second], from(phone, evening))).toEqual([stored(second, 1)]);
    expect(await submit(campaign, [typedInTime()], from(phone, evening))).toMatchObject([
      { outcome: "replayed" },
    ]);
    const late = { ...typedInTime(), tallies: [mr(9)], baseVersion: 1 };
    expect(await submit(campaign, [late], from(phone, evening))).toMatchObject(closed);
  });

  it("is believed from an older page, which does not tell what waits", async () => {
    const [first, second] = [typedInTime(units.hilir), typedInTime(units.hulu)];
    const older = { at: morning, sentAt: morning, contact: { device: phone } };
    expect(await submit(campaign, [first], older)).toEqual([stored(first, 1)]);
    expect(await submit(campaign, [second], older)).toEqual([stored(second, 1)]);
  });

  it("leaves what has to be answered by the person its hour", async () => {
    await submit(campaign, [report({ day: closedDay, tallies: [mr(15)] })], {
      region: units.hilir,
      at: wib("15.00", closedDay),
    });
    const mine = { ...typedInTime(), tallies: [mr(13)] };
    expect(await submit(campaign, [mine], from(phone))).toMatchObject([{ outcome: "conflict" }]);
    const chosen = { ...mine, choice: { kept: "mine", over: 1 } as const };
    const later = wib("11.00", "2026-06-04");
    expect(await submit(campaign, [chosen], from(phone, later))).toEqual([stored(mine, 2)]);
  });
});

it("a contact never takes back what an earlier one said", async () => {
  await sendsToday(phone, wib("08.00", "2026-06-04"));
  await sendsOn("2026-06-04", phone, wib("08.30", "2026-06-04"));
  await submit(campaign, [report({ day: "2026-06-04" })], from(phone, morning, wib("07.00")));
  const [device] = await query<{ believed_from: Date }>(
    "select believed_from from known_device where device_id = $1",
    [phone],
  );
  expect(device?.believed_from).toEqual(wib("08.30", "2026-06-04"));
});

it("forms and files are no contact: they do not say what waits in the device's queue", async () => {
  const at = wib("08.00", "2026-06-04");
  await submit(campaign, [report({ unit: units.hulu, day: "2026-06-04" })], { at });
  expect(await query("select from last_contact")).toEqual([]);
});

it("devices go with the person", async () => {
  await sendsToday(phone);
  await rewrite("delete from tally; delete from daily_report; delete from submission");
  await query("delete from app_user where id = $1", [camat]);
  expect(await query("select from known_device")).toEqual([]);
  expect(await query("select from last_contact")).toEqual([]);
});
