import { useLocale, useTranslations } from "next-intl";

import { StatusBadge } from "@/components/monitor/coverage/status-badge";
import { Button } from "@/components/base/ui/button";
import { ButtonLink } from "@/components/base/ui/button-link";
import { KeptFields } from "@/components/base/kept/kept-fields";
import { TextField } from "@/components/base/ui/field";
import { Panel } from "@/components/base/ui/panel";
import { HeadCell, RowHead, ScrollTable } from "@/components/base/ui/table";
import type { TargetSource } from "@/lib/campaign/campaign";
import { formats } from "@/lib/base/i18n/format";
import { statusWord, type Assessment } from "@/lib/monitor/assessment";
import { routes, withQuery } from "@/lib/base/routes";

/** What one intervention is now, and would be. */
export type SourceConsequence = {
  readonly name: string;
  readonly before: Assessment;
  readonly after: Assessment;
};

/**
 * The question before a source decides: what it does to each intervention, and why. A page of its
 * own in the address, so that it asks without scripts too.
 */
export function DecideSource(props: {
  readonly slug: string;
  readonly source: TargetSource;
  readonly consequences: readonly SourceConsequence[];
  readonly decide: (form: FormData) => Promise<void>;
  /** Under which its half-typed reason is kept. */
  readonly keptName: string;
}) {
  const t = useTranslations("targets.decideQuestion");
  const draft = useTranslations("draft");
  const names = useTranslations("common.targetSources");
  return (
    <Panel title={t("title", { source: names(props.source) })} note={t("note")}>
      <ScrollTable
        look="ruled-table"
        label={t("title", { source: names(props.source) })}
        frame="mt-3"
        className="min-w-120"
      >
        <thead className="text-ink2">
          <tr className="border-b-2">
            {(["intervention", "before", "after"] as const).map((key) => (
              <HeadCell key={key}>{t(key)}</HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.consequences.map(({ name, before, after }) => (
            <tr key={name} className="align-top">
              <RowHead className="font-semibold">{name}</RowHead>
              {[before, after].map((assessment, index) => (
                <td key={index === 0 ? "before" : "after"} className="pr-4">
                  <AssessmentText assessment={assessment} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      <form action={props.decide} className="mt-4 grid gap-4">
        <input type="hidden" name="kampanye" value={props.slug} />
        <KeptFields
          name={props.keptName}
          texts={{ restored: draft("restored"), discard: draft("discard") }}
        />
        <TextField
          id="reason"
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          required
          maxLength={300}
          className="max-w-140"
        />
        <div className="flex flex-wrap gap-2">
          <ButtonLink href={withQuery(routes.targets, { kampanye: props.slug })}>
            {t("cancel")}
          </ButtonLink>
          <Button type="submit" variant="primary" name="source" value={props.source}>
            {t("confirm", { source: names(props.source) })}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

function AssessmentText({ assessment }: { readonly assessment: Assessment }) {
  const t = useTranslations("targets.decideQuestion");
  const format = formats(useLocale());
  return (
    <>
      <StatusBadge status={statusWord(assessment)} look="inline" />
      <span className="block text-ink2">
        {t("figures", {
          coverage: format.coverage(assessment),
          doses: format.count(assessment.dosesAdministered),
          people: format.count(assessment.targetPopulation),
          needed: format.count(assessment.needed),
        })}
      </span>
    </>
  );
}

/** Says that a source decides now, with the way back. */
export function UndoDecision(props: {
  readonly slug: string;
  readonly former: TargetSource;
  readonly decide: (form: FormData) => Promise<void>;
}) {
  const t = useTranslations("targets.decideQuestion");
  const names = useTranslations("common.targetSources");
  return (
    <form action={props.decide}>
      <input type="hidden" name="kampanye" value={props.slug} />
      <input type="hidden" name="reason" value={t("undoReason", { source: names(props.former) })} />
      <Button type="submit" name="source" value={props.former}>
        {t("undo")}
      </Button>
    </form>
  );
}
