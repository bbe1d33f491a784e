import {
  readWrittenCount,
  type CountFault,
  type Grouping,
  type WrittenCount,
} from "@/lib/base/forms/written-count";

import { maxCount } from "./tally-count";

/** Why a typed count is rejected. Each has a sentence in the catalogue, under `entry.rejected`. */
export type CountRejection = CountFault;

/**
 * Reads a count that a person types or pastes. In a field of one's own "1.234" is 1234, as written
 * here everywhere; a pasted block says by its other cells what its dots are.
 */
export function readTypedCount(typed: string, grouping: Grouping = "dot"): WrittenCount {
  return readWrittenCount(typed, { grouping, most: maxCount });
}
