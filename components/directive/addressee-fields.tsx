import { useTranslations } from "next-intl";

import { TextAreaField } from "@/components/base/ui/field";
import { typedOr, type FormState } from "@/lib/base/forms/form-state";
import type { AddresseeChoices } from "@/lib/directive/addressee-choices";

import { tickedOr } from "@/components/base/register/form-outcome";
import { TickList } from "./tick-list";
import { useFieldProblem } from "@/components/base/register/use-field-problem";

/** Whom a directive is addressed to: offices, every camat, every lurah, and classes without a register. */
export function AddresseeFields(props: {
  readonly choices: AddresseeChoices;
  /** Where the register of offices is filled; null: somebody else does that. */
  readonly register: string | null;
  readonly state: FormState;
}) {
  const t = useTranslations("directives");
  const { choices, register, state } = props;
  const { offices } = choices;
  const problemOf = useFieldProblem(state);
  const classes = (["subdistricts", "villages"] as const).filter((kind) => choices[kind].count > 0);
  return (
    <div className="grid gap-4 tablet:col-span-2">
      <TickList
        id="addressees"
        label={t("form.addressees")}
        hint={t("form.addresseesHint")}
        problem={problemOf("addressees")}
        ticks={[
          ...offices.map(({ code, name, headTitle, isTicked }) => ({
            name: `office-${code}`,
            label: headTitle ?? name,
            // A head who is called by the office needs it no second time.
            ...(headTitle?.includes(name) === false && { note: `(${name})` }),
            isTicked: tickedOr(state, `office-${code}`, isTicked),
          })),
          ...classes.map((kind) => ({
            name: kind,
            label: t(`whole.${kind}`),
            note: `(${String(choices[kind].count)})`,
            isTicked: tickedOr(state, kind, choices[kind].isTicked),
          })),
        ]}
      />
      {offices.length === 0 ? (
        <p className="text-note text-ink2">
          {t("form.noOffices")} {register ? <a href={register}>{t("form.register")}</a> : null}
        </p>
      ) : null}
      <TextAreaField
        id="classes"
        name="classes"
        label={t("form.classes")}
        hint={t("form.classesHint")}
        rows={3}
        defaultValue={typedOr(state, "classes", choices.classes)}
        problem={problemOf("classes")}
      />
    </div>
  );
}
