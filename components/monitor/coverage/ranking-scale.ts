import type { Axis } from "@/components/base/chart/axis";

/** The axis of the bars with the lines across them, in its own unit. */
export type RankingScale = Axis & { readonly goal: number | null; readonly running: number | null };
