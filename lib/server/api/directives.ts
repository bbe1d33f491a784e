import type { z } from "zod";

import { measureKey } from "@/lib/directive/measure";
import { progressOf } from "@/lib/directive/progress";
import type { WholeDirective } from "@/lib/directive/server/directive-queries";

import type { directiveAnswer } from "./schema/directives";

/** A directive with its orders and addressees, and how far each is, as the API tells it. */
export function toldDirective(found: WholeDirective): z.infer<typeof directiveAnswer>["directive"] {
  const { directive, orders, addressees, cells } = found;
  return {
    ...directive,
    orders: orders.map(({ measure, askedOf, ...order }) => ({
      ...order,
      askedOf: [...askedOf],
      measure: measure && measureKey(measure),
      progress: progressOf(cells.filter((cell) => cell.order === order.position)),
    })),
    addressees: addressees.map(({ office, ...addressee }) => ({
      ...addressee,
      office: office?.code ?? null,
      progress: progressOf(cells.filter((cell) => cell.addressee === addressee.position)),
    })),
    progress: progressOf(cells),
  };
}
