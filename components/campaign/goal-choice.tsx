import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import { DateField } from "@/components/base/ui/date-field";
import { TextField } from "@/components/base/ui/field";
import { goalOn } from "@/lib/coverage/dated-goal";
import { formats } from "@/lib/base/i18n/format";
import { addDays } from "@/lib/base/time/calendar-day";
import { isGoalChanged, type DraftIntervention } from "@/lib/campaign/draft/given";
import { latestGoal } from "@/lib/campaign/goal-change";
import { meantPercent } from "@/lib/campaign/goal-text";

import { GoalNeed } from "./goal-need";

const scopes = ["each", "whole", "none"] as const;

type Props = {
  readonly each: DraftIntervention;
  /** The path of a field in the body. */
  readonly at: (field: string) => string;
  readonly set: (changes: Partial<DraftIntervention>) => void;
  readonly problemAt: (path: string) => string | undefined;
};

/** The goal of an intervention: of each unit, of the sum, or none; from which day, by what, and why. */
export function GoalChoice(props: Props) {
  const t = useTranslations("campaigns.form.goalChoice");
  const { each, at, set } = props;
  const isChanged = isGoalChanged(each);
  /** Another goal holds from today on, until another day is typed. */
  const change = (changes: Partial<DraftIntervention>) =>
    set(!isChanged && each.isKept ? { ...changes, goalFrom: "" } : changes);

  return (
    <div className="mt-3 rounded-panel border border-line p-3 tablet:p-4">
      <p className="text-dense font-semibold">{t("title")}</p>
      <p className="text-note text-ink3">{t("note")}</p>
      <div className="mt-2 grid items-start gap-4 desktop:grid-cols-[1fr_1fr]">
        <fieldset
          id={at("goalScope")}
          tabIndex={-1}
          className="rounded-field border border-line-strong"
        >
          <legend className="sr-only">{t("title")}</legend>
          {scopes.map((scope) => (
            <label
              key={scope}
              className={clsx(
                "flex min-h-11 items-start gap-3 border-t border-line px-3 py-2.5 first-of-type:border-t-0",
                each.goalScope === scope && "bg-sunken",
              )}
            >
              <input
                type="radio"
                name={at("goalScope")}
                value={scope}
                className="mt-0.5 size-5 shrink-0 accent-brand tablet:size-4"
                checked={each.goalScope === scope}
                onChange={() => change({ goalScope: scope })}
              />
              <span className="grid text-dense font-semibold">
                {t(`scopes.${scope}`)}
                <span className="text-note font-normal text-ink2">{t(`scopeNotes.${scope}`)}</span>
                {scope === "none" ? null : <GoalNeed each={each} scope={scope} />}
              </span>
            </label>
          ))}
        </fieldset>
        <Terms {...props} change={change} />
      </div>
      <Standing each={each} />
    </div>
  );
}

/** Percent, first day, basis, and of another goal than before the reason. */
function Terms({
  each,
  at,
  set,
  change,
  problemAt,
}: Props & { readonly change: (changes: Partial<DraftIntervention>) => void }) {
  const t = useTranslations("campaigns.form");
  const goal = useTranslations("campaigns.form.goalChoice");
  const locale = useLocale();
  const meant = each.goalScope === "none" ? null : meantPercent(each.goal);
  return (
    <div className="grid items-start gap-3 tablet:grid-cols-[6rem_1fr]">
      {each.goalScope === "none" ? null : (
        <TextField
          id={at("coverageGoal")}
          name={at("coverageGoal")}
          label={t("goal")}
          value={each.goal}
          inputMode="decimal"
          onChange={({ target }) => change({ goal: target.value })}
          problem={problemAt(at("coverageGoal"))}
        />
      )}
      <DateField
        id={at("goalFrom")}
        name={at("goalFrom")}
        locale={locale}
        label={goal("from")}
        hint={each.goalFrom === "" ? goal(each.isKept ? "fromToday" : "fromStart") : undefined}
        value={each.goalFrom}
        onChange={({ target }) => set({ goalFrom: target.value })}
        problem={problemAt(at("goalFrom"))}
      />
      {meant === null ? null : (
        <Button
          variant="secondary"
          onClick={() => change({ goal: meant })}
          className="justify-self-start tablet:col-span-full"
        >
          {t("meantGoal", { percent: meant })}
        </Button>
      )}
      <div className="tablet:col-span-full">
        <TextField
          id={at("goalDecree")}
          name={at("goalDecree")}
          label={goal("decree")}
          hint={goal("decreeHint")}
          value={each.goalDecree}
          onChange={({ target }) => change({ goalDecree: target.value })}
          problem={problemAt(at("goalDecree"))}
        />
      </div>
      {isGoalChanged(each) ? (
        <div className="tablet:col-span-full">
          <TextField
            id={at("goalReason")}
            name={at("goalReason")}
            label={goal("reason")}
            hint={goal("reasonHint")}
            value={each.goalReason}
            onChange={({ target }) => set({ goalReason: target.value })}
            problem={problemAt(at("goalReason"))}
          />
        </div>
      ) : null}
    </div>
  );
}

/** The goals that stand, each with its days; what another one follows is struck through. */
function Standing({ each }: { readonly each: DraftIntervention }) {
  const t = useTranslations("campaigns.form.goalChoice");
  const format = formats(useLocale());
  const last = latestGoal(each.goals);
  const days = [...new Set(each.goals.map(({ fromDay }) => fromDay))].sort();
  if (last === null || days.length < 2) return null;
  return (
    <ul className="mt-3 space-y-1 text-note text-ink2">
      {days.map((fromDay, index) => {
        const goal = goalOn(each.goals, fromDay);
        const next = days[index + 1];
        const what =
          goal?.share == null
            ? t("none")
            : t(`standing.${goal.scope}`, { goal: format.goal(goal.share) });
        return (
          <li key={fromDay}>
            {next === undefined ? (
              t("since", { goal: what, date: format.day(fromDay) })
            ) : (
              <s>
                {t("until", {
                  goal: what,
                  from: format.day(fromDay),
                  date: format.day(addDays(next, -1)),
                })}
              </s>
            )}
            {goal?.decree ? ` ${goal.decree}` : ""}
            {goal?.reason ? ` (${goal.reason})` : ""}
          </li>
        );
      })}
    </ul>
  );
}
