import "server-only";

import { catalogues } from "@/lib/base/i18n/messages";
import { signInLimits } from "@/lib/base/limits";
import { now } from "@/lib/base/time/clock";

import { clientAddress } from "./address";
import { deviceCookieName, readDevice } from "./known-device";
import { TryPace } from "@/lib/account/auth/pace";
import { closedMilliseconds } from "./throttle-commands";

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What becomes of a sign-in before anything of it is read. */
type SignInGate =
  | { readonly wait: number }
  | {
      readonly status: 429;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    };

/** Where scripts/refuse-unreadable.mjs looks for it: the server takes connections before this is loaded. */
const kept = globalThis as { cakupanDoor?: (headers: Headers) => SignInGate };

const pace = new TryPace({
  atOnce: signInLimits.doorAtOnce,
  interval: signInLimits.doorIntervalMilliseconds,
  waiting: signInLimits.doorWaiting,
});

const maxWait = signInLimits.doorWaiting * signInLimits.doorIntervalMilliseconds;

/**
 * Reading a sign-in costs the server more than rejecting it. So strangers of one network come in one
 * after the other, and not at all while the network has used up its tries. A device with a cookie of
 * ours passes: whether it is known to the name that it brings is asked later.
 */
kept.cakupanDoor ??= (headers) => {
  const get = (name: string) => headers[name]?.toString() ?? null;
  const [, device] =
    new RegExp(`(?:^|;)\\s*${deviceCookieName()}=([^;]*)`).exec(get("cookie") ?? "") ?? [];
  if (readDevice(device?.trim()) !== null) return { wait: 0 };
  const at = now().getTime();
  const network = clientAddress({ get });
  const closedFor = closedMilliseconds(network, at);
  const wait = closedFor > 0 ? null : pace.start(network, at);
  return wait === null ? rejection(closedFor || maxWait) : { wait };
};

function rejection(milliseconds: number): SignInGate {
  const sentences = [catalogues.id, catalogues.en].map(({ problems }) => problems.tooManyTries);
  return {
    status: 429,
    headers: {
      "Content-Type": "text/plain",
      "Cache-Control": "no-store",
      "Retry-After": String(Math.ceil(milliseconds / 1000)),
    },
    body: sentences.join("\n"),
  };
}
