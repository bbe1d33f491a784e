import { setTimeout as pause } from "node:timers/promises";

import { type Device } from "./device";
import {
  deviceFaults,
  roadFaults,
  serverFaults,
  type DeviceFault,
  type DeviceStep,
  type RoadFault,
  type ServerFault,
} from "./plan";
import { type MortalProduct } from "./product";

/** How many devices are at work at the same time. */
const atOnce = 12;

/** A step that takes longer never ends, and the run says so instead of waiting for it. */
const longestStep = 300_000;

/** Faults of one run that have happened, by kind. */
export type Happened = Map<string, number>;

export function count(happened: Happened, kind: string): void {
  happened.set(kind, (happened.get(kind) ?? 0) + 1);
}

/**
 * Does the steps of the plan: each device its own, in the order of the plan, several devices at the
 * same time. A step ends when its fault has happened.
 *
 * @param partnerOf another device that writes the same villages.
 */
export async function runDeviceSteps(
  steps: readonly DeviceStep[],
  {
    devices,
    partnerOf,
    product,
    happened,
  }: {
    readonly devices: readonly Device[];
    readonly partnerOf: (device: Device) => Device;
    readonly product: MortalProduct;
    readonly happened: Happened;
  },
): Promise<void> {
  const left = [...steps];
  const busy = new Set<number>();

  async function work(): Promise<void> {
    while (left.length > 0) {
      const next = left.findIndex(({ device }) => !busy.has(device));
      const [step] = next === -1 ? [] : left.splice(next, 1);
      const device = step && devices[step.device];
      if (!step || !device) {
        await pause(5);
        continue;
      }
      busy.add(step.device);
      await product.whenUp();
      const late = pause(longestStep, "late" as const, { ref: false });
      const ended = await Promise.race([doStep(step, device, partnerOf(device), product), late]);
      if (ended === "late") throw new Error(`${step.kind} of ${device.person.username} never ends`);
      count(happened, step.kind);
      busy.delete(step.device);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
}

async function doStep(
  { kind, seed }: DeviceStep,
  device: Device,
  partner: Device,
  product: MortalProduct,
): Promise<void> {
  if (isRoadFault(kind)) return sufferOnRoad(kind, seed, device);
  if (isServerFault(kind)) return killServer(kind, seed, device, product);
  switch (kind) {
    case "deviceKilled": {
      await device.type(seed);
      const sending = device.road.nextDelivery();
      void device.send();
      await Promise.race([sending, pause(200)]);
      await pause(seed % 25);
      await device.kill();
      return device.send();
    }
    case "clockMoved":
      await device.type(seed);
      device.moveClock(seed);
      return device.send();
    case "tokenExpired":
      device.endSession();
      await device.type(seed);
      await device.send();
      await device.type(seed + 1);
      device.signIn();
      return device.send();
    case "twoDevices": {
      const place = await device.type(seed);
      await partner.type(seed + 1, place);
      await Promise.all([device.send(), partner.send()]);
    }
  }
}

/** Types until something is sent that the fault can befall, and sends it. */
async function sufferOnRoad(fault: RoadFault, seed: number, device: Device): Promise<void> {
  const before = device.road.suffered();
  for (let tries = 0; device.road.suffered() === before; tries += 1) {
    if (tries > 20) throw new Error(`${device.person.username} sends nothing`);
    await device.type(seed + tries);
    device.road.arm(fault, seed);
    await device.send();
    device.road.disarm();
  }
  // Sometimes the next try comes at once, sometimes with what is typed next.
  if (seed % 3 > 0) await device.send();
}

async function killServer(
  fault: ServerFault,
  seed: number,
  device: Device,
  product: MortalProduct,
): Promise<void> {
  await device.type(seed);
  const sending = device.road.nextDelivery();
  const sent = device.send();
  await Promise.race([sending, pause(500)]);
  await pause(seed % 20);
  await (fault === "serverKilled" ? product.killServer() : product.killDatabase());
  await sent;
  await device.send();
}

function isRoadFault(kind: DeviceStep["kind"]): kind is RoadFault {
  return roadFaults.some((each) => each === kind);
}

function isServerFault(kind: DeviceFault | ServerFault): kind is ServerFault {
  return serverFaults.some((each) => each === kind) && !deviceFaults.some((each) => each === kind);
}
