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
  type PlaceEffect,
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

/** What a change does, the loss first, and in one sentence over all days. */
function Effects(props: { readonly effects: readonly PlaceEffect[]; readonly days: number }) {
  const t = useTranslations("whatIf");
  const format = formats(useLocale());
  const { effects } = props;
  return (
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
              days: props.days,
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
  const field = (name: "team" | "to" | "name" | "from" | "until" | "perDay") => ({
    id: `what-${name}`,
    name,
    label: t(name),
    problem: problemOf(name),
  });
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
          {...field("team")}
          value={team}
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
          {...field("to")}
          value={to}
          onChange={(event) => choose(() => setTo(event.target.value))}
        >
          {places.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        {team === added ? <TextField {...field("name")} className="col-span-2" /> : null}
        <SelectField
          {...field("from")}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        >
          {dayOptions}
        </SelectField>
        <SelectField
          {...field("until")}
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        >
          {dayOptions}
        </SelectField>
        <TextField
          {...field("perDay")}
          inputMode="numeric"
          value={typed ?? String(expected)}
          onChange={(event) => setTyped(event.target.value)}
          className="col-span-2"
        />
      </div>
      <Effects effects={effects} days={count} />
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
        isNeedKnown={places.some(({ need }) => need !== null)}
        onTry={(chosen) => {
          choose(() => setTeam(chosen.team.id));
          setTo(chosen.to.code);
        }}
      />
    </form>
  );
}
