import { minFreeMegabytes } from "@/lib/server/db/storage";

/** What an administrator has to know of the server; each code has a sentence in the catalogue. */
export type ServerNotice =
  /** Minutes that the application's clock is before the database's; negative: behind. */
  | { readonly code: "clockDiffers"; readonly minutes: number }
  | { readonly code: "storageLow"; readonly megabytes: number }
  /** Accounts of the demo data that may sign in. */
  | { readonly code: "demoAccounts"; readonly accounts: number };

/** Beyond this days close at the wrong hour, and reports of a new day are rejected. */
const maxClockDifference = 60;

/** @param seconds that the application's clock is before the database's. */
export function clockNotice(seconds: number): ServerNotice | null {
  if (Math.abs(seconds) <= maxClockDifference) return null;
  return { code: "clockDiffers", minutes: Math.round(seconds / 60) };
}

/** Told while there is still time: at five times what health calls too little. */
export function storageNotice(megabytes: number | null): ServerNotice | null {
  if (megabytes === null || megabytes >= 5 * minFreeMegabytes) return null;
  return { code: "storageLow", megabytes };
}

/** @param accounts of the demo data that are active. */
export function demoNotice(accounts: number): ServerNotice | null {
  return accounts === 0 ? null : { code: "demoAccounts", accounts };
}
