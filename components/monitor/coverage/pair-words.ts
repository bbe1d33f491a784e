import type { useTranslations } from "next-intl";

import type { PairStep, PairView } from "@/lib/monitor/coverage/pair";

import { capital } from "./coverage-title";

type Words = {
  /** "Putaran 1", "Dosis 1" */
  readonly head: (step: PairStep) => string;
  /** The same within a sentence. */
  readonly within: (step: PairStep) => string;
};

/** What the two of a pair are called. */
export function pairWords(
  t: ReturnType<typeof useTranslations<"coverage.pair">>,
  { pair }: Pick<PairView, "pair">,
): Words {
  const within = ({ round, intervention }: PairStep) =>
    pair.kind === "rounds" ? t("round", { number: String(round.number) }) : intervention.shortName;
  return { within, head: (step) => capital(within(step)) };
}
