import type { SaidShort } from "./answered";
import type { Addressee, Directive, Order } from "./directive";
import type { Progress } from "./progress";

/** What Ringkasan says of what was asked about its campaign. */
export type AskedSummary = {
  readonly progress: Progress;
  /** Of every directive, in their order. */
  readonly orders: readonly {
    readonly directive: Directive;
    readonly order: Order;
    readonly progress: Progress;
  }[];
  /** Who is late, the oldest first. */
  readonly late: readonly {
    readonly directive: Directive;
    readonly order: Order;
    readonly addressee: Addressee;
    readonly late: number;
  }[];
  /** What offices, classes and camat say is done while its measure is short. */
  readonly said: readonly SaidShort[];
};
