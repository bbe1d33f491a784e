"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";

import { FormOutcome } from "@/components/base/register/form-outcome";
import { useFieldProblem } from "@/components/base/register/use-field-problem";
import { Button } from "@/components/base/ui/button";
import { ButtonLink } from "@/components/base/ui/button-link";
import { EmptyState } from "@/components/base/ui/empty-state";
import { SelectField } from "@/components/base/ui/field";
import { Panel } from "@/components/base/ui/panel";
import { typedOr, untouched, type FormState } from "@/lib/base/forms/form-state";
import { routes, withQuery } from "@/lib/base/routes";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { periodBefore, periodKey, periodOn } from "@/lib/indicator/period";

import { usePeriodName } from "./indicator-words";

type Add = (previous: FormState, form: FormData) => Promise<FormState>;

/** There is no indicator yet: the template, or a list of one's own. */
export function NothingImproved(props: {
  readonly slug: string;
  readonly noun: string;
  readonly today: CalendarDay;
  /** null: somebody else sets the list up. */
  readonly addTemplate: Add | null;
}) {
  const t = useTranslations("indicators.empty");
  const { slug, noun } = props;
  if (props.addTemplate === null) return <EmptyState title={t("title")}>{t("reader")}</EmptyState>;
  return (
    <>
      <EmptyState
        title={t("title")}
        steps={(["list", "baseline", "next"] as const).map((step) => ({
          title: t(step),
          note: t(`${step}Note`, { noun }),
          isDone: false,
          ...(step === "list" && {
            action: (
              <ButtonLink href={withQuery(routes.newIndicator, { kampanye: slug })} size="phone">
                {t("list")}
              </ButtonLink>
            ),
          }),
        }))}
      >
        {t("text")}
      </EmptyState>
      <div className="mx-auto max-w-160 pb-12">
        <TemplateForm slug={slug} today={props.today} add={props.addTemplate} />
      </div>
    </>
  );
}

/** Adds the fourteen indicators of the template. */
export function TemplateForm(props: {
  readonly slug: string;
  readonly today: CalendarDay;
  readonly add: Add;
}) {
  const t = useTranslations("indicators.template");
  const [state, add, isPending] = useActionState(props.add, untouched);
  const problemOf = useFieldProblem(state);
  const periodName = usePeriodName();
  const last = periodOn("half", props.today);
  const choices = Array.from({ length: 12 }, (_, count) => periodBefore(last, count));
  return (
    <Panel title={t("title")} note={t("note")}>
      <form action={add} className="mt-3 grid gap-3">
        <FormOutcome state={state} saved={t("add")} />
        <input type="hidden" name="kampanye" value={props.slug} />
        <SelectField
          id="baseline"
          name="baseline"
          label={t("baseline")}
          hint={t("baselineHint")}
          defaultValue={typedOr(state, "baseline", periodKey(periodBefore(last)))}
          problem={problemOf("baseline")}
          className="max-w-80"
        >
          {choices.map((period) => (
            <option key={periodKey(period)} value={periodKey(period)}>
              {periodName(period)}
            </option>
          ))}
        </SelectField>
        <p>
          <Button type="submit" variant="primary" size="phone" disabled={isPending}>
            {t("add")}
          </Button>
        </p>
      </form>
    </Panel>
  );
}
