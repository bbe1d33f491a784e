import type { Exchange } from "./exchange";
import type { QueueStore } from "./queue-store";

/** What a run of sending works with. */
export type SenderTools = {
  readonly store: QueueStore;
  readonly wire: Exchange;
  readonly now: () => Date;
  readonly random: () => number;
  /** Told after each step, so that a screen follows. */
  readonly onChange: () => void;
  /** Holds the sender's lock for one request more. */
  readonly renew?: (() => Promise<void>) | undefined;
};
