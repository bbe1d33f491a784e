import { seededRandom } from "@/lib/coverage/seeded-random";

/** What can happen to one delivery on the road between a device and the server. */
export const roadFaults = [
  /** The connection ends before the request is passed on. */
  "cutBeforeRequest",
  /** … in the middle of the request's body. */
  "cutInBody",
  /** … after the request was answered, before the device hears the answer. */
  "cutBeforeAnswer",
  /** Half of the answer arrives. */
  "halfAnswer",
  "slowAnswer",
  /** The server is not asked, the device hears 500 or 503. */
  "error500",
  "error503",
  /** The server does its work, and the device hears 500. */
  "error500After",
  /** The same request twice at once. */
  "duplicate",
  /** The same request again, after what the device sends next. */
  "lateDuplicate",
  /** The device hears nothing; the request arrives after the one that the device sends next. */
  "reordered",
] as const;

/** What can happen to a device. */
export const deviceFaults = [
  /** The program is gone in the middle of sending, and begins again on the same storage. */
  "deviceKilled",
  "clockMoved",
  /** The session is over; the person signs in again later. */
  "tokenExpired",
  /** Two devices write the same cells at the same time. */
  "twoDevices",
] as const;

/** What can happen to the server. SIGKILL, in the middle of writes. */
export const serverFaults = ["serverKilled", "databaseKilled"] as const;

/** What can happen to a real page. */
export const pageFaults = ["pageClosed", "browserKilled", "offline"] as const;

export type RoadFault = (typeof roadFaults)[number];
export type DeviceFault = (typeof deviceFaults)[number];
export type ServerFault = (typeof serverFaults)[number];
type PageFault = (typeof pageFaults)[number];

export type DeviceStep = {
  readonly kind: RoadFault | DeviceFault | ServerFault;
  readonly device: number;
  /** Decides what is typed and how the fault falls. */
  readonly seed: number;
};

export type PageStep = {
  readonly kind: RoadFault | PageFault;
  readonly page: number;
  readonly seed: number;
};

type Plan = { readonly device: readonly DeviceStep[]; readonly page: readonly PageStep[] };

/** Share of the faults that real Chromium pages suffer. */
const pageShare = 0.05;

/**
 * The list of faults of a run: the same for the same count and seed.
 *
 * @param count Faults in all; at least 5 % of them, rounded up, are suffered by real pages.
 */
export function makePlan({
  count,
  seed,
  devices,
  pages,
}: {
  readonly count: number;
  readonly seed: number;
  readonly devices: number;
  readonly pages: number;
}): Plan {
  const random = seededRandom(seed);
  const pageCount = pages === 0 ? 0 : Math.ceil(count * pageShare);
  const at = (end: number) => Math.floor(random() * end);
  const chosen = <Kind>(kinds: readonly Kind[], others: readonly Kind[], rare: number): Kind => {
    const from = random() < rare ? others : kinds;
    const kind = from[at(from.length)];
    if (kind === undefined) throw new RangeError("no fault to choose from");
    return kind;
  };
  const common: readonly DeviceStep["kind"][] = [...roadFaults, ...deviceFaults];

  const device = Array.from({ length: count - pageCount }, (_, index): DeviceStep => ({
    // A small run has each of them once, too.
    kind:
      index < serverFaults.length
        ? (serverFaults[index] ?? "serverKilled")
        : chosen(common, serverFaults, 0.02),
    device: at(devices),
    seed: at(2 ** 31),
  }));
  const page = Array.from({ length: pageCount }, (): PageStep => ({
    kind: chosen<PageStep["kind"]>(roadFaults, pageFaults, 0.4),
    page: at(pages),
    seed: at(2 ** 31),
  }));
  return { device, page };
}
