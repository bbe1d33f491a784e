"use client";

import { Save } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useActionState } from "react";

import { KeptFields } from "@/components/base/kept/kept-fields";
import type { KeptAs } from "@/components/base/kept/kept-notice";
import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { ButtonLink } from "@/components/base/ui/button-link";
import { DateField } from "@/components/base/ui/date-field";
import { TextField } from "@/components/base/ui/field";
import { Panel } from "@/components/base/ui/panel";
import type { TargetSource } from "@/lib/campaign/campaign";
import { typedOr, untouched, type FormState } from "@/lib/base/forms/form-state";
import { formats } from "@/lib/base/i18n/format";
import type { CorrectionAnswer } from "@/lib/campaign/target-population/preview";
import { correctionAnchor } from "@/lib/base/routes";
import type { TimeZone } from "@/lib/base/time/time-zone";

import { NumberVersions, type NumberVersion } from "./number-versions";

type CorrectTargetProps = {
  readonly slug: string;
  readonly unit: { readonly code: string; readonly name: string; readonly subdistrict: string };
  readonly box: {
    readonly intervention: string;
    readonly targetGroup: string;
    readonly label: string;
  };
  readonly source: TargetSource;
  readonly round: number;
  readonly hasRounds: boolean;
  /** The number in force; null: there is none. */
  readonly standing: NumberVersion | null;
  readonly versions: readonly NumberVersion[];
  readonly timeZone: TimeZone;
  readonly today: string;
  readonly backHref: string;
  /** Where the figure of a larger place is withdrawn; null: a unit's number is not, nor one that is none. */
  readonly withdrawHref: string | null;
  readonly kept: KeptAs;
  readonly action: (
    previous: FormState<CorrectionAnswer>,
    form: FormData,
  ) => Promise<FormState<CorrectionAnswer>>;
};

/**
 * One number of the target populations, to be changed as a new version, with all that it was. A page
 * of its own in the address, so that it works without scripts.
 */
export function CorrectTarget(props: CorrectTargetProps) {
  const t = useTranslations("targets");
  const names = useTranslations("common.targetSources");
  const common = useTranslations("common");
  const problems = useTranslations("problems");
  const f = formats(useLocale());
  const { unit, box, source, standing, round } = props;
  const [state, submit, isStoring] = useActionState<FormState<CorrectionAnswer>, FormData>(
    props.action,
    untouched,
  );
  const changed = state.status === "saved" ? state.result : null;
  const seen = changed ? changed.now : (standing?.people ?? null);
  const rejected = state.status === "rejected" ? state : null;
  const problemOf = (field: string) => {
    const [first] = rejected?.fields[field] ?? [];
    return first && problems(first);
  };
  const typed = (field: string, standing = "") =>
    changed ? (changed.typed[field] ?? standing) : typedOr(state, field, standing);
  const isForRound = props.hasRounds && standing !== null && standing.round > 0;

  return (
    <section id={correctionAnchor} className="scroll-mt-20">
      <Panel
        title={t("correct.title", { unit: unit.name })}
        note={t("correct.note", {
          column: box.label,
          source: names(source),
          rounds: !props.hasRounds ? "none" : isForRound ? "one" : "all",
          round,
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
              title={t("correct.changed", { people: f.count(changed.now) })}
            />
          ) : null}
          {rejected?.code ? (
            <Banner kind="error" role="alert" title={problems(rejected.code)} />
          ) : null}
          <p className="text-dense">
            {t("correct.standing")}: <strong>{f.count(seen)}</strong>
          </p>
          <Fields
            typed={typed}
            problemOf={problemOf}
            today={props.today}
            inForceFrom={standing?.inForceFrom ?? ""}
          />
          <div className="flex flex-wrap gap-2">
            <ButtonLink href={props.backHref}>{common("cancel")}</ButtonLink>
            <Button type="submit" variant="primary" disabled={isStoring}>
              <Save aria-hidden className="size-4" />
              {t("correct.save")}
            </Button>
            {props.withdrawHref === null ? null : (
              <ButtonLink href={props.withdrawHref}>{t("withdraw.ask")}</ButtonLink>
            )}
          </div>
        </form>
        {props.versions.length > 0 ? <NumberVersions {...props} /> : null}
      </Panel>
    </section>
  );
}

/** Says in the form of which number it is, and which people saw. */
export function WhichNumber({
  slug,
  unit,
  box,
  source,
  round,
  seen,
}: Pick<CorrectTargetProps, "slug" | "unit" | "box" | "source" | "round"> & {
  readonly seen: number | null;
}) {
  return Object.entries({
    kampanye: slug,
    unit: unit.code,
    wilayah: unit.subdistrict,
    intervention: box.intervention,
    targetGroup: box.targetGroup,
    source,
    round: String(round),
    seen: seen === null ? "" : String(seen),
  }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

function Fields(props: {
  readonly typed: (field: string, standing?: string) => string;
  readonly problemOf: (field: string) => string | undefined;
  readonly today: string;
  /** Of the number that is corrected; empty: there is none. */
  readonly inForceFrom: string;
}) {
  const t = useTranslations("targets");
  const locale = useLocale();
  const { typed, problemOf } = props;
  return (
    <>
      <div className="grid gap-4 tablet:grid-cols-2">
        <TextField
          id="people"
          name="people"
          label={t("correct.people")}
          inputMode="numeric"
          autoComplete="off"
          required
          defaultValue={typed("people")}
          problem={problemOf("people")}
        />
        <DateField
          id="asOf"
          name="asOf"
          locale={locale}
          label={t("correct.asOf")}
          required
          defaultValue={typed("asOf", props.today)}
          problem={problemOf("asOf")}
        />
        <DateField
          id="inForceFrom"
          name="inForceFrom"
          locale={locale}
          label={t("form.inForceFrom")}
          hint={t("correct.inForceFromHint")}
          defaultValue={typed("inForceFrom", props.inForceFrom)}
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
