import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import type { Goal } from "@/lib/coverage/goal";
import type { Wording } from "@/lib/base/i18n/wording";
import { formats } from "@/lib/base/i18n/format";
import type { Sentence } from "@/lib/monitor/summary/sentence";

import { bold } from "./bold";
import type { PlaceNoun } from "@/lib/campaign/unit-kind";

/**
 * The verdict on one intervention in words.
 *
 * @param isShort leaves the paces out, where bars beside it show them.
 */
export function VerdictSentence(props: {
  readonly wording: Wording;
  readonly sentence: Sentence;
  readonly goal: Goal | null;
  readonly places: PlaceNoun;
  /** How many places there are; one has no places below it to speak of. */
  readonly partCount: number;
  readonly isOver: boolean;
  readonly isShort?: boolean;
}) {
  const t = useSentences("summary", props.wording);
  const places = useTranslations("places");
  const format = formats(useLocale());
  const { sentence } = props;
  const goal = format.goal(props.goal);
  switch (sentence.kind) {
    case "noTarget":
    case "emptyTarget":
      return t(`sentence.${sentence.kind}`);
    case "noGoal":
      return t.rich("sentence.noGoal", {
        given: format.count(sentence.given),
        people: format.count(sentence.people),
        remaining: format.count(sentence.remaining),
        b: bold,
      });
    case "notStarted":
      return t.rich("sentence.notStarted", {
        goal,
        count: format.count(sentence.goalCount),
        b: bold,
      });
    case "reached": {
      const { below } = sentence;
      const isBeyond = String(sentence.isBeyond);
      if (below === null) return t("sentence.reachedOne", { goal, isBeyond });
      const count = below === 0 ? props.partCount : below;
      const noun = places(`counted.${props.places}`, { count });
      const values = { goal, isBeyond, below, places: noun, b: bold };
      if (props.partCount < 2) return t("sentence.reachedOne", { goal, isBeyond });
      if (below === 0) return t.rich("sentence.reachedAll", values);
      return t.rich(props.isOver ? "sentence.reachedEnded" : "sentence.reached", values);
    }
    case "doubtful":
      return t.rich("sentence.doubtful", { goal, doses: format.count(sentence.doses), b: bold });
    case "notJudged":
      return t.rich("sentence.notJudged", {
        needed: format.count(sentence.needed),
        perDay: format.count(sentence.perDay),
        b: bold,
      });
    case "outOfTime":
    case "noReport":
      return t.rich(`sentence.${sentence.kind}`, {
        needed: format.count(sentence.needed),
        b: bold,
      });
    case "tooEarly":
    case "unrealistic":
    case "withinReach":
    case "fallsShort":
      return t.rich(`sentence.${props.isShort ? "short" : "long"}.${sentence.kind}`, {
        needed: format.count(sentence.needed),
        perDay: format.count(sentence.perDay),
        recent: format.pace("recentPace" in sentence ? sentence.recentPace : null),
        range:
          sentence.kind === "fallsShort"
            ? format.percentRange(sentence.low, sentence.high, props.goal)
            : "",
        b: bold,
      });
  }
}
