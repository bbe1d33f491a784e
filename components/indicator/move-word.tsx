import { useTranslations } from "next-intl";

import type { Move } from "@/lib/indicator/quantity";
import type { IndicatorWhole } from "@/lib/indicator/whole";

const arrows: Readonly<Record<Move, string>> = { up: "↑", down: "↓", same: "–" };

/** "↓ membaik": the arrow is where the value went, the word whether that is good. */
export function MoveWord(props: {
  readonly move: Move | null;
  readonly verdict: NonNullable<IndicatorWhole["verdict"]>;
}) {
  const t = useTranslations("indicators.verdicts");
  const { move, verdict } = props;
  return (
    <span className={`verdict ${verdict}`}>
      {move === null ? null : <span aria-hidden>{arrows[move]} </span>}
      {t(verdict)}
    </span>
  );
}
