"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";

import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { SelectField } from "@/components/base/ui/field";
import { Panel } from "@/components/base/ui/panel";
import { untouched, type FormState } from "@/lib/base/forms/form-state";
import { draftStepPath, routes } from "@/lib/base/routes";
import type { DraftFill } from "@/lib/campaign/draft/fill";
import { presetNames } from "@/lib/campaign/preset";

/** Chooses what a draft is filled from; its page then asks. A form that reads: it works without scripts. */
export function FillChoice(props: {
  readonly id: string;
  readonly step: number;
  readonly campaigns: readonly { readonly slug: string; readonly name: string }[];
}) {
  const t = useTranslations("campaigns");
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-dense text-link underline underline-offset-3 tablet:min-h-8">
        {t("setUp.fill")}
      </summary>
      <form
        action={routes.newCampaign}
        className="mt-2 grid items-end gap-3 tablet:grid-cols-[1fr_auto]"
      >
        <input type="hidden" name="konsep" value={props.id} />
        <input type="hidden" name="langkah" value={props.step} />
        <SelectField id="isiDari" name="isi" label={t("setUp.fillFrom")}>
          {presetNames
            .filter((name) => name !== "own")
            .map((name) => (
              <option key={name} value={name}>
                {t(`form.presets.${name}`)}
              </option>
            ))}
          {props.campaigns.map(({ slug, name }) => (
            <option key={slug} value={`kampanye/${slug}`}>
              {name}
            </option>
          ))}
        </SelectField>
        <Button type="submit" size="phone">
          {t("setUp.fillButton")}
        </Button>
      </form>
    </details>
  );
}

/** Which parts that were typed give way; what is empty is filled in any case. */
export function FillQuestion(props: {
  readonly id: string;
  readonly source: string;
  /** The preset's or campaign's name. */
  readonly name: string;
  readonly asked: readonly DraftFill[];
  /** The step that is open, from 1: there it leads, filled or not. */
  readonly step: number;
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("campaigns.setUp");
  const problems = useTranslations("problems");
  const [state, send, isPending] = useActionState<FormState, FormData>(props.action, untouched);
  const { asked } = props;
  return (
    <Panel title={t("replace.title", { name: props.name })}>
      <form action={send} className="mt-2 grid justify-items-start gap-3">
        {state.status === "rejected" ? (
          <Banner kind="error" role="alert" title={problems(state.code ?? "invalid")} />
        ) : null}
        <input type="hidden" name="konsep" value={props.id} />
        <input type="hidden" name="langkah" value={props.step} />
        <input type="hidden" name="isi" value={props.source} />
        <p className="text-dense">{t(asked.length === 0 ? "replace.none" : "replace.text")}</p>
        {asked.length > 0 ? (
          <fieldset>
            <legend className="text-note text-ink3">{t("replace.legend")}</legend>
            {asked.map((part) => (
              <label
                key={part}
                className="flex min-h-11 items-center gap-2 text-dense tablet:min-h-8"
              >
                <input
                  type="checkbox"
                  name="ganti"
                  value={part}
                  className="size-5 accent-brand tablet:size-4"
                />
                {t(`fills.${part}`)}
              </label>
            ))}
          </fieldset>
        ) : null}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" size="phone" disabled={isPending}>
            {t("replace.confirm")}
          </Button>
          <a
            className="inline-flex min-h-11 items-center text-link underline"
            href={draftStepPath(props.id, props.step)}
          >
            {t("replace.keep")}
          </a>
        </div>
      </form>
    </Panel>
  );
}
