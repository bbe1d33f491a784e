import { setTimeout as pause } from "node:timers/promises";

import { encodeSession } from "@/lib/account/auth/server/token";

import { type Lifetime } from "../../../scripts/lifetime";
import { insertSession } from "../../../scripts/session-row";
import { withConnection } from "../../../scripts/sql";
import { openDevice, type Device } from "./device";
import { runDeviceSteps, type Happened } from "./device-steps";
import { makeDisguise } from "./disguise";
import { readHeld } from "./held";
import { drainPages, openPages, runPageSteps } from "./page-steps";
import { makePlan } from "./plan";
import { type MortalProduct, type startMortalProduct } from "./product";
import { followUpsOf } from "./record-scene";
import { openRoad } from "./road";
import { setScene, type Person, type Scene } from "./scene";
import { judge, type Verdict } from "./verdict";

/** Real pages; each is a Chromium of its own. */
const pageCount = 2;

/** Longest wait for the devices to be rid of everything once nothing fails any more. */
const drainFor = 180_000;

/** Runs the plan and judges what is left. */
export async function runFaults({
  made,
  lifetime,
  count,
  seed,
  pages,
  breakIdempotency,
}: {
  readonly made: Awaited<ReturnType<typeof startMortalProduct>>;
  readonly lifetime: Lifetime;
  readonly count: number;
  readonly seed: number;
  readonly pages: boolean;
  readonly breakIdempotency: boolean;
}): Promise<{ readonly happened: Happened; readonly verdict: Verdict }> {
  const scene = await setScene(made.ownerUrl, pageCount, new Date());
  const product = await made.serve();
  const disguise = breakIdempotency ? makeDisguise(made.ownerUrl) : undefined;
  const teams = await Promise.all(
    scene.teams.map(async ([first, second], index) =>
      Promise.all(
        [first, first, second].map((person, number) =>
          openPhone(person, number, seed + index * 10 + number, {
            scene,
            product,
            disguise,
            lifetime,
          }),
        ),
      ),
    ),
  );
  const devices = teams.flat();
  const partnerOf = (device: Device) => {
    const team = teams.find((each) => each.includes(device)) ?? [device];
    return team[(team.indexOf(device) + 1) % team.length] ?? device;
  };

  const plan = makePlan({ count, seed, devices: devices.length, pages: pages ? pageCount : 0 });
  const happened: Happened = new Map();
  const talk = setInterval(() => {
    const done = [...happened.values()].reduce((sum, each) => sum + each, 0);
    console.log(`  ${String(done)} dari ${String(count)} gangguan`);
  }, 15_000);
  const withPages = pages ? await openPages({ scene, product, lifetime }) : [];
  try {
    await Promise.all([
      runDeviceSteps(plan.device, { devices, partnerOf, product, happened }),
      ...withPages.map((page, index) =>
        runPageSteps(
          plan.page.filter((step) => step.page === index),
          { page, product, happened },
        ),
      ),
    ]);
  } finally {
    clearInterval(talk);
  }

  const within = breakIdempotency ? 10_000 : drainFor;
  const stuck = [...(await drain(devices, within)), ...(await drainPages(withPages, within))];
  for (const each of stuck.slice(0, 10)) console.log(`  menunggu: ${each}`);
  const deeds = (
    await Promise.all([...devices, ...withPages].map((device) => device.deeds()))
  ).flat();
  const records = (await Promise.all(devices.map((device) => device.recordDeeds()))).flat();
  const held = await readHeld(made.ownerUrl, (path) => askApi(product, scene, path));
  return { happened, verdict: judge({ deeds, records }, held, disguise?.original) };
}

async function openPhone(
  person: Person,
  number: number,
  seed: number,
  {
    scene,
    product,
    disguise,
    lifetime,
  }: {
    readonly scene: Scene;
    readonly product: MortalProduct;
    readonly disguise: ReturnType<typeof makeDisguise> | undefined;
    readonly lifetime: Lifetime;
  },
): Promise<Device> {
  const road = await openRoad(product.port, { disguise });
  lifetime.onEnd(road.close);
  return openDevice({
    person,
    road,
    cookie: await cookieOf(person.id, scene.databaseUrl),
    days: scene.days,
    cells: scene.cells,
    batch: scene.records.batch,
    followUps: followUpsOf(scene.records, person.place, number),
    seed,
  });
}

async function cookieOf(userId: string, databaseUrl: string): Promise<string> {
  const session = await withConnection(databaseUrl, (client) => insertSession(client, userId));
  return `next-auth.session-token=${await encodeSession(session)}`;
}

/** Lets everything arrive that is on its way. @returns what never does, in words. */
async function drain(devices: readonly Device[], within: number): Promise<readonly string[]> {
  const until = performance.now() + within;
  for (;;) {
    await Promise.all(devices.map(({ road }) => road.settle()));
    for (const device of devices) {
      device.signIn();
      if ((await device.waiting()).length > 0) await device.send();
    }
    const waiting = (await Promise.all(devices.map((device) => device.waiting()))).flat();
    if (waiting.length === 0 || performance.now() > until) return waiting;
    await pause(200);
  }
}

async function askApi(product: MortalProduct, scene: Scene, path: string): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${String(product.port)}${path}`, {
    headers: { cookie: await cookieOf(scene.officer, scene.databaseUrl) },
  });
  if (!response.ok) throw new Error(`${path}: ${String(response.status)} ${await response.text()}`);
  return response.json();
}
