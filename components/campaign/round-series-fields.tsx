import { useTranslations } from "next-intl";

import { TextAreaField, TextField } from "@/components/base/ui/field";
import { wholeNumberOf } from "@/lib/campaign/draft/text";
import type { DraftRound } from "@/lib/campaign/draft/rounds";
import { gapBefore } from "@/lib/campaign/predecessor";
import { isCalendarDay } from "@/lib/base/time/calendar-day";

/** What a round has to do with the one before it, and where it is held. */
export function RoundSeriesFields(props: {
  readonly index: number;
  readonly round: DraftRound;
  readonly rounds: readonly DraftRound[];
  readonly set: (part: Partial<DraftRound>) => void;
  readonly problemAt: (path: string) => string | undefined;
}) {
  const t = useTranslations("campaigns.form");
  const { index, problemAt, round, set } = props;
  const at = (field: string) => `rounds.${index}.${field}`;
  const gap = gapOf(round, props.rounds);
  const isFirst = !props.rounds.some(({ number }) => number < round.number);
  return (
    <div className="mt-3 grid items-start gap-4 tablet:grid-cols-3">
      {isFirst ? null : (
        <TextField
          id={at("minGapDays")}
          name={at("minGapDays")}
          label={t("minGapDays")}
          value={round.minGapDays ?? ""}
          inputMode="numeric"
          onChange={({ target }) => set({ minGapDays: target.value })}
          hint={gap ? t("gapNow", { days: String(gap.days) }) : undefined}
          problem={problemAt(at("minGapDays"))}
        />
      )}
      {gap?.isShort || round.gapReason ? (
        <TextField
          id={at("gapReason")}
          name={at("gapReason")}
          label={t("gapReason", { days: String(gap?.minDays ?? "") })}
          value={round.gapReason ?? ""}
          maxLength={300}
          onChange={({ target }) => set({ gapReason: target.value })}
          hint={t("gapReasonNote")}
          problem={problemAt(at("gapReason"))}
        />
      ) : null}
      <TextAreaField
        id={at("units")}
        name={at("units")}
        label={t("roundUnits")}
        value={round.units ?? ""}
        rows={2}
        spellCheck={false}
        onChange={({ target }) => set({ units: target.value })}
        hint={t("roundUnitsNote")}
        problem={problemAt(at("units"))}
      />
    </div>
  );
}

/** The days that lie between, as far as the dates are typed. */
function gapOf(round: DraftRound, rounds: readonly DraftRound[]) {
  const dated = rounds.filter(
    ({ startsOn, endsOn }) => isCalendarDay(startsOn) && isCalendarDay(endsOn),
  );
  if (!dated.includes(round)) return null;
  const withGap = (each: DraftRound) => {
    const days = wholeNumberOf(each.minGapDays ?? "");
    return { ...each, minGapDays: typeof days === "number" ? days : null };
  };
  return gapBefore(dated.map(withGap), withGap(round));
}
