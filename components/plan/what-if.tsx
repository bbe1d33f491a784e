"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState, useState } from "react";

import { FormOutcome, type FormAction } from "@/components/base/register/form-outcome";
import { useFieldProblem } from "@/components/base/register/use-field-problem";
import { Button } from "@/components/base/ui/button";
import { SelectField, TextField } from "@/components/base/ui/field";
import { Panel } from "@/components/base/ui/panel";
import { useHydrated } from "@/components/base/ui/use-hydrated";
import { untouched } from "@/lib/base/forms/form-state";
import { formats } from "@/lib/base/i18n/format";
import { daysBetween, type CalendarDay } from "@/lib/base/time/calendar-day";
import {
  effectsOf,
  expectedPerDay,
  suggestedMove,
  type PlaceLoad,
  type TeamLoad,
} from "@/lib/plan/what-if";

import { EffectRow } from "./effect-row";
import { Suggestion } from "./suggestion";

type WhatIfProps = {
  readonly slug: string;
  readonly places: readonly PlaceLoad[];
  readonly teams: readonly TeamLoad[];
  /** Days that a team can be moved for, in order. */
  readonly days: readonly CalendarDay[];
  /** Under which the press is sent. */
  readonly sent: string;
  readonly apply: FormAction;
};

/** What moving or adding a team would change, reckoned here: nothing is stored before it is applied. */
export function WhatIf(props: WhatIfProps) {
  const t = useTranslations("whatIf");
  const isHydrated = useHydrated();
  return (
    <Panel title={t("title")} className="print:hidden">
      {isHydrated ? (
        <WhatIfForm {...props} />
      ) : (
        <p className="mt-1 text-dense text-ink2">{t("needsScripts")}</p>
      )}
    </Panel>
  );
}

/** The choice of the form that stands for a team that there is not yet. */
const added = "";

function WhatIfForm({ slug, places, teams, days, sent, apply }: WhatIfProps) {
  const t = useTranslations("whatIf");
  const format = formats(useLocale());
  const [state, act, isPending] = useActionState(apply, untouched);
  const problemOf = useFieldProblem(state);
  const suggestion = suggestedMove(places, teams);
  const [team, setTeam] = useState(teams[0]?.id ?? added);
  const moved = teams.find(({ id }) => id === team);
  const [to, setTo] = useState(places.find(({ code }) => code !== moved?.base)?.code ?? "");
  const [typed, setTyped] = useState<string | null>(null);
  const [from, setFrom] = useState(days[0] ?? "");
  const [until, setUntil] = useState(days.at(-1) ?? "");
  const expected = expectedPerDay(to, moved?.peoplePerDay ?? 50, teams);
  const perDay = typed === null ? expected : Number(typed);
  const count = from !== "" && until !== "" ? Math.max(0, daysBetween(from, until) + 1) : 0;
  const effects = effectsOf(places, teams, {
    team: moved?.id ?? null,
    to,
    perDay: Number.isFinite(perDay) && perDay > 0 ? Math.round(perDay) : 0,
    days: count,
  });
  const choose = (change: () => void) => {
    change();
    setTyped(null);
  };
  const dayOptions = days.map((day) => (
    <option key={day} value={day}>
      {format.weekdayDay(day)}
    </option>
  ));
  return (
    <form action={act} className="mt-3 grid gap-3">
      <FormOutcome state={state} saved="" />
      <input type="hidden" name="kampanye" value={slug} />
      <input type="hidden" name="sent" value={sent} />
      <div className="grid grid-cols-2 gap-3">
        <SelectField
          id="what-team"
          name="team"
          label={t("team")}
          value={team}
          problem={problemOf("team")}
          onChange={(event) => choose(() => setTeam(event.target.value))}
        >
          {teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value={added}>{t("newTeam")}</option>
        </SelectField>
        <SelectField
          id="what-to"
          name="to"
          label={t("to")}
          value={to}
          problem={problemOf("to")}
          onChange={(event) => choose(() => setTo(event.target.value))}
        >
          {places.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        {team === added ? (
          <TextField
            id="what-name"
            name="name"
            label={t("name")}
            problem={problemOf("name")}
            className="col-span-2"
          />
        ) : null}
        <SelectField
          id="what-from"
          name="from"
          label={t("from")}
          value={from}
          problem={problemOf("from")}
          onChange={(event) => setFrom(event.target.value)}
        >
          {dayOptions}
        </SelectField>
        <SelectField
          id="what-until"
          name="until"
          label={t("until")}
          value={until}
          problem={problemOf("until")}
          onChange={(event) => setUntil(event.target.value)}
        >
          {dayOptions}
        </SelectField>
        <TextField
          id="what-per-day"
          name="perDay"
          label={t("perDay")}
          inputMode="numeric"
          value={typed ?? String(expected)}
          problem={problemOf("perDay")}
          onChange={(event) => setTyped(event.target.value)}
          className="col-span-2"
        />
      </div>
      <div aria-live="polite">
        {effects.length === 0 ? (
          <p className="text-dense text-ink2">{t("same")}</p>
        ) : (
          <>
            {effects.map((effect) => (
              <EffectRow key={effect.code} effect={effect} />
            ))}
            <p className="border-t border-line pt-2 text-dense font-semibold">
              {t("sum", {
                days: count,
                parts: format.list(
                  effects.map(({ name, change }) =>
                    t("change", { place: name, change: format.signed(change) }),
                  ),
                ),
              })}
            </p>
            <p className="text-note text-ink3">{t("noteApply")}</p>
          </>
        )}
      </div>
      <Button
        type="submit"
        variant="primary"
        size="phone"
        disabled={isPending || effects.length === 0 || count === 0}
        className="justify-self-start"
      >
        {isPending ? t("applying") : t("apply")}
      </Button>
      <Suggestion
        suggestion={suggestion}
        onTry={(chosen) => {
          choose(() => setTeam(chosen.team.id));
          setTo(chosen.to.code);
        }}
      />
    </form>
  );
}
