import type { Addressee, FollowUp, Order } from "./directive";
import type { Measured } from "./measure";
import type { ProgressPart } from "./progress";

/** A follow-up with where it stands and what was answered last. */
export type AnsweredFollowUp = FollowUp & {
  readonly part: ProgressPart;
  readonly answer: string | null;
  readonly answeredAt: string | null;
  readonly answeredBy: string | null;
};

/** A follow-up that is said to be done, and what the figures say of it. */
export type SaidShort = {
  readonly followUp: AnsweredFollowUp;
  readonly order: Order;
  readonly addressee: Addressee;
  readonly measured: Measured;
};
