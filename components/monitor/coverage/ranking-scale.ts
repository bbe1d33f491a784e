import type { Goal } from "@/lib/coverage/goal";
import type { Axis } from "@/components/base/chart/axis";

/** The axis of the bars with the lines across them, in its own unit. */
export type RankingScale = Axis & { readonly goal: Goal | null; readonly running: number | null };
