"use client";

import { CalendarX } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useActionState, type ComponentProps } from "react";

import { KeptFields } from "@/components/base/kept/kept-fields";
import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { ButtonLink } from "@/components/base/ui/button-link";
import { DateField } from "@/components/base/ui/date-field";
import { TextField } from "@/components/base/ui/field";
import { Panel } from "@/components/base/ui/panel";
import { typedOr, untouched, type FormState } from "@/lib/base/forms/form-state";
import { formats } from "@/lib/base/i18n/format";
import { correctionAnchor } from "@/lib/base/routes";
import type { CorrectionAnswer } from "@/lib/campaign/target-population/preview";

import { WhichNumber, type CorrectTarget } from "./correct-target";
import { NumberVersions } from "./number-versions";

type WithdrawTargetProps = Omit<ComponentProps<typeof CorrectTarget>, "withdrawHref"> & {
  /** What divides once the figure is withdrawn: the sum of the place's units, and how many have one. */
  readonly units: { readonly people: number; readonly known: number; readonly all: number };
};

/**
 * Withdraws the figure of a kecamatan or the kabupaten itself, from a day on and for a reason; says
 * before what divides then. A page of its own in the address, so that it works without scripts.
 */
export function WithdrawTarget(props: WithdrawTargetProps) {
  const t = useTranslations("targets");
  const common = useTranslations("common");
  const problems = useTranslations("problems");
  const names = useTranslations("common.targetSources");
  const f = formats(useLocale());
  const [state, submit, isStoring] = useActionState<FormState<CorrectionAnswer>, FormData>(
    props.action,
    untouched,
  );
  const { unit, box, standing, units } = props;
  const changed = state.status === "saved" ? state.result : null;
  const seen = changed ? changed.now : (standing?.people ?? null);
  const rejected = state.status === "rejected" ? state : null;
  const problemOf = (field: string) => {
    const [first] = rejected?.fields[field] ?? [];
    return first && problems(first);
  };
  const typed = (field: string, preset = "") =>
    changed ? (changed.typed[field] ?? preset) : typedOr(state, field, preset);
  const isForRound = props.hasRounds && standing !== null && standing.round > 0;
  return (
    <section id={correctionAnchor} className="scroll-mt-20">
      <Panel
        title={t("withdraw.title", { unit: unit.name })}
        note={t("withdraw.note", {
          column: box.label,
          source: names(props.source),
          rounds: !props.hasRounds ? "none" : isForRound ? "one" : "all",
          round: props.round,
        })}
      >
        <form
          action={submit}
          noValidate
          className="mt-3 grid max-w-180 gap-4"
          aria-busy={isStoring}
        >
          <WhichNumber {...props} seen={seen} />
          <KeptFields {...props.kept} turn={state} />
          {changed ? (
            <Banner
              kind="warning"
              role="alert"
              title={
                changed.now === null
                  ? t("withdraw.gone")
                  : t("withdraw.changed", { people: f.count(changed.now) })
              }
            />
          ) : null}
          {rejected?.code ? (
            <Banner kind="error" role="alert" title={problems(rejected.code)} />
          ) : null}
          <p className="text-dense">
            {t("withdraw.then", {
              people: f.count(seen),
              sum: f.count(units.people),
              known: units.known,
              units: units.all,
            })}
          </p>
          {units.known < units.all ? (
            <Banner
              kind="warning"
              title={t("withdraw.missing", { units: units.all - units.known })}
            />
          ) : null}
          <Fields typed={typed} problemOf={problemOf} today={props.today} />
          <div className="flex flex-wrap gap-2">
            <ButtonLink href={props.backHref}>{common("cancel")}</ButtonLink>
            <Button type="submit" variant="primary" disabled={isStoring || seen === null}>
              <CalendarX aria-hidden className="size-4" />
              {t("withdraw.confirm")}
            </Button>
          </div>
        </form>
        <NumberVersions {...props} />
      </Panel>
    </section>
  );
}

function Fields(props: {
  readonly typed: (field: string, preset?: string) => string;
  readonly problemOf: (field: string) => string | undefined;
  readonly today: string;
}) {
  const t = useTranslations("targets");
  const locale = useLocale();
  const { typed, problemOf } = props;
  return (
    <>
      <div className="grid gap-4 tablet:grid-cols-2">
        <DateField
          id="inForceFrom"
          name="inForceFrom"
          locale={locale}
          label={t("withdraw.from")}
          hint={t("withdraw.fromHint")}
          required
          defaultValue={typed("inForceFrom", props.today)}
          problem={problemOf("inForceFrom")}
        />
        <TextField
          id="decree"
          name="decree"
          label={t("form.decree")}
          maxLength={120}
          autoComplete="off"
          defaultValue={typed("decree")}
          problem={problemOf("decree")}
        />
      </div>
      <TextField
        id="reason"
        name="reason"
        label={t("version.reason")}
        hint={t("correct.reasonHint")}
        required
        maxLength={300}
        autoComplete="off"
        defaultValue={typed("reason")}
        problem={problemOf("reason")}
      />
    </>
  );
}
