import clsx from "clsx";
import { useLocale } from "next-intl";
import { useSentences } from "@/components/base/use-sentences";
import type { ReactNode } from "react";

import { runningTargetTenths } from "@/lib/coverage/running-target";
import type { Wording } from "@/lib/base/i18n/wording";
import { formats } from "@/lib/base/i18n/format";

import { bulletMarks, labelWidth, roomFor, type Bullet } from "./bullet-axis";
import { BulletTrack } from "./bullet-track";

/**
 * Coverage against the goal and against where it should be today. `normal` writes its figures
 * above and below; `small` is the bar alone, for places that have them beside it.
 *
 * The whole of it is one image with a sentence for a name, so the labels are not read twice; counts
 * that are links stand below the image.
 */
export function BulletBar(
  props: Bullet & {
    /** Whom the counts are of. */
    readonly wording: Wording;
    readonly size?: "normal" | "small";
    /** The counts below the bar, each with the way to what is behind it; only of a normal one. */
    readonly countLinks?: { readonly doses: ReactNode; readonly people: ReactNode };
    readonly className?: string;
  },
) {
  const t = useSentences("summary.bar", props.wording);
  const format = formats(useLocale());
  const marks = bulletMarks(props);
  const { counts, goal, elapsed, forecast, status, countLinks } = props;
  const people = counts.targetPopulation;

  const goalText = format.goal(goal);
  const runningText =
    marks.running === null || goal === null
      ? null
      : format.tenths(runningTargetTenths({ goal, ...elapsed }));
  const forecastText =
    marks.forecast && forecast && people
      ? format.percentRange(forecast.low / people, forecast.high / people, goal)
      : null;
  const countTexts = {
    doses: format.count(counts.dosesAdministered),
    people: format.count(people),
  };
  const reason = people === null ? t("noTarget") : people === 0 ? t("emptyTarget") : null;
  const name = [
    reason === null ? format.coverage(counts) : null,
    reason ?? t("countsPlain", countTexts),
    goal === null ? t("noGoal") : t("goalPlain", { value: goalText }),
    runningText && reason === null ? t("runningPlain", { value: runningText }) : null,
    forecastText ? t("forecastPlain", { value: forecastText }) : null,
    marks.verified === null
      ? null
      : t("unverified", { count: format.count(props.unverifiedDoses ?? 0) }),
  ]
    .filter((part) => part !== null)
    .join(", ");
  const track = <BulletTrack marks={marks} status={status} isSmall={props.size === "small"} />;
  if (props.size === "small") {
    return (
      <div role="img" aria-label={name} className={props.className}>
        {track}
      </div>
    );
  }

  const bold = (chunks: ReactNode) => <b className="font-semibold text-ink">{chunks}</b>;
  return (
    <div
      className={clsx("@container text-axis text-ink2 print:text-[0.9rem]/[1.35]", props.className)}
    >
      <div role="img" aria-label={name}>
        {marks.goal === null ? null : (
          <AboveLabels
            goal={{ at: marks.goal, text: t("goalPlain", { value: goalText }) }}
            running={
              marks.running === null || runningText === null || reason !== null
                ? null
                : { at: marks.running, text: t("runningPlain", { value: runningText }) }
            }
            goalLabel={t.rich("goal", { value: goalText, b: bold })}
            runningLabel={t.rich("running", { value: runningText ?? "", b: bold })}
          />
        )}
        {track}
      </div>
      <div className="relative mt-0.5 h-[1.35em] whitespace-nowrap print:-mt-1">
        {countLinks && reason === null ? (
          <span>
            {t.rich("countsLinked", {
              doses: () => countLinks.doses,
              people: () => countLinks.people,
              b: bold,
            })}
          </span>
        ) : (
          <span aria-hidden>{reason ?? t.rich("counts", { ...countTexts, b: bold })}</span>
        )}
        {marks.forecast && forecastText ? (
          <Label
            at={(marks.forecast.low + marks.forecast.high) / 2}
            width={labelWidth(t("forecastPlain", { value: forecastText }))}
            after={labelWidth(t("countsPlain", countTexts)) + 1}
            isHidden
          >
            {t.rich("forecast", { value: forecastText, b: bold })}
          </Label>
        ) : null}
      </div>
    </div>
  );
}

type Mark = { readonly at: number; readonly text: string };

/** Each label over its mark; side by side at the right end where the bar is too short for both. */
function AboveLabels(props: {
  readonly goal: Mark;
  readonly running: Mark | null;
  readonly goalLabel: ReactNode;
  readonly runningLabel: ReactNode;
}) {
  const { goal, running } = props;
  const widths = { left: labelWidth(running?.text ?? ""), right: labelWidth(goal.text) };
  const room = running ? roomFor({ left: running.at, right: goal.at }, widths) : "all";

  return (
    <div className="relative mb-0.5 h-[1.35em] whitespace-nowrap print:-mb-0.5">
      <div className={apart[room]}>
        {running ? (
          <Label at={running.at} width={widths.left}>
            {props.runningLabel}
          </Label>
        ) : null}
        <Label at={goal.at} width={widths.right}>
          {props.goalLabel}
        </Label>
      </div>
      {running ? (
        <div className={clsx("text-right", merged[room])}>
          {props.runningLabel} <span aria-hidden>·</span> {props.goalLabel}
        </div>
      ) : null}
    </div>
  );
}

const apart = {
  all: "",
  medium: "hidden @min-[32em]:block",
  wide: "hidden @min-[45em]:block",
  none: "hidden",
} as const;

const merged = {
  all: "hidden",
  medium: "@min-[32em]:hidden",
  wide: "@min-[45em]:hidden",
  none: "",
} as const;

/** Centred over a mark, kept inside the bar and behind what stands before it. */
function Label(props: {
  readonly at: number;
  readonly width: number;
  readonly after?: number;
  /** Said by the image's name already. */
  readonly isHidden?: boolean;
  readonly children: ReactNode;
}) {
  const { at, width, after = 0 } = props;
  return (
    <span
      aria-hidden={props.isHidden}
      className="absolute top-0 text-center"
      style={{
        width: `${width}em`,
        left: `max(${after}em, min(${at}% - ${width / 2}em, 100% - ${width}em))`,
      }}
    >
      {props.children}
    </span>
  );
}
